import type { KeyAnswer, KeyWork } from './messages.ts';

/** The system's key store as seen from the station: each question goes to main, which alone can reach it. */
export interface KeyPort {
  protects(): Promise<boolean>;
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  unwrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** Main's answer to question `id`. */
  settle(id: number, answer: KeyAnswer): void;
}

/** Thrown where the key store did not do what it was asked; the keyring then asks for a passphrase. */
export class KeyStoreRefused extends Error {
  override readonly name = 'KeyStoreRefused';
  readonly code = 'key-store-refused';
}

export function createKeyPort(send: (id: number, work: KeyWork) => void): KeyPort {
  const waiting = new Map<number, (answer: KeyAnswer) => void>();
  let last = 0;
  const ask = async (work: KeyWork): Promise<boolean | Uint8Array> => {
    last += 1;
    const id = last;
    const answer = await new Promise<KeyAnswer>((resolve) => {
      waiting.set(id, resolve);
      send(id, work);
    });
    if (!answer.ok) throw new KeyStoreRefused();
    return answer.value;
  };
  const bytesOf = async (work: KeyWork): Promise<Uint8Array> => {
    const value = await ask(work);
    if (typeof value === 'boolean') throw new KeyStoreRefused();
    return value;
  };
  return {
    protects: async () => (await ask({ act: 'protects' })) === true,
    wrap: (bytes) => bytesOf({ act: 'wrap', bytes }),
    unwrap: (bytes) => bytesOf({ act: 'unwrap', bytes }),
    settle: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
}
