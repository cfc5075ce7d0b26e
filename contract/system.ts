/** One thing that was checked, in plain words. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What kind of fault it is, where it is one of the records: `tail-cut`. */
  readonly code?: string;
  /** Number of the first entry that is concerned, where it can be told. */
  readonly at?: number;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  /** The first check that failed, or its first bad position. */
  readonly firstBad?: string;
}
