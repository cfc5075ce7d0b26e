import { z } from 'zod';

const shortText = z.string().trim().min(1).max(120);

const chief = z.strictObject({ name: shortText, displayName: shortText, badge: shortText, passphrase: z.string() });

/** What was typed so far, page by page. */
export const setupJudgeInput = z.strictObject({ name: shortText, chief: chief.optional() });

export const setupFinishInput = z.strictObject({
  name: shortText,
  /** FBI originating agency identifier: nine letters and digits. */
  ori: z.string().regex(/^[A-Z0-9]{9}$/),
  recoveryFolder: z.string().min(1),
  /** The recovery key as shown by setup.begin, typed back. */
  recoveryKey: z.string(),
  chief,
});

export interface StationInfo {
  /** `new`: no station in this folder. `sealed`: the key must come from a sign-in. `open`: records can be read. */
  readonly state: 'new' | 'sealed' | 'open';
  readonly name?: string;
  readonly ori?: string;
  readonly version: string;
  readonly keyGuard?: 'system' | 'passphrase';
  /** Where the recovery files go unless another folder is named. */
  readonly suggestedRecoveryFolder: string;
}

export interface SetupFinished {
  readonly rootFingerprint: string;
  readonly recoveryFiles: readonly string[];
}
