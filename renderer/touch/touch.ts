// The page of the window in which a security key is touched. It asks the key what main asks it, and hands the answer on.
import type { KeyAsk, KeyBridge, KeyTouch, KeyToMake, KeyToTouch, MadeKey } from '../../contract/security-key.ts';
import { touch as words } from '../words/en/touch.ts';
import { toMake, toTouch } from './options.ts';

declare global {
  interface Window {
    readonly sallyportKey: KeyBridge;
  }
}

function toText(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function make(asked: KeyToMake): Promise<MadeKey | null> {
  const made = await navigator.credentials.create({ publicKey: toMake(asked, location.hostname) });
  if (!(made instanceof PublicKeyCredential)) return null;
  const { response } = made;
  if (!(response instanceof AuthenticatorAttestationResponse)) return null;
  return {
    clientData: toText(response.clientDataJSON),
    authenticatorData: toText(response.getAuthenticatorData()),
  };
}

async function touch(asked: KeyToTouch): Promise<KeyTouch | null> {
  const touched = await navigator.credentials.get({ publicKey: toTouch(asked, location.hostname) });
  if (!(touched instanceof PublicKeyCredential)) return null;
  const { response, rawId } = touched;
  if (!(response instanceof AuthenticatorAssertionResponse)) return null;
  return {
    credential: toText(rawId),
    clientData: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
  };
}

async function ask(asked: KeyAsk): Promise<void> {
  const { sallyportKey } = window;
  try {
    const value = await (asked.kind === 'make' ? make(asked) : touch(asked));
    await sallyportKey.answer(value === null ? { why: 'silent' } : { value });
  } catch (thrown) {
    // The key is one of those that are set up already (Web Authentication, 5.1.3).
    const known = thrown instanceof DOMException && thrown.name === 'InvalidStateError';
    await sallyportKey.answer({ why: known ? 'known' : 'silent' });
  }
}

function say(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element !== null) element.textContent = text;
}

function show({ kind }: KeyAsk): void {
  say('h1', words[kind].title);
  say('[role=status]', words[kind].text);
  say('.small', words.ends);
  say('button', words.cancel);
  const cancel = (): void => void window.sallyportKey.cancel();
  document.querySelector('button')?.addEventListener('click', cancel);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') cancel();
  });
}

const asked = await window.sallyportKey.asked();
if (asked !== null) {
  show(asked);
  await ask(asked);
}
