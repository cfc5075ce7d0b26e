import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0190-seal-scans');
});
afterAll(() => made.end());

describe('migration 0190-seal-scans', () => {
  it('makes the table of scans, and nothing else', () => {
    expect(made.tables).toEqual(['scan']);
  });

  it('gives scan its columns', () => {
    expect(made.columns('scan')).toEqual({
      entry_seq: 'INTEGER',
      matter_id: 'TEXT',
      sha256: 'TEXT',
      size: 'INTEGER',
      media_type: 'TEXT',
      nonce: 'TEXT',
      sealed: 'BLOB',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards scan', () => {
    expect(made.guards('scan')).toEqual([
      'key_once_entry_seq',
      'key_once_matter_id_sha256',
      'known_by',
      'known_entry_seq',
      'known_matter_id',
      'no_delete',
      'no_update',
      'readable_times',
      'sealed',
    ]);
  });

  it('lets an event name a scan of its own matter only', () => {
    expect(made.guards('matter_event')).toContain('scan_of_its_matter');
  });
});
