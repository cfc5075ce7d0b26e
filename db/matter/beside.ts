import { sql } from 'kysely';
import { MATTER_KINDS, type MatterKind } from '../../policy/matters/matter.ts';
import type { ReadDb } from '../database.ts';
import { MATTER_NOW, ofBooking } from './now.ts';
import { oneOf } from '../parse.ts';

export interface StoredMoment {
  readonly matterId: string;
  readonly number: string;
  readonly kind: MatterKind;
  readonly event: string;
  readonly at: string;
  readonly agency: string | null;
}

/** Every event of every matter of a booking, in the order in which it was entered. */
export async function listMomentsOf(db: ReadDb, bookingId: string): Promise<readonly StoredMoment[]> {
  const rows = await db
    .selectFrom('matter_event as e')
    .innerJoin(MATTER_NOW, 'm.id', 'e.matter_id')
    .select(['m.id as matterId', 'm.number', 'm.kind', 'e.kind as event', 'e.at'])
    .select(sql<string | null>`json_extract(e.detail, '$.agency')`.as('agency'))
    .where(ofBooking(bookingId))
    // Sorted once found: in the order of the entries SQLite would walk through all events there ever were.
    .orderBy(sql`+e.entry_seq`)
    .execute();
  return rows.map((row) => ({ ...row, kind: oneOf(MATTER_KINDS, row.kind, 'matter.kind') }));
}
