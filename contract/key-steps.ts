import { z } from 'zod';
import { KEY_CHANGES, type KeyChange } from './keys.ts';

/** What people do around a change of the signing key, before the root is opened and after. */
export const KEY_STEPS = {
  term: { before: ['paper-and-stick'], after: ['clerk-told', 'authority-asked', 'put-back'] },
  lost: {
    before: ['looked-for', 'paper-and-stick'],
    after: ['list-to-clerk', 'authority-asked', 'backup-made', 'put-back'],
  },
  compromised: {
    before: ['machine-apart', 'last-head-found', 'paper-and-stick'],
    after: ['list-to-clerk', 'recipients-told', 'authority-told', 'passphrases-changed', 'put-back'],
  },
} as const satisfies Readonly<Record<KeyChange, Readonly<Record<'before' | 'after', readonly string[]>>>>;

type StepsOf<W extends KeyChange> = (typeof KEY_STEPS)[W]['before' | 'after'][number];
export type KeyStep = StepsOf<KeyChange>;

/** Steps that only a station takes whose key a town's authority certified. */
export const TOWN_STEPS: readonly KeyStep[] = ['authority-asked', 'authority-told'];

/** Every step of a kind of change, in order. */
export function stepsOf(why: KeyChange): readonly KeyStep[] {
  const { before, after } = KEY_STEPS[why];
  return [...before, ...after];
}

const everyStep = [...new Set(KEY_CHANGES.flatMap(stepsOf))];

/** Opens the root as a change would, and changes nothing. */
export const drillKeyInput = z.strictObject({
  /** Folder or stick with the recovery files. */
  recoveryFolder: z.string().min(1).max(4_000),
  /** As typed from the paper. */
  recoveryKey: z.string().max(200),
  why: z.enum(KEY_CHANGES),
});

/** How it was gone through. */
export const walkKeyInput = z.strictObject({
  why: z.enum(KEY_CHANGES),
  drill: z.boolean(),
  /** Entry of the drill, or of the change; null in a drill in which the root did not open. */
  begun: z.int().min(0).nullable(),
  steps: z.array(z.strictObject({ step: z.enum(everyStep), done: z.boolean() })).max(20),
  /** What was found; screened as a reason. */
  remark: z.string().min(1).max(400).optional(),
});

/** What a drill showed: the root opened, certified a key and called one back, and all of it was thrown away. */
export interface DrilledKey {
  /** Its entry in the log. */
  readonly begun: number;
}
