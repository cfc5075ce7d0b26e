import type { Bridge, Shell } from '../contract/bridge.ts';
import type { CallName } from '../contract/call-names.ts';
import type { CallInput, CallOutputs } from '../contract/calls.ts';
import type { Reply } from '../contract/reply.ts';

declare global {
  interface Window {
    readonly sallyport: Bridge;
  }
}

/** They answer with sealed content: `askSealed` asks them, and drops what comes too late. */
export type SealedCall = 'matter.openAnswer' | 'order.openSealed' | `status.${'get' | 'read' | 'record'}`;

/** Asks the station. A fault on the way answers as a refusal, so nothing throws here. */
export function call<N extends Exclude<CallName, SealedCall>>(
  name: N,
  input: CallInput<N>,
): Promise<Reply<CallOutputs[N]>> {
  return callAny(name, input);
}

/** The same for any call; for `askSealed`. */
export async function callAny<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutputs[N]>> {
  try {
    return await window.sallyport.calls[name](input);
  } catch {
    return { ok: false, refusals: [{ code: 'fault' }] };
  }
}

/** Dialogs, printing and the window's own shape. */
export function shell(): Shell {
  return window.sallyport.shell;
}

/** Each answers a function that ends the listening. */
export function onLock(listener: () => void): () => void {
  return window.sallyport.onLock(listener);
}

export function onLeaving(listener: Parameters<Bridge['onLeaving']>[0]): () => void {
  return window.sallyport.onLeaving(listener);
}

export function onImportProgress(listener: Parameters<Bridge['onImportProgress']>[0]): () => void {
  return window.sallyport.onImportProgress(listener);
}
