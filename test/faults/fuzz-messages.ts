// Messages that no form of ours sends: what a page that was taken over could say to the station.
import { CALL_NAMES } from '../../contract/call-names.ts';
import { GOOD } from '../support/good-inputs.ts';
import type { Seeded } from '../support/seeded.ts';

export interface Message {
  readonly client: string;
  readonly name: string;
  readonly input: unknown;
  /** What was done to a good one. */
  readonly kind: Kind;
}

const KINDS = [
  'wrong-type',
  'extra-key',
  'prototype-name',
  'huge',
  'deep',
  'hollow',
  'wrong-sender',
  'wrong-name',
] as const;
export type Kind = (typeof KINDS)[number];

/** Names that mean something to the language itself. */
const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
] as const;
const WRONG_NAMES = [
  '',
  '__proto__',
  'constructor',
  'booking',
  'booking.',
  'booking.erase',
  'toString',
  'BOOKING.SAVE',
] as const;
const WRONG_SENDERS = ['', 'window-0', 'window-999', '__proto__', 'constructor', 'test ', 'x'.repeat(5000)] as const;

/** Text that a path, a query, a log line or a page could trip over. */
const TEXTS = [
  ' ',
  'x\u0000y',
  '\ud800',
  '\u202egnp.exe',
  "'; drop table booking; --",
  '%s%n',
  '<img src=x onerror=alert(1)>',
  '9'.repeat(400),
  'A'.repeat(3000),
] as const;

/** All that can cross a process line and is no text of a form. */
function oddValue(random: Seeded): unknown {
  return random.pick([
    ...([null, true, -1, 0.1, NaN, Infinity, -0, 2 ** 53, 10n ** 30n, undefined, [], {}] as const),
    ...([[[]], [null], new Map([['a', 1]]), new Set([1]), new Date(NaN), /x/, new Uint8Array(9)] as const),
    ...TEXTS,
  ]);
}

function deepValue(random: Seeded): unknown {
  let value: unknown = 'x';
  for (let depth = 50 + random.whole(3000); depth > 0; depth -= 1)
    value = random.whole(2) === 0 ? [value] : { a: value };
  return value;
}

/** Through JSON, so that `__proto__` is a key of its own and no prototype. */
function withKey(input: object, key: string, value: string): unknown {
  return JSON.parse(
    `{${JSON.stringify(key)}:${JSON.stringify(value)},${JSON.stringify(input).slice(1)}`.replace(',}', '}'),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The same input with the value at a place of it, chosen by chance, made into another. */
function changed(input: unknown, random: Seeded, change: (was: unknown) => unknown): unknown {
  if (!isObject(input) || Object.keys(input).length === 0 || random.whole(4) === 0) return change(input);
  const keys = Object.keys(input);
  const key = keys[random.whole(keys.length)] ?? '';
  const inner = changed(input[key], random, change);
  if (!Array.isArray(input)) return { ...input, [key]: inner };
  const list: readonly unknown[] = input;
  return list.map((value, at) => (String(at) === key ? inner : value));
}

const CHANGES: Readonly<Record<Kind, (input: object, random: Seeded) => unknown>> = {
  'wrong-type': (input, random) => changed(input, random, () => oddValue(random)),
  'extra-key': (input, random) =>
    withKey(input, random.pick(['extra', 'citizenship', 'Ⅷ', ' ', 'a.b.0']), random.pick(TEXTS)),
  'prototype-name': (input, random) => withKey(input, random.pick(PROTOTYPE_NAMES), random.pick(TEXTS)),
  huge: (input, random) => changed(input, random, () => 'H'.repeat(1000 + random.whole(400_000))),
  deep: (input, random) => changed(input, random, () => deepValue(random)),
  hollow: (input, random) =>
    changed(input, random, (was) => (Array.isArray(was) ? Array.from({ length: 4000 }, () => null) : undefined)),
  'wrong-sender': (input) => input,
  'wrong-name': (input) => input,
};

/** Makes one message. `clients` are signed in; what touches a folder is led to one that is not there. */
export function hostileMessage(random: Seeded, clients: readonly [string, ...string[]], nowhere: string): Message {
  const known = random.pick([...CALL_NAMES]);
  const kind = random.pick(KINDS);
  const good: unknown = JSON.parse(JSON.stringify(GOOD[known] ?? {}).replaceAll('"/', `"${nowhere}/`));
  return {
    client: kind === 'wrong-sender' ? random.pick(WRONG_SENDERS) : random.pick(clients),
    name: kind === 'wrong-name' ? random.pick(WRONG_NAMES) : known,
    input: CHANGES[kind](isObject(good) ? good : {}, random),
    kind,
  };
}
