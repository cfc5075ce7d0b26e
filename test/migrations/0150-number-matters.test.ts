import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';
import { NOBODYS } from '../support/store-station.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0150-number-matters');
});
afterAll(() => made.end());

describe('migration 0150-number-matters', () => {
  it('makes no table; the numbers move into their own with one kind more', () => {
    expect(made.tables).toEqual([]);
  });

  it('gives number_reservation its columns', () => {
    expect(made.columns('number_reservation')).toEqual({
      kind: 'TEXT',
      year: 'INTEGER',
      seq: 'INTEGER',
      number: 'TEXT',
      record_id: 'TEXT',
      reserved_at: 'TEXT',
      reserved_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards number_reservation', () => {
    expect(made.guards('number_reservation')).toEqual([
      'key_once_kind_record_id',
      'key_once_kind_year_seq',
      'known_reserved_by',
      'no_delete',
      'no_gap',
      'no_update',
      'own_shape',
      'readable_times',
    ]);
  });

  it('keeps every number that was taken before', async () => {
    const old = await migratedTo('0130-log-refusals');
    const id = randomUUID();
    const at = '2026-11-20T01:33:00Z';
    const leaf = leafBytes({ log: 'a/b', seq: 0, id, at, type: 'person.added', actor: id, digests: [] });
    const { connection, place } = old;
    connection.prepare('insert into ledger_entry (seq, leaf, leaf_hash) values (0, ?, ?)').run(leaf, leafHash(leaf));
    connection
      .prepare(
        `insert into person (entry_seq, id, name, display_name, badge, role, verifier, created_at, created_by)
        values (0, ?, 'alex', 'Alex Testperson', '4711', 'booking-officer', ?, ?, ?)`,
      )
      .run(id, NOBODYS, at, id);
    const reserve = connection.prepare(
      `insert into number_reservation (kind, year, seq, number, record_id, reserved_at, reserved_by)
      values (?, 2026, ?, ?, ?, ?, ?)`,
    );
    reserve.run('booking', 1, '2026-00001', randomUUID(), at, id);
    reserve.run('booking', 2, '2026-00002', randomUUID(), at, id);
    reserve.run('export', 1, 'EXP-2026-000001', randomUUID(), at, id);
    const before = connection.prepare('select * from number_reservation').all();
    connection.close();
    const store = await openStore({ file: place.file, keys: place.keys });
    expect(await store.read.selectFrom('number_reservation').selectAll().execute()).toEqual(before);
    await store.close();
    place.remove();
  });
});
