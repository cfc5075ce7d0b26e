import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard } from './guards.ts';

/** What a disclosure of this name under the newest entry tells, as JSON; NULL where there is none. */
const toldNow = (name: string): string => `(select app_told(d.text) from disclosure d
    where d.seq = (select max(seq) from ledger_entry) and d.name = '${name}')`;

/** Tables of somebody's records whose rows stand under an entry of their own. */
const UNDER_AN_ENTRY = ['booking', 'booking_version', 'booking_event', 'number_abandoned', 'decision', 'determination']
  .concat('determination_event', 'status_record', 'notification', 'export', 'matter', 'matter_decision')
  .concat('matter_event', 'duty', 'duty_event', 'scan', 'recall', 'sealing', 'sealing_event');

/** Entries of somebody that have no row: a paper, an answer or a status was read, and why. */
const READINGS = `'matter.scan-read', 'status.read'`;

const isOfSomebody = UNDER_AN_ENTRY.map((table) => `exists (select 1 from ${table} r where r.entry_seq = g.value)`)
  .concat(
    `exists (select 1 from ledger_entry e where e.seq = g.value
      and json_extract(cast(e.leaf as text), '$.type') in (${READINGS}))`,
  )
  .join('\n    or ');

/** Whoever reads a status says why; that goes with the records when an order of a court destroys them. */
export const sayWhyOpened: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw('drop trigger expunge_records_of_somebody_only').execute(db);
    const list = `select 1 from json_each(${toldNow('gone')}) g where not (${isOfSomebody})`;
    await sql.raw(guard('expunge', 'records_of_somebody_only', `not exists (${list})`)).execute(db);
  },
};
