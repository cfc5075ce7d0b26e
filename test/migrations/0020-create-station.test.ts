import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0020-create-station');
});
afterAll(() => made.end());

describe('migration 0020-create-station', () => {
  it('makes the tables of a station and its certificates, and nothing else', () => {
    expect(made.tables).toEqual(['certificate', 'station']);
  });

  it('gives certificate its columns', () => {
    expect(made.columns('certificate')).toEqual({
      entry_seq: 'INTEGER',
      fingerprint: 'TEXT',
      kind: 'TEXT',
      pem: 'TEXT',
      created_at: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards certificate', () => {
    expect(made.guards('certificate')).toEqual([
      'key_once_entry_seq',
      'key_once_fingerprint',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });

  it('gives station its columns', () => {
    expect(made.columns('station')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      name: 'TEXT',
      ori: 'TEXT',
      log_origin: 'TEXT',
      agency_code: 'TEXT',
      created_at: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards station', () => {
    expect(made.guards('station')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'key_once_log_origin',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });
});
