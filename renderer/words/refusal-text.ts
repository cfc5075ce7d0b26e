import type { Refusal } from '../../policy/refusal.ts';
import { fieldLabel } from './field-label.ts';
import { words } from './words.ts';

/** The sentence of a refusal; names the field as the form labels it. */
export function refusalText(refusal: Refusal): string {
  const field = refusal.field === undefined ? '' : fieldLabel(refusal.field);
  return words.refusals[refusal.code](refusal, field);
}
