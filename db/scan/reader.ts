import type { ReadDb } from '../database.ts';

/** The bytes of one paper as they were sealed, and what they were sealed with. */
export async function findSealed(
  db: ReadDb,
  matterId: string,
  sha256: string,
): Promise<{ readonly nonce: string; readonly sealed: Uint8Array } | undefined> {
  return db
    .selectFrom('scan')
    .select(['nonce', 'sealed'])
    .where('matter_id', '=', matterId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}
