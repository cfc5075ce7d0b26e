/** One thing that was checked, in plain words. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  /** The first check that failed, or its first bad position. */
  readonly firstBad?: string;
}
