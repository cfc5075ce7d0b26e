import { app, safeStorage } from 'electron';
import type { KeyAnswer, KeyWork } from '../station/messages.ts';

interface Store {
  available(): Promise<boolean>;
  wrap(text: string): Promise<Buffer>;
  unwrap(bytes: Buffer): Promise<string>;
}

/** The calls that Electron 45 has and 33 lacks. */
type AsyncCalls = Pick<typeof safeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>;

/** The calls that 33 has and 45 is about to drop. */
interface SyncCalls {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
}

function asyncStore(calls: AsyncCalls): Store {
  return {
    available: () => calls.isAsyncEncryptionAvailable(),
    wrap: (text) => calls.encryptStringAsync(text),
    unwrap: async (bytes) => (await calls.decryptStringAsync(bytes)).result,
  };
}

function syncStore(calls: SyncCalls): Store {
  return {
    available: () => Promise.resolve(calls.isEncryptionAvailable()),
    wrap: (text) => Promise.resolve(calls.encryptString(text)),
    unwrap: (bytes) => Promise.resolve(calls.decryptString(bytes)),
  };
}

function systemStore(): Store {
  return 'encryptStringAsync' in safeStorage ? asyncStore(safeStorage) : syncStore(safeStorage);
}

/** Linux without a keyring encrypts under a fixed word, which protects nothing. */
function guarded(): boolean {
  if (process.platform !== 'linux') return true;
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

async function work(store: Store, asked: KeyWork): Promise<boolean | Uint8Array> {
  if (asked.act === 'protects') return guarded() && (await store.available());
  const bytes = Buffer.from(asked.bytes);
  if (asked.act === 'wrap') return store.wrap(bytes.toString('base64'));
  return Buffer.from(await store.unwrap(bytes), 'base64');
}

/** Answers one question of the station to the system's key store; it can be reached once the app is ready. */
export async function answerKeyWork(asked: KeyWork): Promise<KeyAnswer> {
  await app.whenReady();
  try {
    return { ok: true, value: await work(systemStore(), asked) };
  } catch {
    return { ok: false };
  }
}
