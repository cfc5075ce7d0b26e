import type { ContactKind } from '../../policy/contacts.ts';
import type { Mark } from './column.ts';

/** One row for each version of a card; the newest counts. */
export interface ContactTable {
  entry_seq: number;
  contact_id: string;
  version: number;
  kind: ContactKind;
  name: string;
  agency: string | null;
  number: string;
  second: string | null;
  notes: string | null;
  checked_at: string | null;
  checked_by: string | null;
  /** 1 where it was taken off the list; no version follows. */
  retired: number;
  at: string;
  by: string;
  mark: Mark;
}
