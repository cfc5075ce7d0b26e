import type { ReadDb } from '../database.ts';

export interface StoredAdoption {
  readonly digest: string;
  readonly id: string;
  readonly version: string;
  /** JSON text as stored; whoever reads it looks at its digest. */
  readonly body: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  readonly signature: string;
  readonly adoptedAt: string;
  readonly adoptedById: string;
  /** Display name. */
  readonly adoptedBy: string;
}

export interface StoredAcknowledgement {
  readonly digest: string;
  readonly personId: string;
  /** Display name. */
  readonly person: string;
  readonly at: string;
}

/** Adopted versions of the policy, the first one first. */
export async function listAdoptions(db: ReadDb): Promise<readonly StoredAdoption[]> {
  return db
    .selectFrom('policy_adoption as a')
    .innerJoin('policy_pack as p', 'p.digest', 'a.pack_digest')
    .innerJoin('person as w', 'w.id', 'a.adopted_by')
    .select(['p.digest', 'p.id', 'p.version', 'p.body'])
    .select(['p.effective_from as effectiveFrom', 'p.effective_until as effectiveUntil', 'a.signature'])
    .select(['a.adopted_at as adoptedAt', 'a.adopted_by as adoptedById', 'w.display_name as adoptedBy'])
    .orderBy('a.entry_seq')
    .execute();
}

/** Who has read which version, in the order in which they did. */
export async function listAcknowledgements(db: ReadDb): Promise<readonly StoredAcknowledgement[]> {
  return db
    .selectFrom('policy_acknowledgement as k')
    .innerJoin('person as w', 'w.id', 'k.person_id')
    .select(['k.pack_digest as digest', 'k.person_id as personId', 'w.display_name as person', 'k.at'])
    .orderBy('k.entry_seq')
    .execute();
}
