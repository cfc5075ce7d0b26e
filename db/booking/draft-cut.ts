import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import { parseTexts } from '../parse.ts';

/** What an unfinished form lost. */
export interface StoredDraftCut {
  /** When it lost something last. */
  readonly at: string;
  /** Names of fields, each once. */
  readonly boxes: readonly string[];
}

/** Null where the form lost nothing. */
export async function findDraftCut(db: ReadDb, bookingId: string): Promise<StoredDraftCut | null> {
  const row = await db
    .selectFrom('draft_cut')
    .select(['at', 'boxes'])
    .where('booking_id', '=', bookingId)
    .executeTakeFirst();
  return row === undefined ? null : { at: row.at, boxes: parseTexts(row.boxes, 'draft_cut.boxes') };
}

/** Adds to what an unfinished form lost; that is told until the form is saved or given up. */
export async function noteDraftCut(tx: WriteTx, bookingId: string, { at, boxes }: StoredDraftCut): Promise<void> {
  const before = await findDraftCut(tx, bookingId);
  const all = [...new Set([...(before?.boxes ?? []), ...boxes])];
  await tx.deleteFrom('draft_cut').where('booking_id', '=', bookingId).execute();
  await insertRow(tx, 'draft_cut', { booking_id: bookingId, boxes: JSON.stringify(all), at });
}
