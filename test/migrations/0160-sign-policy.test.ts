import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0160-sign-policy');
});
afterAll(() => made.end());

describe('migration 0160-sign-policy', () => {
  it('makes the tables of adoptions and acknowledgements, and nothing else', () => {
    expect(made.tables).toEqual(['policy_acknowledgement', 'policy_adoption']);
  });

  it('gives policy_adoption its columns', () => {
    expect(made.columns('policy_adoption')).toEqual({
      entry_seq: 'INTEGER',
      pack_digest: 'TEXT',
      signature: 'TEXT',
      adopted_at: 'TEXT',
      adopted_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards policy_adoption', () => {
    expect(made.guards('policy_adoption')).toEqual([
      'by_the_chief',
      'detached_signature',
      'key_once_entry_seq',
      'key_once_pack_digest',
      'known_entry_seq',
      'known_pack_digest',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });

  it('gives policy_acknowledgement its columns', () => {
    expect(made.columns('policy_acknowledgement')).toEqual({
      entry_seq: 'INTEGER',
      pack_digest: 'TEXT',
      person_id: 'TEXT',
      at: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards policy_acknowledgement', () => {
    expect(made.guards('policy_acknowledgement')).toEqual([
      'by_somebody_active',
      'key_once_entry_seq',
      'key_once_pack_digest_person_id',
      'known_entry_seq',
      'known_pack_digest',
      'known_person_id',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });
});
