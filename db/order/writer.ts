import { sql, type RawBuilder } from 'kysely';
import { ADDED_FIELDS, markTable } from '../added-fields.ts';
import type { WriteTx } from '../database.ts';
import { StoreFault } from '../fault.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import { checkGates } from '../schema-digest.ts';
import type { SealingEventKind } from '../schema/sealing-event.ts';
import { noteTidyDue } from '../tidy.ts';
import { HELD_TABLES, listHoldings, ofKeptApart, type Holdings, type Subject } from './holdings.ts';
import type { Audience } from './recall.ts';

/** Says that an order is carried out under this entry; until the next entry the database lets go what it lists. */
export async function insertExpunge(tx: WriteTx, meta: RecordMeta, cosignedBy: string | null): Promise<void> {
  await checkGates(tx);
  await insertRow(tx, 'expunge', { entry_seq: meta.entrySeq, at: meta.at, by: meta.by, cosigned_by: cosignedBy });
}

/** Fields that came after a release keep their marks beside; they go before the row that they are of. */
async function deleteAddedMarks(tx: WriteTx, among: RawBuilder<unknown>): Promise<void> {
  for (const fields of ADDED_FIELDS) {
    const own =
      fields.table === 'charge'
        ? sql`(booking_id, version) in (select booking_id, version from booking_version where entry_seq in (${among}))`
        : sql`entry_seq in (${among})`;
    await sql`delete from ${sql.table(markTable(fields))} where ${own}`.execute(tx);
  }
}

/**
 * What was told on "May we …?" or typed of a matter and not recorded: of the booking, of its matters, and under the same
 * last name of somebody who is not booked.
 */
async function deleteToldOf(tx: WriteTx, { bookingId }: Subject, matterIds: readonly string[]): Promise<void> {
  for (const drafts of ['ground_draft', 'matter_draft']) {
    await sql`delete from ${sql.table(drafts)} where booking_id = ${bookingId}
      or matter_id in (select value from json_each(${JSON.stringify(matterIds)}))
      or lower(subject_last) in (select lower(v.last_name) from booking_version v where v.booking_id = ${bookingId})`.execute(
      tx,
    );
  }
}

/**
 * Destroys rows and disclosures of these entries; the expunge of the newest entry must list them. What is left in free
 * pages and in the journal goes when the store is tidied next, which is due from now on.
 * @throws StoreFault `refused` where a row is not listed
 */
export async function deleteHoldings(tx: WriteTx, subject: Subject, { entries, matterIds }: Holdings): Promise<void> {
  const among = sql`select value from json_each(${JSON.stringify(entries)})`;
  await deleteAddedMarks(tx, among);
  await sql`delete from charge where (booking_id, version) in
    (select booking_id, version from booking_version where entry_seq in (${among}))`.execute(tx);
  await sql`delete from quarantine where ${ofKeptApart(among)}`.execute(tx);
  await sql`delete from draft where booking_id = ${subject.bookingId}`.execute(tx);
  await deleteToldOf(tx, subject, matterIds);
  for (const table of HELD_TABLES) {
    await sql`delete from ${sql.table(table)} where entry_seq in (${among})`.execute(tx);
  }
  await sql`delete from disclosure where seq in (${among})`.execute(tx);
  await noteTidyDue(tx, 'file and copies');
  const left = await listHoldings(tx, subject);
  if (left.entries.length > 0) throw new StoreFault('refused', 'rows of a record that was let go are left');
}

/** Forgets somebody who was told; the expunge of the newest entry must list the entry. */
export async function deleteRecall(tx: WriteTx, entry: number): Promise<void> {
  await sql`delete from recall where entry_seq = ${entry}`.execute(tx);
  await sql`delete from disclosure where seq = ${entry}`.execute(tx);
  await noteTidyDue(tx, 'file');
}

export async function insertRecall(
  tx: WriteTx,
  recall: Audience & { readonly id: string },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'recall', {
    entry_seq: meta.entrySeq,
    id: recall.id,
    audience: recall.audience,
    reached: recall.reached,
    number: recall.number,
    left_at: recall.leftAt,
    at: meta.at,
    by: meta.by,
  });
}

/** Closes a booking and all that hangs on it. */
export async function insertSealing(
  tx: WriteTx,
  sealing: { readonly id: string; readonly bookingId: string; readonly cosignedBy: string },
  meta: RecordMeta,
): Promise<void> {
  await checkGates(tx);
  const { id, bookingId, cosignedBy } = sealing;
  await insertRow(tx, 'sealing', {
    entry_seq: meta.entrySeq,
    id,
    booking_id: bookingId,
    at: meta.at,
    by: meta.by,
    cosigned_by: cosignedBy,
  });
}

export async function insertSealingEvent(
  tx: WriteTx,
  event: {
    readonly id: string;
    readonly sealingId: string;
    readonly kind: SealingEventKind;
    readonly cosignedBy: string | null;
  },
  meta: RecordMeta,
): Promise<void> {
  await checkGates(tx);
  await insertRow(tx, 'sealing_event', {
    entry_seq: meta.entrySeq,
    id: event.id,
    sealing_id: event.sealingId,
    kind: event.kind,
    at: meta.at,
    by: meta.by,
    cosigned_by: event.cosignedBy,
  });
}
