import type { Mark } from './column.ts';

/** One version of the list of consulates that are told of an arrest whatever the person wishes. */
export interface TreatyListTable {
  entry_seq: number;
  version: number;
  /** YYYY-MM-DD: the day on which it was held against its source. */
  as_of: string;
  source: string;
  /** JSON list of names of countries. */
  countries: string;
  /** JSON list of those that are told only where the person does not live here for good. */
  unless_resident: string;
  at: string;
  by: string;
  mark: Mark;
}
