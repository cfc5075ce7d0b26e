import type { KeyTouch, KeyToTouch } from '../../contract/security-key.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { shell } from '../api.ts';

/** What a call takes of a proof. */
interface Given {
  readonly name: string;
  readonly passphrase: string;
  readonly code?: string;
  readonly touch?: KeyTouch;
}

/** The same where it is known who proves it. */
export function ofWhoIsIn({ passphrase, code, touch }: Given): Omit<Given, 'name'> {
  return { passphrase, ...(code === undefined ? {} : { code }), ...(touch === undefined ? {} : { touch }) };
}

/** Name, passphrase and code, as somebody types them, and a key that they touch. */
export interface Proof {
  name: string;
  passphrase: string;
  code: string;
  /** While the station or a key is asked. */
  readonly sending: boolean;
  /** Once the station asked for a second factor. */
  readonly asksCode: boolean;
  /** What serves, as far as the station told: a code, a security key or either. A recovery code always does. */
  readonly ways: 'code' | 'key' | 'both';
  /** The next time the key is asked for, also where a code would serve. */
  useKey(): void;
  /**
   * Sends what was typed. Where the station asks for a key, and no code serves or the key is wanted, has it touched and
   * sends again. The passphrase stays where the second factor alone is missing, and goes where nobody may sit there any more.
   * Once at a time: what is sent meanwhile is refused, and changes nothing for the first.
   */
  send<T>(ask: Ask<T>): Promise<Reply<T>>;
}

const NEEDS_CODE: readonly string[] = ['second-factor-needed', 'wrong-code', 'key-not-touched'];

interface AskedTouch extends KeyToTouch {
  readonly ways: 'key' | 'both';
}

/** What a key is asked by this answer; null where none is. */
function touchIn(reply: Reply<unknown>): AskedTouch | null {
  const needed = reply.ok ? undefined : reply.refusals.find(({ code }) => code === 'second-factor-needed');
  const { ways, challenge, credentials } = needed?.params ?? {};
  if (typeof challenge !== 'string' || typeof credentials !== 'string') return null;
  return { challenge, credentials: credentials.split(' '), ways: ways === 'key' ? 'key' : 'both' };
}

interface Typed {
  name: string;
  passphrase: string;
  code: string;
  asksCode: boolean;
  ways: Proof['ways'];
  wantsKey: boolean;
  sending: boolean;
}

type Ask<T> = (given: Given) => Promise<Reply<T>>;

async function sendTyped<T>(typed: Typed, ask: Ask<T>): Promise<Reply<T>> {
  const code = typed.code.trim();
  const given: Given = {
    name: typed.name.trim(),
    passphrase: typed.passphrase,
    ...(code === '' ? {} : { code }),
  };
  const reply = await ask(given);
  const asked = touchIn(reply);
  if (asked === null) return reply;
  const { ways, challenge, credentials } = asked;
  typed.ways = ways;
  if (ways === 'both' && !typed.wantsKey) return reply;
  const touched = await shell().touchKey({ challenge, credentials });
  return touched.ok ? ask({ ...given, touch: touched.value }) : touched;
}

/** Nobody may sit there any more: the minute went by, or the window was locked or left. */
function isLeft({ code, params }: Refusal): boolean {
  return code === 'key-not-touched' && (params?.['why'] === 'late' || params?.['why'] === 'locked');
}

function takeAnswer(typed: Typed, reply: Reply<unknown>): void {
  const refusals = reply.ok ? [] : reply.refusals;
  const needs = refusals.some(({ code }) => NEEDS_CODE.includes(code));
  typed.code = '';
  typed.wantsKey = false;
  typed.asksCode ||= needs;
  if (!needs || refusals.some(isLeft)) typed.passphrase = '';
}

const TWICE: Reply<never> = { ok: false, refusals: [{ code: 'key-not-touched', params: { why: 'twice' } }] };

async function sendOnce<T>(typed: Typed, ask: Ask<T>): Promise<Reply<T>> {
  if (typed.sending) return TWICE;
  typed.sending = true;
  try {
    const reply = await sendTyped(typed, ask);
    takeAnswer(typed, reply);
    return reply;
  } finally {
    typed.sending = false;
  }
}

const EMPTY: Typed = {
  ...{ name: '', passphrase: '', code: '' },
  asksCode: false,
  ways: 'code',
  wantsKey: false,
  sending: false,
};

export function createProof(): Proof {
  const typed = $state<Typed>({ ...EMPTY });
  return {
    get name() {
      return typed.name;
    },
    set name(name) {
      Object.assign(typed, { name, asksCode: false, ways: 'code', code: '' });
    },
    get passphrase() {
      return typed.passphrase;
    },
    set passphrase(passphrase) {
      typed.passphrase = passphrase;
    },
    get code() {
      return typed.code;
    },
    set code(code) {
      typed.code = code;
    },
    get asksCode() {
      return typed.asksCode;
    },
    get ways() {
      return typed.ways;
    },
    get sending() {
      return typed.sending;
    },
    useKey() {
      if (!typed.sending) Object.assign(typed, { code: '', wantsKey: true });
    },
    send: (ask) => sendOnce(typed, ask),
  };
}
