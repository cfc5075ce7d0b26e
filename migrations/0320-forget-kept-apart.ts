import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { goesByOrder } from './order-way.ts';

/** The newest booking that came of the record whose row was kept apart; none where none ever did. */
const ENTRY = `(select max(s.entry_seq) from import_source s where s.source_record_id = old.source_id)`;

/** A row that was kept apart names a record of another system; it goes with the booking that came of that record. */
export const forgetKeptApart: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of ['drop trigger quarantine_no_delete', goesByOrder('quarantine', ENTRY)])
      await sql.raw(statement).execute(db);
  },
};
