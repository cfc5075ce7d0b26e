// Orders that were carried out, as a backup has to know them that was made before: what went, by the hash of its entry.
import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';
import { parseRecord, type JsonRecord } from '../parse.ts';
import type { Subject } from './holdings.ts';

/** An entry of the ledger, in whatever copy of it. */
export interface NamedEntry {
  readonly seq: number;
  /** Of its leaf, hex. */
  readonly hash: string;
}

export interface CarriedOrder {
  readonly kind: 'expunge' | 'seal';
  /** Of everything that went, or of the booking that was closed. */
  readonly entries: readonly NamedEntry[];
  /** What the papers of the order say. */
  readonly order: JsonRecord;
  readonly by: string;
  readonly cosignedBy: string;
  readonly at: string;
}

interface Row {
  readonly entries: string;
  readonly told: string;
  readonly by: string;
  readonly cosignedBy: string;
  readonly at: string;
}

const NAMED = sql`json_group_array(json_object('seq', e.seq, 'hash', lower(hex(e.leaf_hash))))`;
const TOLD = sql`(select app_told(d.text) from disclosure d where d.seq = x.entry_seq and d.name = 'order')`;

const EXPUNGED = sql<Row>`select x."by", x.cosigned_by as cosignedBy, x.at, ${TOLD} as told,
  (select ${NAMED} from disclosure g, json_each(app_told(g.text)) n join ledger_entry e on e.seq = n.value
    where g.seq = x.entry_seq and g.name = 'gone') as entries
  from expunge x where x.cosigned_by is not null order by x.entry_seq`;

const SEALED = sql<Row>`select x."by", x.cosigned_by as cosignedBy, x.at, ${TOLD} as told,
  (select ${NAMED} from booking b join ledger_entry e on e.seq = b.entry_seq where b.id = x.booking_id) as entries
  from sealing x where not exists (select 1 from sealing_event l where l.sealing_id = x.id and l.kind = 'lifted')
  order by x.entry_seq`;

function namesIn(text: string): readonly NamedEntry[] {
  const value: unknown = JSON.parse(text);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => {
    const { seq, hash } = parseRecord(JSON.stringify(item), 'carried.entries');
    return typeof seq === 'number' && typeof hash === 'string' ? [{ seq, hash }] : [];
  });
}

function toOrder(kind: CarriedOrder['kind'], { entries, told, by, cosignedBy, at }: Row): CarriedOrder {
  return { kind, entries: namesIn(entries), order: parseRecord(told, 'disclosure.order'), by, cosignedBy, at };
}

/** Every expungement ever, and every seal that holds. */
export async function listCarriedOrders(db: ReadDb): Promise<readonly CarriedOrder[]> {
  const [gone, sealed] = [await EXPUNGED.execute(db), await SEALED.execute(db)];
  return [...gone.rows.map((row) => toOrder('expunge', row)), ...sealed.rows.map((row) => toOrder('seal', row))];
}

/** Entry of the newest expungement, and the latest moment of any; null where there was none. */
export async function newestExpungement(db: ReadDb): Promise<{ readonly seq: number; readonly at: string } | null> {
  const { rows } = await sql<{ readonly seq: number; readonly at: string }>`
    select max(entry_seq) as seq, max(at) as at from expunge where cosigned_by is not null
    having count(*) > 0`.execute(db);
  return rows[0] ?? null;
}

/** Those of these entries that this store has, and of which it still discloses something. */
export async function listDisclosed(db: ReadDb, entries: readonly NamedEntry[]): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly seq: number }>`select e.seq from json_each(${JSON.stringify(entries)}) n
    join ledger_entry e on e.seq = n.value ->> 'seq' and lower(hex(e.leaf_hash)) = n.value ->> 'hash'
    where exists (select 1 from disclosure d where d.seq = e.seq) order by e.seq`.execute(db);
  return rows.map(({ seq }) => seq);
}

/** The booking under one of these entries, and what stands beside it. */
export async function subjectUnder(db: ReadDb, entries: readonly number[]): Promise<Subject> {
  const among = sql`(select value from json_each(${JSON.stringify(entries)}))`;
  const { rows } = await sql<{ readonly id: string; readonly kind: string }>`
    select id, 'booking' as kind from booking where entry_seq in ${among}
    union all select id, 'beside' from matter where booking_id is null and entry_seq in ${among}
    union all select id, 'beside' from matter_decision where matter_id is null and entry_seq in ${among}`.execute(db);
  return {
    bookingId: rows.find(({ kind }) => kind === 'booking')?.id ?? '',
    beside: rows.filter(({ kind }) => kind === 'beside').map(({ id }) => id),
  };
}
