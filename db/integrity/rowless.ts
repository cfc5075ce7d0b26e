import type { ReadDb } from '../database.ts';
import { lastSeq } from '../ledger/reader.ts';
import { listGone } from '../order/reader.ts';
import { readRows, statement } from '../statement.ts';

/** Numbers that are looked at in one go. */
const SPAN = 1_000;

/** Tables whose rows stand under the number of their entry, which is their key. */
const COVERED = [
  'station',
  'certificate',
  'person',
  'person_event',
  'policy_pack',
  'policy_adoption',
  'policy_acknowledgement',
  'booking',
  'booking_version',
  'booking_event',
  'number_abandoned',
  'determination',
  'determination_event',
  'status_record',
  'decision',
  'notification',
  'export',
  'handover',
  'import_run',
  'matter',
  'matter_event',
  'matter_decision',
  'duty',
  'duty_event',
  'scan',
  'contact',
  'log_origin',
  'expunge',
  'recall',
  'sealing',
  'sealing_event',
  'taught_phrase',
  'taught_phrase_event',
  'audit_event',
  'treaty_list',
  'blank_form',
  'account_event',
  'account_review',
  'review',
  'town_chain',
  'key_walk',
  'second_factor',
  'second_factor_event',
  'security_key',
  'security_key_event',
  'station_setting',
] as const;

/** Kinds of entries that are a record of their own: nothing else was written with them. */
const ALONE = [
  'backup.made',
  'backup.planned',
  'clock.accounted',
  'clock.jumped',
  'key.drilled',
  'key.requested',
  'leaks.looked-for',
  'matter.scan-read',
  'release.written',
  'status.read',
  'test.recorded',
];

const within = (column: string): string =>
  `${column} >= (select first from span) and ${column} < (select next from span)`;
const quoted = ALONE.map((type) => `'${type}'`).join(', ');
const numbers = COVERED.map((table) => `select entry_seq from ${table} where ${within('entry_seq')}`);
const rowless = statement(`with span (first, next) as (select ?, ?) select seq from ledger_entry where ${within('seq')}
  and seq not in (${numbers.join(' union all ')})
  and coalesce(json_valid(cast(leaf as text)), 0) and (cast(leaf as text) ->> 'type') not in (${quoted}) order by seq`);

interface Numbered {
  readonly seq: number;
}

/** First entry whose record is gone though no order let it go: no row of any table stands under its number. */
export async function findRowless(db: ReadDb): Promise<number | null> {
  const gone = await listGone(db);
  const last = await lastSeq(db);
  for (let from = 0; from <= last; from += SPAN) {
    const rows = await readRows<Numbered>(db, rowless([from, from + SPAN]));
    const found = rows.find(({ seq }) => !gone.has(seq));
    if (found !== undefined) return found.seq;
  }
  return null;
}
