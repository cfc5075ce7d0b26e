// Facts that were told on "May we …?" before anything was recorded. They are no records: a new row takes the old one's
// place, and a row goes with what it was told for.
import { sql, type RawBuilder } from 'kysely';
import { ACTS, GROUNDS, type Act, type Ground } from '../../policy/decision.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { ToldDraft } from '../../policy/gate/told.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import { notSealed } from '../order/sealed.ts';
import { MATTER_NOW } from '../matter/now.ts';
import { bookedName, subjectName, toSubject } from '../matter/subject.ts';
import { oneOf, parseRecord, type JsonRecord } from '../parse.ts';

/** Whose page it is: of one person, one act and one record; of nobody booked where both ids are null. */
export interface ToldPlace {
  readonly by: string;
  readonly act: Act;
  readonly bookingId: string | null;
  readonly matterId: string | null;
}

export interface StoredTold extends Omit<ToldPlace, 'by'> {
  readonly subject: MatterSubject;
  readonly ground: Ground | null;
  readonly facts: JsonRecord;
  readonly keptAt: string;
  /** Of the matter, else of the booking. */
  readonly number: string | null;
  /** "Testperson, Alex"; null where nobody is named. */
  readonly person: string | null;
}

function at({ by, act, bookingId, matterId }: ToldPlace): RawBuilder<boolean> {
  return sql<boolean>`kept_by = ${by} and act = ${act} and coalesce(booking_id, '') = ${bookingId ?? ''}
    and coalesce(matter_id, '') = ${matterId ?? ''}`;
}

export async function deleteTold(tx: WriteTx, place: ToldPlace): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('ground_draft').where(at(place)).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Keeps what passed, in place of what was kept there before. */
export async function saveTold(
  tx: WriteTx,
  told: Cleared<ToldDraft>,
  kept: ToldPlace & { readonly id: string; readonly ground: Ground | null; readonly at: string },
): Promise<void> {
  await deleteTold(tx, kept);
  const { subject, facts } = told;
  await insertRow(tx, 'ground_draft', {
    id: kept.id,
    act: kept.act,
    booking_id: kept.bookingId,
    matter_id: kept.matterId,
    subject_role: subject.role ?? null,
    subject_last: subject.lastName ?? null,
    subject_first: subject.firstName ?? null,
    subject_dob: subject.dob ?? null,
    ground: kept.ground,
    facts: JSON.stringify(facts),
    kept_at: kept.at,
    kept_by: kept.by,
  });
}

/** All that somebody told and never recorded. */
export async function deleteToldBy(tx: WriteTx, personId: string): Promise<void> {
  await tx.deleteFrom('ground_draft').where('kept_by', '=', personId).execute();
}

function rowsOf(db: ReadDb) {
  return db
    .selectFrom('ground_draft as g')
    .leftJoin(MATTER_NOW, 'm.id', 'g.matter_id')
    .leftJoin('booking as b', (join) => join.on('b.id', '=', sql<string>`coalesce(g.booking_id, m.booking_id)`))
    .where(notSealed('b.id'))
    .selectAll('g')
    .select(['m.number as matter_number', 'b.number as booking_number', bookedName('b.id').as('booked')])
    .select([subjectName('m').as('matter_name'), subjectName('g').as('own_name')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function toTold(row: Row): StoredTold {
  return {
    act: oneOf(ACTS, row.act, 'ground_draft.act'),
    bookingId: row.booking_id,
    matterId: row.matter_id,
    subject: toSubject(row, 'ground_draft'),
    ground: row.ground === null ? null : oneOf(GROUNDS, row.ground, 'ground_draft.ground'),
    facts: parseRecord(row.facts, 'ground_draft.facts'),
    keptAt: row.kept_at,
    number: row.matter_number ?? row.booking_number,
    person: row.own_name ?? row.matter_name ?? row.booked,
  };
}

/** What somebody told there; nothing of a record on which a seal holds. */
export async function findTold(db: ReadDb, place: ToldPlace): Promise<StoredTold | undefined> {
  const { by, act, bookingId, matterId } = place;
  const row = await rowsOf(db)
    .where('g.kept_by', '=', by)
    .where('g.act', '=', act)
    .where('g.booking_id', 'is', bookingId)
    .where('g.matter_id', 'is', matterId)
    .executeTakeFirst();
  return row === undefined ? undefined : toTold(row);
}

/** All that somebody told and has not recorded, the oldest first. */
export async function listTold(db: ReadDb, by: string): Promise<readonly StoredTold[]> {
  return (await rowsOf(db).where('g.kept_by', '=', by).orderBy('g.kept_at').execute()).map(toTold);
}
