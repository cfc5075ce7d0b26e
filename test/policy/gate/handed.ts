import type { Refusal } from '../../../policy/refusal.ts';

/** What a function of the gate answers, as far as these tests look at it; a draft's answer has no `ok`. */
export interface Answer {
  readonly ok?: boolean;
  readonly refusals?: readonly Refusal[];
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  return 'ok' in value || 'refusals' in value;
}

/** Hands a function of the gate what its types do not let through, as a caller without a compiler would. */
export function handed(clear: (...args: readonly never[]) => unknown, args: readonly unknown[]): Answer {
  const answer: unknown = Reflect.apply(clear, undefined, args);
  if (!isAnswer(answer)) throw new TypeError('the gate gave no answer');
  return answer;
}
