import type { Verdict } from '../../policy/screen/verdict.ts';
import { words } from '../words/words.ts';

/**
 * What is heard of a text when something is found in it: one sentence without the words themselves, so that it stays
 * the same while they are typed on, and changes with the number and the kind of what is found. Empty where nothing is.
 */
export function heardOf({ findings }: Pick<Verdict, 'findings'>, hints: boolean): string {
  const text = words.booking.refusal;
  const blocked = findings.filter(({ action }) => action === 'block');
  const [first] = blocked;
  if (first !== undefined) return text.heard(text.tells[first.category], blocked.length);
  return hints && findings.length > 0 ? text.heardHint : '';
}

/** The ids of what describes a box: its note, and its refusal or the hint that was found in it. */
export function describedBy(id: string, found: { readonly blocked: boolean; readonly hint?: boolean }): string {
  const more = found.blocked ? ` ${id}-refusal` : found.hint === true ? ` ${id}-hint` : '';
  return `${id}-note${more}`;
}
