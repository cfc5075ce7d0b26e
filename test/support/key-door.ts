import type { Reply } from '../../contract/reply.ts';
import type { KeyTouch, KeyToMake } from '../../contract/security-key.ts';
import type { Amiss, SoftKey } from './soft-key.ts';
import { PASSPHRASE, type TestStation } from './station.ts';

interface Tried {
  /** `in`, what is to be done first, or why not. */
  readonly said: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Tries to come in with security keys; as `sample` at the client `door` unless told otherwise. */
export interface KeyDoor {
  tryIn(given?: { readonly code?: string; readonly touch?: KeyTouch }, name?: string, client?: string): Promise<Tried>;
  /** What a key is asked to sign. */
  asked(name?: string): Promise<string>;
  touchIn(key: SoftKey, amiss?: Amiss, name?: string): Promise<string>;
  /** Begins to set a key up; whatever the station answers. */
  begin(client?: string, name?: string): Promise<Reply<KeyToMake>>;
  /** Sets a key up for whoever is in at a client; answers the recovery codes. */
  enrol(key: SoftKey, client: string, name?: string): Promise<readonly string[]>;
}

export function keyDoor(desk: () => TestStation): KeyDoor {
  const tryIn: KeyDoor['tryIn'] = async (given = {}, name = 'sample', client = 'door') => {
    const reply = await desk().call('session.signIn', { name, passphrase: PASSPHRASE, ...given }, client);
    if (reply.ok) return { said: reply.value.must ?? 'in', params: {} };
    const { code, params = {} } = reply.refusals[0] ?? { code: 'none' };
    return { said: [code, params['why']].join(' ').trim(), params };
  };
  const asked: KeyDoor['asked'] = async (name) => String((await tryIn({}, name)).params['challenge']);
  const begin: KeyDoor['begin'] = (client = 'door', name = 'Blue one') =>
    desk().call('factor.beginKey', { name, passphrase: PASSPHRASE }, client);
  return {
    tryIn,
    begin,
    asked,
    touchIn: async (key, amiss, name) => (await tryIn({ touch: key.touch(await asked(name), amiss) }, name)).said,
    enrol: async (key, client, name = 'Blue one') => {
      const { challenge } = await desk().done('factor.beginKey', { name, passphrase: PASSPHRASE }, client);
      return (await desk().done('factor.addKey', { name, made: key.make(challenge) }, client)).recoveryCodes;
    },
  };
}
