// What would have to be taught so that a place of a text is let through: its words where that is enough, else its whole
// sentence, and nothing where either tells status wherever it stands. Policy 1(b).
import { rangeOf } from './fold.ts';
import { screenedText, SHAPED } from './never-taught.ts';
import type { Screened } from './phrase-matcher.ts';
import { screen } from './screen.ts';
import { isWeighed } from './limits.ts';
import { sentencesOf } from './sentences.ts';
import {
  taughtField,
  whyNotTaught,
  type NotTaught,
  type TaughtGrain,
  type TaughtList,
  type TaughtPhrase,
} from './taught.ts';
import type { Finding, ScreenField } from './verdict.ts';

/** A place of a text that is refused, in UTF-16 units of the text as given. */
export interface RefusedPlace {
  readonly field: ScreenField;
  readonly start: number;
  readonly end: number;
}

/** `why` besides those of a phrase: `passes` where nothing is refused there, `more` where it stays refused all the same. */
export type Teaching =
  | { readonly ok: true; readonly taught: TaughtPhrase }
  | { readonly ok: false; readonly why: NotTaught | 'passes' | 'more' };

interface Span {
  readonly start: number;
  readonly end: number;
}

const meets = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;

function blocksAt(findings: readonly Finding[], at: Span): readonly Finding[] {
  return findings.filter((finding) => finding.action === 'block' && meets(finding, at));
}

/** The words that the place touches, from the first letter to the last. */
function wordsAt({ folded, words }: Screened, at: Span): Span | null {
  const touched = words.starts.flatMap((from, index) => {
    const [start, end] = rangeOf(folded, from, words.ends[index] ?? from);
    return meets({ start, end }, at) ? [{ start, end }] : [];
  });
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The sentence around the place; where a text is no sentence, the whole of it. */
function wholeAt({ folded, words, field }: Screened, at: Span): Span | null {
  const all = [0, words.starts.length] as const;
  const wholes = isWeighed(field) ? sentencesOf(folded.text, words) : [all];
  const spans = wholes.map(([from, to]) => {
    const [start, end] = rangeOf(folded, words.starts[from] ?? 0, words.ends[to - 1] ?? 0);
    return { start, end };
  });
  return spans.find(({ start, end }) => start <= at.start && end >= at.end) ?? null;
}

interface Asked {
  readonly text: string;
  readonly at: RefusedPlace;
  readonly taught: TaughtList;
}

function tryGrain({ text, at, taught }: Asked, grain: TaughtGrain, span: Span | null): Teaching {
  const field = taughtField(at.field);
  if (span === null || field === undefined) return { ok: false, why: 'kind' };
  const phrase = { field, grain, phrase: text.slice(span.start, span.end) };
  const why = whyNotTaught(phrase);
  if (why !== null) return { ok: false, why };
  const left = blocksAt(screen(text, field, taught.and(phrase)).findings, span);
  return left.length === 0 ? { ok: true, taught: phrase } : { ok: false, why: 'more' };
}

/** What would let this place through, word for word as it is typed; or why nothing may. */
export function teachingOf(text: string, at: RefusedPlace, taught: TaughtList): Teaching {
  const blocks = blocksAt(screen(text, at.field, taught).findings, at);
  if (blocks.length === 0) return { ok: false, why: 'passes' };
  if (blocks.some(({ category }) => SHAPED.has(category))) return { ok: false, why: 'shape' };
  const read = screenedText(text, at.field);
  const asked = { text, at, taught };
  const words = tryGrain(asked, 'words', wordsAt(read, at));
  const settled = words.ok || words.why === 'sure' || words.why === 'shape' || words.why === 'kind';
  return settled ? words : tryGrain(asked, 'whole', wholeAt(read, at));
}
