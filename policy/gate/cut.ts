// What of a text is left once the sentences are gone that tell status. Policy 1(b): nothing else of it may be lost, least
// of all a word about somebody's health.
import { APPROVED_FIELDS } from '../fields/approved-fields.ts';
import type { FieldValue } from '../fields/field.ts';
import { isWeighed } from '../screen/limits.ts';
import { screen } from '../screen/screen.ts';
import type { TaughtList } from '../screen/taught.ts';
import type { ScreenField } from '../screen/verdict.ts';
import { sentencesLeft } from '../sentences/rest-of.ts';
import { sentenceOverLines } from '../sentences/sentence-over-lines.ts';
import { screenFieldOf } from './screened-as.ts';
import { screenTogether } from './together.ts';

type Cut = (text: string) => string;

/**
 * A text without the sentences that tell status; empty where it is none of sentences, or nothing else stands in it. A
 * sentence goes over the ends of lines that were full or cannot end one. What a semicolon, the dot of a measure or the end
 * of a short line parts from it stays: nobody has the whole text any more.
 */
export function withoutTelling(text: string, field: ScreenField, taught: TaughtList): string {
  if (!screen(text, field, taught).blocked) return text;
  if (!isWeighed(field)) return '';
  return sentencesLeft(
    text,
    (one) => screen(one, field, taught),
    (one, span) => sentenceOverLines(one, span, 'clause'),
  );
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
