import type { GroundRule, Pack } from '../packs/pack.ts';
import type { DecisionRequest } from './request.ts';

/** Whether a fact fits, is not there, or is there and does not fit. */
export type Finding = 'fits' | 'missing' | 'unfit';

/** True where the free-text screen blocks a text: immigration status is never a fact. */
export type TextBlocked = (text: string) => boolean;

/** What a test looks at. */
export interface Question {
  readonly request: DecisionRequest;
  readonly pack: Pack;
  readonly rule: GroundRule;
  readonly blocked: TextBlocked;
}

/** `missing` unless everything is there. */
export function allThere(...parts: readonly unknown[]): Finding {
  return parts.every((part) => part !== undefined) ? 'fits' : 'missing';
}
