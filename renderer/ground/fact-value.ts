import type { FactType } from '../../policy/decide/explain.ts';
import { clearFacts } from '../../policy/gate.ts';
import { factText } from '../../policy/gate/fact-texts.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { ReadAs } from '../screened/refused-place.ts';
import { readDay } from '../time/read-day.ts';
import { readMoment } from '../time/read-moment.ts';
import { stationDay } from '../time/show.ts';
import { words } from '../words/words.ts';

/** What was typed for a fact: its value, or a sentence about what is wrong with it. */
export type FactReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'choose'; readonly choices: readonly string[] }
  | { readonly kind: 'empty' };

/** Times that may lie ahead of the question. */
const AHEAD: ReadonlySet<string> = new Set(['neededAt']);
/** Clocks that differ by less tell the same time. */
const TOLERATED_MS = 5 * 60_000;

function liesAhead(fact: string, at: string, now: Date): boolean {
  return !AHEAD.has(fact) && Date.parse(at) > now.getTime() + TOLERATED_MS;
}

function readTime(fact: string, typed: string, now: Date): FactReading {
  const found = readMoment(typed, now, AHEAD.has(fact) ? 'future' : 'past');
  if (found.kind === 'moment')
    return liesAhead(fact, found.at, now)
      ? { kind: 'problem', text: words.ground.ahead }
      : { kind: 'value', value: found.at };
  if (found.kind === 'choose') return { kind: 'choose', choices: found.choices };
  if (found.kind === 'empty') return { kind: 'empty' };
  const { reading } = words.booking;
  return { kind: 'problem', text: found.kind === 'skipped' ? reading.skipped : reading.moment };
}

function readTheDay(typed: string, now: Date): FactReading {
  const found = readDay(typed, { today: stationDay(now), partial: false, birth: false });
  if (found.kind === 'day') return { kind: 'value', value: found.day };
  return found.kind === 'empty' ? { kind: 'empty' } : { kind: 'problem', text: words.booking.reading.day };
}

/** Reads what was typed in the box of a fact. `fact` decides which words it may hold. */
export function readFact(
  asked: { readonly fact: string; readonly type: FactType },
  typed: string,
  now: Date,
): FactReading {
  const { fact, type } = asked;
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (type === 'time') return readTime(fact, text, now);
  if (type === 'day') return readTheDay(text, now);
  if (type === 'text' && !/\p{L}/u.test(text)) return { kind: 'problem', text: words.ground.tooShort };
  return type === 'text' && text.length < 10
    ? { kind: 'problem', text: words.ground.tooShort }
    : { kind: 'value', value: text };
}

/** How the gate reads the text of a fact. */
export function readAs(fact: string): ReadAs {
  const { field, about } = factText(fact);
  return about === 'contact' ? 'contact' : field;
}

/** What the gate refuses of a fact as told; empty where it may be sent. */
export function refusalsOf(fact: string, value: unknown): readonly Refusal[] {
  const cleared = clearFacts({ [fact]: value });
  return cleared.ok ? [] : cleared.refusals;
}
