import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0120-create-imports');
});
afterAll(() => made.end());

describe('migration 0120-create-imports', () => {
  it('makes the tables of imports, and nothing else', () => {
    expect(made.tables).toEqual(['import_run', 'import_source', 'quarantine']);
  });

  it('gives import_run its columns', () => {
    expect(made.columns('import_run')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      file_name: 'TEXT',
      sha256: 'TEXT',
      profile: 'TEXT',
      rows: 'INTEGER',
      bookings: 'INTEGER',
      accepted: 'INTEGER',
      updated: 'INTEGER',
      duplicates: 'INTEGER',
      quarantined: 'INTEGER',
      failed: 'INTEGER',
      report: 'TEXT',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards import_run', () => {
    expect(made.guards('import_run')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'known_by',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
      'verdicts_add_up',
    ]);
  });

  it('gives import_source its columns', () => {
    expect(made.columns('import_source')).toEqual({
      source_system: 'TEXT',
      source_record_id: 'TEXT',
      admission: 'TEXT',
      entry_seq: 'INTEGER',
      booking_id: 'TEXT',
      row_digest: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards import_source', () => {
    expect(made.guards('import_source')).toEqual([
      'digest',
      'key_once_source_system_source_record_id_admission_entry_seq',
      'known_booking_id',
      'known_entry_seq',
      'no_delete',
      'no_update',
    ]);
  });

  it('gives quarantine its columns', () => {
    expect(made.columns('quarantine')).toEqual({
      id: 'TEXT',
      entry_seq: 'INTEGER',
      import_id: 'TEXT',
      row: 'INTEGER',
      source_id: 'TEXT',
      headings: 'TEXT',
      categories: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards quarantine', () => {
    expect(made.guards('quarantine')).toEqual(['key_once_id', 'known_entry_seq', 'lists', 'no_delete', 'no_update']);
  });

  it('finds rows of quarantine by an index', () => {
    expect(made.indexes('quarantine')).toEqual(['quarantine_of']);
  });
});
