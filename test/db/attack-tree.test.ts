import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkpointText } from '../../proof/checkpoint.ts';
import { EMPTY, frontierBytes, grow, rootOf, type Edge } from '../../proof/frontier.ts';
import { leafHash } from '../../proof/hash.ts';
import { signNote } from '../../proof/note.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { breaches, refusalOf, type Attack, type Cell, type Row } from '../support/store-attack.ts';
import { connectTo } from '../support/store-place.ts';
import { cover, LOG, now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let world: World;
let edge: Edge;
beforeAll(async () => {
  world = await newWorld();
  await world.station.store.transaction(async (tx) => {
    for (let at = 0; at < 260; at += 1) await cover(tx);
  });
  const connection = connectTo(world.station.place);
  const hashes = connection.prepare('select leaf_hash from ledger_entry order by seq').pluck().all();
  edge = hashes.reduce<Edge>((grown, hash) => grow(grown, Buffer.isBuffer(hash) ? hash : Buffer.of()), EMPTY);
  connection.close();
});
afterAll(() => world.station.end());

const attack = (sql: string, before: Attack['before'] = []): readonly string[] =>
  breaches(world, { name: '', sql, before });

function nextEntry(): Row {
  const at = now();
  const [id, actor] = [randomUUID(), randomUUID()];
  const leaf = leafBytes({ log: LOG, seq: edge.size, id, at, type: 'test.recorded', actor, digests: [] });
  return { seq: edge.size, leaf, leaf_hash: leafHash(leaf) };
}

interface Head {
  readonly id?: number;
  readonly origin?: string;
  readonly size?: number;
  readonly root?: Buffer;
  readonly cause?: string;
}

function head(change: Head = {}): Row {
  const row = { id: 1, origin: LOG, size: edge.size, root: rootOf(edge), cause: 'export', at: now(), ...change };
  return { ...row, note: signNote(checkpointText(row), { name: row.origin, key, publicKey: createPublicKey(key) }) };
}

describe('the tree', () => {
  it('is the one over the entries that are there', () => {
    const connection = connectTo(world.station.place);
    const row = connection.prepare('select size, frontier from ledger_tree').get();
    connection.close();
    expect(row).toEqual({ size: edge.size, frontier: frontierBytes(edge) });
  });

  it('grows with the next entry', () => {
    expect(refusalOf(world, { name: '', table: 'ledger_entry', row: nextEntry() })).toBeNull();
  });

  it.each([
    ['forgets an entry', 'update ledger_tree set size = size - 1'],
    ['counts one that is not there', 'update ledger_tree set size = size + 1'],
    ['begins anew where no new log does', "update ledger_tree set size = 0, frontier = x''"],
    ['gets another edge', 'update ledger_tree set frontier = zeroblob(length(frontier))'],
    ['goes', 'delete from ledger_tree'],
    ['is there twice', "insert into ledger_tree (id, size, frontier) values (2, 0, x'')"],
    ['is put over the one there', "insert or replace into ledger_tree (id, size, frontier) values (1, 0, x'')"],
    ['gets another node', 'update ledger_node set hash = zeroblob(32)'],
    ['loses a node', 'delete from ledger_node'],
    ['gets a node too early', 'insert into ledger_node (level, idx, hash) values (8, 1, zeroblob(32))'],
    ['gets a node of nothing', 'insert into ledger_node (level, idx, hash) values (16, 0, zeroblob(32))'],
    ['has a node replaced', 'insert or replace into ledger_node (level, idx, hash) values (8, 0, zeroblob(32))'],
  ])('is refused where it %s', (_name, sql) => {
    expect(attack(sql)).toEqual([]);
  });
});

describe('a signed head', () => {
  it('is taken', () => {
    expect(refusalOf(world, { name: '', table: 'checkpoint', row: head() })).toBeNull();
  });

  it.each<readonly [string, () => Row]>([
    ['of fewer entries', () => head({ size: edge.size - 1 })],
    ['of more entries', () => head({ size: edge.size + 1 })],
    ['with another root', () => head({ root: Buffer.alloc(32, 7) })],
    ['of another log', () => head({ origin: LOG.replace('0011', '1100') })],
    ['whose note is of another size', () => ({ ...head(), note: head({ size: 1 })['note'] ?? null })],
    ['whose note says more', () => ({ ...head(), note: `${String(head()['note'])}he is undocumented\n` })],
    ['under a number that is not the next', () => head({ id: 2 })],
    ['for a cause that is none', () => head({ cause: 'visit' })],
  ])('is refused %s', (name, row) => {
    expect(breaches(world, { name, table: 'checkpoint', row: row() })).toEqual([]);
  });

  it('never changes and never goes', () => {
    const before = [['checkpoint', head()]] as const;
    expect(attack("update checkpoint set cause = 'month'", before)).toEqual([]);
    expect(attack('delete from checkpoint', before)).toEqual([]);
  });
});

describe('the origin of a new log', () => {
  const origin = (change: Readonly<Record<string, Cell>> = {}): Row => ({
    entry_seq: edge.size,
    origin: LOG.replace('0011', '1100'),
    old_origin: LOG,
    old_size: edge.size + 3,
    old_root: Buffer.alloc(32, 7),
    at: now(),
    by: world.station.chief.id,
    ...change,
  });

  it('is taken at the end of what is left; then the tree may be grown anew, up to the same', () => {
    const connection = connectTo(world.station.place);
    connection.exec('begin immediate');
    const names = Object.keys(origin()).map((name) => `"${name}"`);
    const places = names.map(() => '?').join();
    connection.prepare(`insert into log_origin (${names.join()}) values (${places})`).run(Object.values(origin()));
    connection.exec("update ledger_tree set size = 0, frontier = x''; delete from ledger_node");
    const step = connection.prepare(
      'update ledger_tree set size = size + 1, frontier = app_tree_grow(size, frontier, (select leaf_hash from ledger_entry where seq = size))',
    );
    for (let at = 0; at < edge.size; at += 1) step.run();
    const row = connection.prepare('select size, frontier from ledger_tree').get();
    expect(row).toEqual({ size: edge.size, frontier: frontierBytes(edge) });
    // Without its first entry it does not last.
    expect(() => connection.exec('commit')).toThrow('FOREIGN KEY');
    connection.exec('rollback');
    connection.close();
  });

  it.each<readonly [string, Readonly<Record<string, Cell>>]>([
    ['that begins in the middle', { entry_seq: 3 }],
    ['that begins later', { entry_seq: 100_000 }],
    ['by nobody', { by: randomUUID() }],
    ['whose name is a sentence', { origin: 'he is undocumented' }],
  ])('is refused %s', (name, change) => {
    expect(breaches(world, { name, table: 'log_origin', row: origin(change) })).toEqual([]);
  });
});
