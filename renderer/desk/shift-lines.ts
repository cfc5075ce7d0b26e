import type { Desk } from '../../contract/booking.ts';
import { words } from '../words/words.ts';

/** A shift as the desk shows it: the last twelve hours. */
export const SHIFT_MS = 12 * 3_600_000;

const SOON_MS = 60_000;
const names: ReadonlyMap<string, string> = new Map(Object.entries(words.desk.shiftEvents));

/** What happened in the shift, the newest first. What is told ahead, such as a release, is no part of it yet. */
export function shiftLines(
  events: Desk['shift'],
  now: Date,
): readonly { readonly at: string; readonly what: string; readonly text: string; readonly onPaper: string }[] {
  return events
    .filter((event) => Date.parse(event.at) <= now.getTime() + SOON_MS)
    .map(({ at, kind, text, onPaper }) => ({ at, what: names.get(kind) ?? kind, text, onPaper }));
}
