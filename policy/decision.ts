/** Acts that the policy gates. */
export const ACTS = [
  'ask-status',
  'query-immigration-database',
  'record-status',
  'request-travel-document',
  'notify-ice',
  'participate-investigation',
  'assist-operation',
  'reply-request',
  'detain',
] as const;
export type Act = (typeof ACTS)[number];

/** Grounds in the order in which they are tried. */
export const GROUNDS = ['2a', '2b', '2c', '2d', '2e', 'X1', 'X2', '1c', '3b-i', '3b-ii', '3c', 'LC'] as const;
export type Ground = (typeof GROUNDS)[number];

export const SUBJECT_ROLES = ['arrestee', 'suspect', 'victim', 'witness', 'reporting-party', 'visitor'] as const;
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

/** The answer to one request, in the shape of the command line. */
export interface Decision {
  readonly id: string;
  readonly decision: 'allow' | 'refuse';
  readonly ground?: Ground;
  readonly cite?: string;
  readonly missing: readonly string[];
  readonly contradicted: readonly string[];
  readonly due: readonly { readonly duty: string; readonly by: string }[];
  readonly prompts: readonly string[];
  readonly why: string;
}
