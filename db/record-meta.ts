/** When and by whom a record comes to be, and the ledger entry that covers it. */
export interface RecordMeta {
  /** UTC, to the hundredth of a second. */
  readonly at: string;
  /** Id of a person. */
  readonly by: string;
  readonly entrySeq: number;
}
