import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0080-adopt-policy');
});
afterAll(() => made.end());

describe('migration 0080-adopt-policy', () => {
  it('makes the tables of policy packs, and nothing else', () => {
    expect(made.tables).toEqual(['policy_pack']);
  });

  it('gives policy_pack its columns', () => {
    expect(made.columns('policy_pack')).toEqual({
      entry_seq: 'INTEGER',
      digest: 'TEXT',
      id: 'TEXT',
      version: 'TEXT',
      body: 'TEXT',
      effective_from: 'TEXT',
      effective_until: 'TEXT',
      adopted_at: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards policy_pack', () => {
    expect(made.guards('policy_pack')).toEqual([
      'key_once_digest',
      'key_once_entry_seq',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_body',
      'readable_times',
    ]);
  });
});
