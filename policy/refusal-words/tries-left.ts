import type { Refusal } from '../refusal.ts';

/** How many wrong tries are left, as a sentence with a blank before it; empty where it is not told. */
export function triesLeft(refusal: Refusal): string {
  const left = refusal.params?.['triesLeft'];
  if (typeof left !== 'number') return '';
  if (left === 0) return ' No try is left.';
  return left === 1 ? ' One try is left.' : ` ${String(left)} tries are left.`;
}
