import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreDialect } from '../../db/dialect.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { EMPTY, frontierBytes, grow, type Edge } from '../../proof/frontier.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { treeHash } from '../proof/whole-tree.ts';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

const STEP = '0300-prove-ledger';
const LOG = 'sallyport.invalid/ma0ex0100/booking-log/0011223344556677';
const ID = 'b7e0a0a4-6a55-4d1c-9d07-d2f2f3b0a9c1';

function leafOf(seq: number): Buffer {
  return leafBytes({
    log: LOG,
    seq,
    id: ID,
    at: '2026-11-20T17:22:00Z',
    type: 'test.recorded',
    actor: ID,
    digests: [],
  });
}

function append({ connection }: Migrated, from: number, to: number): void {
  const insert = connection.prepare('insert into ledger_entry (seq, leaf, leaf_hash) values (?, ?, ?)');
  connection.transaction(() => {
    for (let seq = from; seq < to; seq += 1) insert.run(seq, leafOf(seq), leafHash(leafOf(seq)));
  })();
}

const hashesTo = (size: number): readonly Buffer[] => Array.from({ length: size }, (_, seq) => leafHash(leafOf(seq)));

/** A store of the release before, with some entries in it. */
async function before(entries: number): Promise<Migrated> {
  const made = await migratedTo('0250-keep-contacts');
  append(made, 0, entries);
  return made;
}

async function bringUp({ connection }: Migrated): Promise<unknown> {
  const db = new Kysely<unknown>({ dialect: new StoreDialect(connection) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  return (await migrator.migrateTo(STEP)).error;
}

const treeOf = ({ connection }: Migrated): unknown =>
  connection.prepare('select size, frontier from ledger_tree').get();
const nodesOf = ({ connection }: Migrated): unknown =>
  connection.prepare('select level, idx, hash from ledger_node').all();

describe(`migration ${STEP}`, () => {
  let made: Migrated;
  beforeAll(async () => {
    made = await migratedTo(STEP);
  });
  afterAll(() => made.end());

  it('makes the tree, the heads that were signed, and the origins of new logs', () => {
    expect(made.tables).toEqual(['checkpoint', 'ledger_node', 'ledger_tree', 'log_origin']);
    expect(made.columns('ledger_tree')).toEqual({ id: 'INTEGER', size: 'INTEGER', frontier: 'BLOB', mark: 'TEXT' });
  });

  it('guards them', () => {
    expect(made.guards('ledger_node')).toEqual(['key_once_level_idx', 'no_delete', 'no_update', 'of_the_tree']);
    expect(made.guards('ledger_tree')).toEqual(['forward_only', 'no_delete', 'one_row']);
    expect(made.guards('checkpoint')).toEqual([
      'key_once_id',
      'no_delete',
      'no_gap',
      'no_update',
      'of_our_log',
      'of_the_tree',
      'readable_times',
    ]);
    expect(made.guards('log_origin')).toEqual([
      'begins_now',
      'key_once_entry_seq',
      'key_once_origin',
      'known_by',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
    expect(made.guards('ledger_entry')).toContain('grows_tree');
  });

  it('begins with an empty tree', () => {
    expect(treeOf(made)).toEqual({ size: 0, frontier: Buffer.alloc(0) });
  });
});

describe('a store of the release before', () => {
  it('gets the tree of its old entries, and goes on with it', async () => {
    const made = await before(300);
    expect(await bringUp(made)).toBeUndefined();
    append(made, 300, 600);
    const edge = hashesTo(600).reduce<Edge>(grow, EMPTY);
    expect(treeOf(made)).toEqual({ size: 600, frontier: frontierBytes(edge) });
    const hashes = hashesTo(600);
    const blocks = [hashes.slice(0, 256), hashes.slice(256, 512)];
    expect(nodesOf(made)).toEqual(blocks.map((block, idx) => ({ level: 8, idx, hash: treeHash(block) })));
    made.end();
  });

  it.each([
    [
      'an entry was rewritten',
      `update ledger_entry set leaf = cast(replace(cast(leaf as text), '17:22', '17:23') as blob) where seq = 7`,
      7,
    ],
    ['an entry is missing', 'delete from ledger_entry where seq = 7', 8],
  ])('is left as it is where %s, and the entry is named', async (_name, meddle, seq) => {
    const made = await before(20);
    for (const guard of ['no_update', 'no_delete']) made.connection.exec(`drop trigger ledger_entry_${guard}`);
    // The mark of a rewritten row would need its hash to fit.
    if (meddle.startsWith('update'))
      made.connection.function('app_mark', { varargs: true, deterministic: true }, () => 'x');
    made.connection.exec(meddle);
    const error = await bringUp(made);
    expect(error).toMatchObject({ code: 'SQLITE_CORRUPT' });
    expect(String(error)).toContain(`entry ${String(seq)} `);
    expect(made.connection.prepare("select 1 from sqlite_schema where name = 'ledger_tree'").get()).toBeUndefined();
    made.end();
  });
});
