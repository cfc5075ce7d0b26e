import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

export interface StoredFactor {
  readonly id: string;
  /** Base64url. */
  readonly nonce: string;
  readonly sealed: Uint8Array;
}

/** Somebody's newest factor, unless it was removed. */
export async function findFactor(db: ReadDb, personId: string): Promise<StoredFactor | undefined> {
  const { rows } = await sql<StoredFactor>`select id, nonce, sealed from second_factor f
    where person_id = ${personId}
      and entry_seq = (select max(entry_seq) from second_factor where person_id = ${personId})
      and not exists (select 1 from second_factor_event e where e.factor_id = f.id and e.kind = 'removed')`.execute(db);
  return rows[0];
}

/** Steps of codes, or places of recovery codes, that were used; none of them serves again. */
export async function listUsed(
  db: ReadDb,
  factorId: string,
  kind: 'code-used' | 'recovery-code-used',
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('second_factor_event')
    .select('step')
    .where('factor_id', '=', factorId)
    .where('kind', '=', kind)
    .orderBy('entry_seq', 'desc')
    .limit(100)
    .execute();
  return rows.flatMap(({ step }) => (step === null ? [] : [step]));
}
