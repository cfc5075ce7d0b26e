// The words of a booking pass several doors in one save; each is read once.
import { screen } from './screen.ts';
import type { TaughtList } from './taught.ts';
import type { ScreenField, Verdict } from './verdict.ts';

/** What is remembered of each kind of field: many short texts, and the few long ones of the save at hand. */
const SHORT = { longest: 80, most: 1_024 };
const LONG = { longest: 40_000, most: 8 };

type Known = Map<string, Verdict>;

const short = new Map<ScreenField, Known>();
const long = new Map<ScreenField, Known>();

function knownOf(all: Map<ScreenField, Known>, field: ScreenField): Known {
  const known = all.get(field);
  if (known !== undefined) return known;
  const fresh: Known = new Map();
  all.set(field, fresh);
  return fresh;
}

function remember(known: Known, most: number, { text, verdict }: { text: string; verdict: Verdict }): void {
  if (known.size >= most) known.clear();
  known.set(text, verdict);
}

function screenOnce(text: string, field: ScreenField): Verdict {
  const isShort = text.length <= SHORT.longest;
  const known = knownOf(isShort ? short : long, field);
  const told = known.get(text);
  if (told !== undefined) return told;
  const verdict = screen(text, field);
  if (!verdict.blocked && text.length <= LONG.longest) {
    remember(known, isShort ? SHORT.most : LONG.most, { text, verdict });
  }
  return verdict;
}

/**
 * The same answer as `screen`. Only texts that pass are remembered: refused words rest nowhere, and what passes because
 * the station was taught something may be taken back.
 */
export function screenWithMemory(text: string, field: ScreenField, taught?: TaughtList): Verdict {
  const verdict = screenOnce(text, field);
  return verdict.blocked && taught !== undefined ? screen(text, field, taught) : verdict;
}
