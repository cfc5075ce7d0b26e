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

/** The place of a text that is read as a whole. */
export function placeIn(text: string, as: ReadAs, [start, end]: readonly [number, number]): PlaceInBox {
  return { field: fieldOf(as), text, start, end };
}
