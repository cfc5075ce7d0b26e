import { REFUSAL_WORDS } from '../../policy/refusal-words.ts';
import type { RefusalCode } from '../../policy/refusal.ts';
import { words } from '../words/words.ts';

/** What the trail tells of one entry: its kind, and of a refusal or a look by which call and by which rule, of a search by what. */
export interface ToldEntry {
  /** Null where the entry cannot be read. */
  readonly type: string | null;
  readonly call: string | null;
  readonly code: string | null;
}

const { types, areas, looks, sought, unreadable } = words.entries;
const find = (texts: Readonly<Record<string, string>>, name: string): string | undefined => texts[name];

function placeOf(call: string, looked: boolean): string {
  const look = looked ? find(looks, call) : undefined;
  return look ?? find(areas, call.split('.')[0] ?? '') ?? call;
}

function isCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSAL_WORDS, code);
}

/** The rule in its own sentence, without what a single case adds. */
const ruleOf = (code: string): string =>
  isCode(code) ? REFUSAL_WORDS[code].text({ code }) : (find(sought, code) ?? code);

/** One entry in words: "Refused · Booking · The screen is locked." An entry of an unknown kind is named as it is. */
export function entryWords({ type, call, code }: ToldEntry): string {
  const parts = [
    type === null ? unreadable : (find(types, type) ?? type),
    ...(call === null ? [] : [placeOf(call, type === 'session.looked')]),
    ...(code === null ? [] : [ruleOf(code)]),
  ];
  return parts.join(' · ');
}
