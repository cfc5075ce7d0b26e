// Names and labels that stand in the records beside what somebody said: headings of foreign files, codes of our own.
import { APPROVED_FIELDS } from '../policy/fields/approved-fields.ts';
import { PROTECTED_FIELDS } from '../policy/fields/protected-fields.ts';
import { SCREEN_CATEGORIES, type ScreenCategory } from '../policy/screen/verdict.ts';
import type { Guards } from './guards.ts';

const NONE: ReadonlySet<ScreenCategory> = new Set();

/** Our own words for what is refused; some of them name the topic. */
const OWN_LABELS: ReadonlySet<string> = new Set<string>([
  ...SCREEN_CATEGORIES,
  ...PROTECTED_FIELDS.flatMap((field) => [field.id, field.category]),
  ...APPROVED_FIELDS.map((field) => field.name),
]);

/** A short word of our own: a category, a clause, a field's id. Another one tells no status. */
export function isLabel(value: string, guards: Guards): boolean {
  if (OWN_LABELS.has(value)) return true;
  return /^[\w().,:;'/ &§-]{1,120}$/.test(value) && !guards.blocks(value, 'reason', NONE);
}

/** A heading of a foreign file: one that the lists know word for word, or one that tells nothing. */
export function isHeading(value: string, guards: Guards): boolean {
  return value.length <= 200 && (guards.isListedName(value) || !guards.blocks(value, 'title', NONE));
}
