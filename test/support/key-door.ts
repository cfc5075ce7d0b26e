import type { Reply } from '../../contract/reply.ts';
import type { KeyTouch, KeyToMake } from '../../contract/security-key.ts';
import type { Amiss, SoftKey } from './soft-key.ts';
import { PASSPHRASE, type TestStation } from './station.ts';

interface Tried {
  /** `in`, what is to be done first, or why not. */
  readonly said: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A key that is touched, or a code that is typed, beside the passphrase. */
type By = SoftKey | string;

/** Tries to come in with security keys; as `sample` at the client `door` unless told otherwise. */
export interface KeyDoor {
  tryIn(given?: { readonly code?: string; readonly touch?: KeyTouch }, name?: string, client?: string): Promise<Tried>;
  /** What a key is asked to sign. */
  asked(name?: string): Promise<string>;
  touchIn(key: SoftKey, amiss?: Amiss, name?: string): Promise<string>;
  /** Begins to set a key up at the client `door`; whatever the station answers. */
  begin(name?: string, by?: By, client?: string): Promise<Reply<KeyToMake>>;
  /** Sets a key up for whoever is in at a client; answers the recovery codes. */
  enrol(key: SoftKey, client: string, by?: By): Promise<readonly string[]>;
}

export function keyDoor(desk: () => TestStation): KeyDoor {
  const tryIn: KeyDoor['tryIn'] = async (given = {}, name = 'sample', client = 'door') => {
    const reply = await desk().call('session.signIn', { name, passphrase: PASSPHRASE, ...given }, client);
    if (reply.ok) return { said: reply.value.must ?? 'in', params: {} };
    const { code, params = {} } = reply.refusals[0] ?? { code: 'none' };
    return { said: [code, params['why']].join(' ').trim(), params };
  };
  const asked: KeyDoor['asked'] = async (name) => String((await tryIn({}, name)).params['challenge']);
  const proof = async (by: By | undefined, ask: (given: object) => Promise<Reply<KeyToMake>>) => {
    if (typeof by === 'string') return ask({ code: by });
    const reply = await ask({});
    const challenge = reply.ok ? undefined : reply.refusals[0]?.params?.['challenge'];
    return by === undefined || challenge === undefined ? reply : ask({ touch: by.touch(String(challenge)) });
  };
  const begin: KeyDoor['begin'] = (name = 'Blue one', by, client = 'door') =>
    proof(by, (given) => desk().call('factor.beginKey', { name, passphrase: PASSPHRASE, ...given }, client));
  return {
    tryIn,
    begin,
    asked,
    touchIn: async (key, amiss, name) => (await tryIn({ touch: key.touch(await asked(name), amiss) }, name)).said,
    enrol: async (key, client, by) => {
      const begun = await begin('Blue one', by, client);
      const made = key.make(begun.ok ? begun.value.challenge : '');
      return (await desk().done('factor.addKey', { name: 'Blue one', made }, client)).recoveryCodes;
    },
  };
}
