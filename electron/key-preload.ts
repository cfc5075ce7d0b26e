import { contextBridge, ipcRenderer } from 'electron';
import type { KeyAsk, KeyBridge } from '../contract/security-key.ts';

/** Main made it, and read what it was made of. */
function isAsk(value: unknown): value is KeyAsk {
  return typeof value === 'object' && value !== null && 'kind' in value && 'challenge' in value;
}

const bridge: KeyBridge = {
  asked: async () => {
    const asked: unknown = await ipcRenderer.invoke('sallyport:key-asked');
    return isAsk(asked) ? asked : null;
  },
  answer: async (answer) => {
    await ipcRenderer.invoke('sallyport:key-answer', answer);
  },
  cancel: async () => {
    await ipcRenderer.invoke('sallyport:key-cancel');
  },
};

contextBridge.exposeInMainWorld('sallyportKey', Object.freeze(bridge));
