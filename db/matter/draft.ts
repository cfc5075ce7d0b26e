// What was typed of an event of a matter before it was recorded. It is no record: a new row takes the old one's place,
// and a row goes with what it was typed for.
import { sql, type RawBuilder } from 'kysely';
import type { Cleared } from '../../policy/gate.ts';
import { MATTER_KINDS, type MatterKind } from '../../policy/matters/matter.ts';
import type { TypedForm } from '../../policy/matters/typed-form.ts';
import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import { notSealed } from '../order/sealed.ts';
import { oneOf, parseTexts } from '../parse.ts';
import { toDetail } from './detail.ts';
import { MATTER_NOW } from './now.ts';
import { bookedName, subjectName, toSubject } from './subject.ts';

/** Which form it is: of one person and one event; of one that would begin a matter where `matterId` is null. */
export interface FormPlace {
  readonly by: string;
  readonly kind: MatterKind;
  readonly event: string;
  readonly matterId: string | null;
  readonly bookingId: string | null;
}

export interface StoredForm extends Omit<FormPlace, 'by'>, TypedForm {
  /** Of the matter, else of the booking. */
  readonly number: string | null;
  /** "Testperson, Alex"; null where nobody is named. */
  readonly person: string | null;
  readonly keptAt: string;
}

function at({ by, kind, event, matterId, bookingId }: FormPlace): RawBuilder<boolean> {
  return sql<boolean>`kept_by = ${by} and kind = ${kind} and event = ${event}
    and coalesce(matter_id, '') = ${matterId ?? ''} and coalesce(booking_id, '') = ${bookingId ?? ''}`;
}

export async function deleteForm(tx: WriteTx, place: FormPlace): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('matter_draft').where(at(place)).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Keeps what passed, in place of what was kept there before. */
export async function saveForm(
  tx: WriteTx,
  typed: Cleared<TypedForm>,
  kept: Omit<FormPlace, 'kind' | 'event'> & { readonly id: string; readonly at: string },
): Promise<void> {
  const { kind, event, detail, subject } = typed;
  await deleteForm(tx, { ...kept, kind, event });
  await insertRow(tx, 'matter_draft', {
    ...{ id: kept.id, matter_id: kept.matterId, kind, event, booking_id: kept.bookingId },
    subject_role: subject.role ?? null,
    subject_last: subject.lastName ?? null,
    subject_first: subject.firstName ?? null,
    subject_dob: subject.dob ?? null,
    ...{ at: typed.at ?? null, detail: JSON.stringify(detail), left_out: JSON.stringify(typed.left) },
    ...{ kept_at: kept.at, kept_by: kept.by },
  });
}

/** All that somebody typed and never recorded. */
export async function deleteFormsBy(tx: WriteTx, personId: string): Promise<void> {
  await tx.deleteFrom('matter_draft').where('kept_by', '=', personId).execute();
}

function rowsOf(db: ReadDb) {
  return db
    .selectFrom('matter_draft as d')
    .leftJoin(MATTER_NOW, 'm.id', 'd.matter_id')
    .leftJoin('booking as b', (join) => join.on('b.id', '=', sql<string>`coalesce(d.booking_id, m.booking_id)`))
    .where(notSealed('b.id'))
    .selectAll('d')
    .select(['m.number as matter_number', 'b.number as booking_number', bookedName('b.id').as('booked')])
    .select([subjectName('m').as('matter_name'), subjectName('d').as('own_name')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function toForm(row: Row): StoredForm {
  return {
    kind: oneOf(MATTER_KINDS, row.kind, 'matter_draft.kind'),
    event: row.event,
    matterId: row.matter_id,
    bookingId: row.booking_id,
    subject: toSubject(row, 'matter_draft'),
    ...(row.at === null ? {} : { at: row.at }),
    detail: toDetail(row.detail, 'matter_draft.detail'),
    left: parseTexts(row.left_out, 'matter_draft.left_out'),
    number: row.matter_number ?? row.booking_number,
    person: row.own_name ?? row.matter_name ?? row.booked,
    keptAt: row.kept_at,
  };
}

/** All that somebody typed and has not recorded, the oldest first; nothing of a record on which a seal holds. */
export async function listForms(db: ReadDb, by: string): Promise<readonly StoredForm[]> {
  return (await rowsOf(db).where('d.kept_by', '=', by).orderBy('d.kept_at').execute()).map(toForm);
}
