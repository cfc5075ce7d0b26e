import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Leaving, Shell } from '../contract/bridge.ts';
import { CALL_NAMES } from '../contract/call-names.ts';
import type { ImportProgress } from '../contract/exchange.ts';
import type { Reply } from '../contract/reply.ts';

// Channel names stay in here: the page sees functions only.
const CALL = 'sallyport:call';
const SHELL = 'sallyport:shell';
const PROGRESS = 'sallyport:import-progress';
const LOCK = 'sallyport:lock';
const LEAVING = 'sallyport:leaving';

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

async function ask(channel: string, name: string, input: unknown): Promise<Reply<unknown>> {
  const reply: unknown = await ipcRenderer.invoke(channel, name, input);
  return isReply(reply) ? reply : { ok: false, refusals: [{ code: 'fault' }] };
}

async function pathFrom(name: string, purpose: string): Promise<string | null> {
  const reply = await ask(SHELL, name, purpose);
  return reply.ok && typeof reply.value === 'string' ? reply.value : null;
}

type Texts<N extends string> = Readonly<Record<N, string>>;

function hasTexts<N extends string>(value: unknown, names: readonly N[]): value is Texts<N> {
  return (
    typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'string')
  );
}

/** What a security key answered: so many texts, by name. */
async function fromKey<N extends string>(name: string, asked: unknown, names: readonly N[]): Promise<Reply<Texts<N>>> {
  const reply = await ask(SHELL, name, asked);
  if (!reply.ok) return reply;
  const { value } = reply;
  return hasTexts(value, names) ? { ok: true, value } : { ok: false, refusals: [{ code: 'key-not-touched' }] };
}

const shell: Shell = {
  chooseFile: (purpose) => pathFrom('chooseFile', purpose),
  chooseFolder: (purpose) => pathFrom('chooseFolder', purpose),
  savePdf: async (name) => {
    const reply = await ask(SHELL, 'savePdf', name);
    return reply.ok ? { ok: true, value: String(reply.value) } : reply;
  },
  setDock: async (on) => {
    await ask(SHELL, 'setDock', on);
  },
  showFolder: async (path) => {
    await ask(SHELL, 'showFolder', path);
  },
  sealedCopied: async (place, text) => {
    await ask(SHELL, 'sealedCopied', { place, text });
  },
  makeKey: (asked) => fromKey('makeKey', asked, ['clientData', 'authenticatorData']),
  touchKey: (asked) => fromKey('touchKey', asked, ['credential', 'clientData', 'authenticatorData', 'signature']),
  leaveNow: async () => {
    await ask(SHELL, 'leaveNow', null);
  },
};

/** The event itself stays here: it would lead the page to its sender. */
function listen(channel: string, receive: Parameters<typeof ipcRenderer.on>[1]): () => void {
  ipcRenderer.on(channel, receive);
  return () => {
    ipcRenderer.off(channel, receive);
  };
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}

const bridge = {
  calls: Object.fromEntries(CALL_NAMES.map((name) => [name, (input: unknown) => ask(CALL, name, input)])),
  shell,
  onImportProgress: (listener) =>
    listen(PROGRESS, (_event, progress: ImportProgress) => {
      listener(progress);
    }),
  onLock: (listener) =>
    listen(LOCK, () => {
      listener();
    }),
  onLeaving: (listener) =>
    listen(LEAVING, (_event, leaving: Leaving) => {
      listener(leaving);
    }),
} satisfies Omit<Bridge, 'calls'> & { readonly calls: unknown };

contextBridge.exposeInMainWorld('sallyport', deepFreeze(bridge));
