// Chromium's own virtual security key, in the place of one of metal: over the engine's protocol, in the real window.
import type { CDPSession, Page } from 'playwright-core';
import { KEY_HOST } from '../../contract/key-host.ts';
import type { KeyBridge } from '../../contract/security-key.ts';
import type { LaunchedApp } from './launch.ts';

declare global {
  interface Window {
    readonly sallyportKey: KeyBridge;
  }
}

/** A key as it lies in a drawer: it is put in for each window anew. */
export interface KeyInDrawer {
  readonly credentialId: string;
  readonly privateKey: string;
  readonly signCount: number;
}

/** The window of the key, when `act` has opened it. */
export async function keyWindowAfter({ app }: LaunchedApp, act: () => Promise<void>): Promise<Page> {
  const opened = app.waitForEvent('window');
  await act();
  const page = await opened;
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  return page;
}

/** Puts a key in; nobody touches it yet. */
async function putIn({ app }: LaunchedApp, page: Page, key: KeyInDrawer | null): Promise<CDPSession> {
  const engine = await app.context().newCDPSession(page);
  await engine.send('WebAuthn.enable');
  const { authenticatorId } = await engine.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true },
  });
  if (key !== null) {
    const credential = { ...key, isResidentCredential: false, rpId: KEY_HOST };
    await engine.send('WebAuthn.addCredential', { authenticatorId, credential });
  }
  return engine;
}

/**
 * Puts a key in and touches it; a new one has something written into it. The page asks for it once more, since it began
 * before the key was there. Answers the key as it lies in the drawer again.
 */
export async function touchKey(launched: LaunchedApp, page: Page, key: KeyInDrawer | null): Promise<KeyInDrawer> {
  const engine = await putIn(launched, page, key);
  const gone = page.waitForEvent('close');
  let after: KeyInDrawer | null = key;
  const keep = ({ credential }: { credential: KeyInDrawer }): void => {
    after = credential;
  };
  engine.on('WebAuthn.credentialAdded', keep);
  engine.on('WebAuthn.credentialAsserted', keep);
  await page.reload({ waitUntil: 'commit' }).catch(() => undefined);
  await gone;
  if (after === null) throw new Error('the key was not touched');
  return after;
}

/** What the page of the key has and reaches; it tries every way out. */
export async function wallsOf(page: Page): Promise<unknown> {
  const before = page.url();
  const reached = await page.evaluate(async () => {
    const tried: readonly (readonly [string, () => unknown])[] = [
      ['Node', () => 'require' in window || 'process' in window],
      ['calls', () => 'sallyport' in window],
      ['a window', () => window.open('https://key.sallyport.invalid/touch/touch.html') !== null],
      ['a file beside it', () => fetch('https://key.sallyport.invalid/index.html').then(() => true)],
      ['another address', () => fetch('https://example.invalid/').then(() => true)],
      ['storage on disk', () => navigator.storage.persist()],
      ['notices', () => Notification.requestPermission().then((given) => given === 'granted')],
    ];
    const found: string[] = [];
    for (const [name, way] of tried) {
      const open = await Promise.resolve()
        .then(way)
        .catch(() => false);
      if (open === true) found.push(name);
    }
    location.href = 'https://key.sallyport.invalid/index.html';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return found;
  });
  const bridge = await page.evaluate(() => Object.keys(window.sallyportKey));
  return {
    bridge,
    reached: page.url() === before ? reached : [...reached, 'another page'],
    origin: new URL(before).origin,
  };
}
