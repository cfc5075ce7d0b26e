import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';
import { withDigest, withoutDigest } from './credential.ts';

export interface StoredKey {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** Base64url. */
  readonly credential: string;
  /** Base64url of its SPKI. */
  readonly publicKey: string;
  /** How often it signed, as it last counted. */
  readonly signCount: number;
  readonly at: string;
}

/** Somebody's keys, the oldest first; none that was taken away, or that stood beside a factor which was. */
export async function listKeys(db: ReadDb, personId: string): Promise<readonly StoredKey[]> {
  const { rows } = await sql<StoredKey>`select k.id, k.person_id as personId, k.name, k.credential,
      k.public_key as publicKey, k.at,
      max(k.sign_count, coalesce((select max(u.sign_count) from security_key_event u where u.key_id = k.id), 0)) as signCount
    from security_key k
    where k.person_id = ${personId}
      and not exists (select 1 from security_key_event e where e.key_id = k.id and e.kind = 'removed')
      and not exists (select 1 from second_factor_event e join second_factor f on f.id = e.factor_id
        where f.person_id = k.person_id and e.kind = 'removed' and e.entry_seq > k.entry_seq)
    order by k.entry_seq`.execute(db);
  return rows.map((row) => ({ ...row, credential: withoutDigest(row.credential) }));
}

/** Whether a key stands in the store already: anybody's, also one that was taken away. */
export async function isKeyKept(db: ReadDb, credential: string): Promise<boolean> {
  const { rows } = await sql`select 1 from security_key where credential = ${withDigest(credential)}`.execute(db);
  return rows.length > 0;
}
