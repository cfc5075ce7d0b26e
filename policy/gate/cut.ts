// What of a text is left once the sentences are gone that tell status. Policy 1(b): nothing else of it may be lost, least
// of all a word about somebody's health.
import { APPROVED_FIELDS } from '../fields/approved-fields.ts';
import type { FieldValue } from '../fields/field.ts';
import { isWeighed } from '../screen/limits.ts';
import { screenedText } from '../screen/never-taught.ts';
import { rangeOfWords } from '../screen/scorer.ts';
import { screen } from '../screen/screen.ts';
import { sentencesOf } from '../screen/sentences.ts';
import type { TaughtList } from '../screen/taught.ts';
import type { ScreenField } from '../screen/verdict.ts';
import { screenFieldOf } from './screened-as.ts';
import { screenTogether } from './together.ts';

type Cut = (text: string) => string;

/** A text in its sentences, each with what stands behind it before the next; together they are the text. */
function sentencesIn(text: string, field: ScreenField): readonly (readonly [start: number, end: number])[] {
  const read = screenedText(text, field);
  const starts = sentencesOf(read.folded.text, read.words).map((one) => rangeOfWords(read, one).start);
  return starts.map((start, at) => [at === 0 ? 0 : start, starts[at + 1] ?? text.length]);
}

/** A text without the sentences that tell status; empty where it is none of sentences, or nothing else stands in it. */
export function withoutTelling(text: string, field: ScreenField, taught: TaughtList): string {
  const { blocked, spans } = screen(text, field, taught);
  if (!blocked) return text;
  if (!isWeighed(field)) return '';
  const sentences = sentencesIn(text, field);
  const kept = sentences.filter(([start, end]) => !spans.some(([from, to]) => from < end && to > start));
  const rest = kept.map(([start, end]) => text.slice(start, end)).join('');
  return rest.length < text.length ? withoutTelling(rest.trim(), field, taught) : '';
}

/** Entries without what they tell, alone or side by side. */
function entriesLeft(entries: readonly string[], field: ScreenField, taught: TaughtList): readonly string[] {
  const cut: Cut = (text) => withoutTelling(text, field, taught);
  const left = entries.map(cut).filter((text) => text !== '');
  const touched = new Set(screenTogether(left, field, taught).flatMap(({ parts }) => parts.map(({ entry }) => entry)));
  return touched.size === 0
    ? left
    : entriesLeft(
        left.filter((_, at) => !touched.has(at)),
        field,
        taught,
      );
}

/** The fields of a booking without the sentences and entries that tell status; what is empty then is left out. */
export function cutTelling(
  fields: Readonly<Record<string, FieldValue | undefined>>,
  taught: TaughtList,
): Readonly<Record<string, FieldValue>> {
  const cut: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = APPROVED_FIELDS.find((one) => one.name === name && one.part === 'booking');
    const left = field === undefined ? value : leftOf(value, screenFieldOf(field), taught);
    if (left !== undefined && left !== '' && !(Array.isArray(left) && left.length === 0)) cut[name] = left;
  }
  return cut;
}

function leftOf(value: FieldValue | undefined, field: ScreenField, taught: TaughtList): FieldValue | undefined {
  if (typeof value === 'string') return withoutTelling(value, field, taught);
  return typeof value === 'object' ? entriesLeft(value, field, taught) : value;
}
