import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { openOutsideWorld, type OutsideWorld } from './outside-world.ts';
import { windowHost } from './window-host.ts';

const HOME = 'app://bundle/index.html';
/** Long enough for a request on the same machine that nothing stops. */
const WHILE = 400;

describe('the page stays where it is', () => {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-navigation-'));
  let outside: OutsideWorld;
  let launched: LaunchedApp;

  beforeAll(async () => {
    outside = await openOutsideWorld();
    const data = join(work, 'station');
    launched = await launchApp({ ...windowHost(), data });
  });
  afterAll(async () => {
    await launched.close();
    await outside.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('has an outside world that would notice', async () => {
    await fetch(`${outside.origin}/self-check`);
    expect(outside.reached()).toContain('/self-check');
  });

  it.each([
    ['a link', (to: string) => ({ to, attributes: {} })],
    ['a link into a new window', (to: string) => ({ to, attributes: { target: '_blank' } })],
    ['a link to a redirect', (to: string) => ({ to: `${to}/redirect`, attributes: {} })],
    ['a link to a file', () => ({ to: 'file:///etc/hostname', attributes: {} })],
    ['a link to another page of ours', () => ({ to: 'app://bundle/assets/', attributes: {} })],
    ['a script in a link', () => ({ to: 'javascript:document.title="moved"', attributes: {} })],
  ])('after a click on %s', async (_what, link) => {
    await launched.page.evaluate(({ to, attributes }) => {
      const anchor = Object.assign(document.createElement('a'), { href: to, ...attributes });
      document.body.append(anchor);
      anchor.click();
      anchor.remove();
    }, link(outside.origin));
    await expectToStay();
  });

  it('after a click on a link with the middle button', async () => {
    const link = await launched.page.evaluateHandle((to) => {
      const anchor = Object.assign(document.createElement('a'), { href: to, textContent: 'away' });
      document.body.prepend(anchor);
      return anchor;
    }, outside.origin);
    // By the mouse alone: a click on the element would wait for the way that is never gone.
    const box = await link.boundingBox();
    if (box === null) throw new Error('the link is not shown');
    await launched.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'middle' });
    await link.evaluate((anchor) => {
      anchor.remove();
    });
    await expectToStay();
  });

  it('when a script sends it elsewhere', async () => {
    await launched.page.evaluate((to) => {
      location.assign(to);
    }, `${outside.origin}/redirect`);
    await expectToStay();
  });

  it('when a form would take it elsewhere', async () => {
    await launched.page.evaluate((to) => {
      const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    }, outside.origin);
    await expectToStay();
  });

  it('when a script opens a window', async () => {
    const opened = await launched.page.evaluate((to) => window.open(to) === null, outside.origin);
    expect(opened).toBe(true);
    await expectToStay();
  });

  it.each(['src', 'srcdoc'] as const)('and shows no frame from %s', async (attribute) => {
    const shown = await launched.page.evaluate(
      async ({ name, value }) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
        try {
          frame.setAttribute(name, value);
        } catch {
          return 'refused';
        }
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 300));
        const text = frame.contentDocument?.body.textContent ?? '';
        frame.remove();
        return text;
      },
      { name: attribute, value: attribute === 'src' ? outside.origin : 'outside' },
    );
    expect(shown).not.toBe('outside');
    await expectToStay();
  });

  it('and has no browser inside it', async () => {
    const attached = await launched.page.evaluate((to) => {
      const view = Object.assign(document.createElement('webview'), { src: to });
      document.body.append(view);
      const is = Reflect.has(view, 'getWebContentsId');
      view.remove();
      return is;
    }, outside.origin);
    expect(attached).toBe(false);
    await expectToStay();
  });

  it.each([
    ['fetch', (to: string) => fetch(to).then(() => 'answered')],
    ['a beacon', (to: string) => navigator.sendBeacon(to)],
    ['a socket', (to: string) => new WebSocket(to.replace('http', 'ws')).url],
    ['an event stream', (to: string) => new EventSource(to).url],
    ['a picture', (to: string) => document.body.append(Object.assign(new Image(), { src: to }))],
    [
      'a style',
      (to: string) =>
        document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to })),
    ],
    [
      'a hint to connect',
      (to: string) =>
        document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: to })),
    ],
  ])('and reaches nobody by %s', async (_what, attempt) => {
    const answer = await launched.page.evaluate(attempt, `${outside.origin}/reached`).catch(() => 'refused');
    expect(answer).not.toBe('answered');
    await expectToStay();
  });

  it('and reaches nobody from a page without its content policy either', async () => {
    const answer = await launched.app.evaluate(async ({ BrowserWindow, session }, to) => {
      const webPreferences = { sandbox: true, session: session.fromPartition('sallyport', { cache: false }) };
      const window = new BrowserWindow({ show: false, webPreferences });
      try {
        await window.loadURL('data:text/html,<title>without</title>');
        const fetched = `fetch('${to}', { mode: 'no-cors' }).then(() => 'answered', () => 'refused')`;
        const outcome: unknown = await window.webContents.executeJavaScript(fetched);
        return outcome;
      } finally {
        window.destroy();
      }
    }, outside.origin);
    expect(answer).toBe('refused');
    await expectToStay();
  });

  it('and asks no peer for a way out', async () => {
    const candidates = await launched.page.evaluate(async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] });
      const found: string[] = [];
      peer.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate !== null && candidate.candidate !== '') found.push(candidate.candidate);
      });
      peer.createDataChannel('out');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 500));
      peer.close();
      return found;
    });
    expect(candidates).toEqual([]);
  });

  it('and saves nothing by a download', async () => {
    const downloads = mkdtempSync(join(work, 'downloads-'));
    await launched.app.evaluate(({ app }, folder) => {
      app.setPath('downloads', folder);
    }, downloads);
    await launched.page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['records']));
      Object.assign(document.createElement('a'), { href, download: 'records.txt' }).click();
    });
    await expectToStay();
    expect(readdirSync(downloads)).toEqual([]);
  });

  async function expectToStay(): Promise<void> {
    await pause(WHILE);
    expect(launched.page.url()).toBe(HOME);
    expect(launched.app.windows()).toHaveLength(1);
    expect(await launched.page.evaluate(() => document.title)).toMatch(/Sallyport$/);
    expect(outside.reached()).toEqual(['connection', '/self-check']);
  }
});
