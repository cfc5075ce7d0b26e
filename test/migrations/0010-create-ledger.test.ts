import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0010-create-ledger');
});
afterAll(() => made.end());

describe('migration 0010-create-ledger', () => {
  it('makes the tables of an entry and its disclosures, and nothing else', () => {
    expect(made.tables).toEqual(['disclosure', 'ledger_entry']);
  });

  it('gives disclosure its columns', () => {
    expect(made.columns('disclosure')).toEqual({ seq: 'INTEGER', name: 'TEXT', text: 'TEXT', mark: 'TEXT' });
  });

  it('guards disclosure', () => {
    expect(made.guards('disclosure')).toEqual([
      'in_its_entry',
      'key_once_seq_name',
      'known_seq',
      'no_delete',
      'no_update',
    ]);
  });

  it('gives ledger_entry its columns', () => {
    expect(made.columns('ledger_entry')).toEqual({ seq: 'INTEGER', leaf: 'BLOB', leaf_hash: 'BLOB', mark: 'TEXT' });
  });

  it('guards ledger_entry', () => {
    expect(made.guards('ledger_entry')).toEqual(['key_once_seq', 'no_delete', 'no_gap', 'no_update', 'whole_hash']);
  });
});
