import { ABOUT_THE_CONTACT } from '../../policy/gate/records.ts';
import { screen } from '../../policy/screen/screen.ts';
import type { TaughtList } from '../../policy/screen/taught.ts';
import { verdictFrom, type ScreenField, type Verdict } from '../../policy/screen/verdict.ts';

/** A refused place as the gate will meet it: the text that it reads, and the offsets in that. */
export interface PlaceInBox {
  readonly field: ScreenField;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How the gate will read a text: `contact` may name an agency and its papers, and no status. Policy 1(b). */
export type ReadAs = ScreenField | 'contact';

const fieldOf = (as: ReadAs): ScreenField => (as === 'contact' ? 'reason' : as);

/** What the screen says of one text that is read as a whole. */
export function verdictOn(text: string, as: ReadAs, taught?: TaughtList): Verdict {
  if (text === '') return verdictFrom([]);
  const verdict = screen(text, fieldOf(as), taught);
  if (as !== 'contact') return verdict;
  return verdictFrom(verdict.findings.filter(({ category }) => !ABOUT_THE_CONTACT.has(category)));
}

/** One entry of a list that is typed as a text, and where it begins there. */
interface Entry {
  readonly text: string;
  readonly at: number;
}

/** Entries between signs such as a comma or the end of a line, without the space around them. */
function entriesIn(text: string, between: RegExp): readonly Entry[] {
  let at = 0;
  return text.split(between).map((part) => {
    const entry = { text: part.trim(), at: at + part.length - part.trimStart().length };
    at += part.length + 1;
    return entry;
  });
}

/**
 * What the screen says of a list that is typed as a text: the gate reads each entry by itself.
 * @param between one sign that parts two entries
 */
export function verdictOnEntries(text: string, as: ReadAs, between: RegExp): Verdict {
  const found = entriesIn(text, between).flatMap((entry) =>
    verdictOn(entry.text, as).findings.map((finding) => ({
      ...finding,
      start: finding.start + entry.at,
      end: finding.end + entry.at,
    })),
  );
  return verdictFrom(found);
}

/** The place of a list that is typed as a text, in the entry that the gate will read. */
export function placeInEntries(
  text: string,
  list: { readonly as: ReadAs; readonly between: RegExp; readonly span: readonly [number, number] },
): PlaceInBox | null {
  const { as, between, span } = list;
  const [start, end] = span;
  for (const entry of entriesIn(text, between)) {
    const inside = verdictOn(entry.text, as).spans.filter(
      ([from, to]) => entry.at + from < end && entry.at + to > start,
    );
    const [first, last] = [inside[0], inside.at(-1)];
    if (first !== undefined && last !== undefined) return placeIn(entry.text, as, [first[0], last[1]]);
  }
  return null;
}

/** The place of a text that is read as a whole. */
export function placeIn(text: string, as: ReadAs, [start, end]: readonly [number, number]): PlaceInBox {
  return { field: fieldOf(as), text, start, end };
}
