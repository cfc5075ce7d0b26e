import { hash, randomBytes, randomUUID } from 'node:crypto';
import { connect, openStore } from '../../db/open.ts';
import { listEntries } from '../../db/ledger/reader.ts';
import { leafHash, nodeHash } from '../../proof/hash.ts';
import { appendEntry } from '../../services/ledger/append.ts';
import { checkTree } from '../../services/ledger/check-tree.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { inclusionPath } from '../../services/ledger/tree.ts';
import { newStorePlace, type StorePlace } from '../support/store-place.ts';
import { LOG } from '../support/store-station.ts';
import { median, result, type BenchResult } from './result.ts';

/** Short blocks in turn: what else the disk does in a moment falls on both sides. */
const BLOCK = 40;
const BLOCKS = 25;
const PROOFS = 200;

type Connection = ReturnType<typeof connect>;

/** Bytes of an entry as the log holds it: what a booking commits to. */
function leafOf(seq: number, digest: string): Buffer {
  const [id, actor] = ['8c5b1a3e-9b7e-4f0e-8a57-1d0b2f6e4c33', 'd1a5f0a2-7c1e-4f57-9d8a-0f4f2f1f5a11'];
  const digests = [digest, digest, digest, digest, digest];
  return leafBytes({ log: LOG, seq, id, at: '2026-11-20T17:22:00Z', type: 'booking.saved', actor, digests });
}

/** Fills the log with entries, past the guards' questions about words but with the tree. */
function fill(connection: Connection, from: number, to: number): void {
  const insert = connection.prepare('insert into ledger_entry (seq, leaf, leaf_hash) values (?, ?, ?)');
  const digest = hash('sha256', 'bench', 'base64url');
  connection.function('app_mark', { varargs: true, deterministic: true }, () => '0'.repeat(64));
  connection.transaction(() => {
    for (let seq = from; seq < to; seq += 1) {
      const leaf = leafOf(seq, digest);
      insert.run(seq, leaf, leafHash(leaf));
    }
  })();
}

async function empty(): Promise<StorePlace> {
  const place = newStorePlace();
  await (await openStore({ file: place.file, keys: place.keys, create: true })).close();
  return place;
}

interface Verified {
  /** Entries a second: the check of the tree, and a loop over the same bytes that hashes and does nothing else. */
  readonly ours: number;
  readonly raw: number;
  readonly seconds: number;
  /** Megabytes of heap and buffers at the end. */
  readonly memory: number;
}

/** Hashes each leaf and, once for each, two hashes: what no verification can do without. */
async function rawLoop(place: StorePlace, entries: number): Promise<number> {
  const store = await openStore({ file: place.file, keys: place.keys });
  let spent = 0;
  let top: Buffer = Buffer.alloc(32);
  for (let from = 0; from < entries; from += 10_000) {
    const some = await listEntries(store.read, from, 10_000);
    const start = performance.now();
    for (const { leaf } of some) top = nodeHash(top, leafHash(leaf));
    spent += performance.now() - start;
  }
  await store.close();
  return (entries * 1000) / spent;
}

async function verified(place: StorePlace, entries: number): Promise<Verified> {
  const raw = await rawLoop(place, entries);
  const store = await openStore({ file: place.file, keys: place.keys });
  const start = performance.now();
  const found = await checkTree(store.read, []);
  const seconds = (performance.now() - start) / 1000;
  if (found.count !== entries || found.edge !== true) throw new Error('the log of the bench does not verify');
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  await store.close();
  return { ours: entries / seconds, raw, seconds, memory: (heapUsed + arrayBuffers + external) / 1e6 };
}

/** Slowest of the usual proofs, in milliseconds. */
async function proofTime(place: StorePlace, entries: number): Promise<number> {
  const store = await openStore({ file: place.file, keys: place.keys });
  const times: number[] = [];
  for (let at = 0; at < PROOFS; at += 1) {
    const start = performance.now();
    await inclusionPath(store.read, Math.floor((entries * at) / PROOFS), entries - (at % 7));
    times.push(performance.now() - start);
  }
  await store.close();
  return times.toSorted((one, other) => one - other)[Math.floor(PROOFS * 0.95)] ?? Number.NaN;
}

/** Milliseconds of a transaction that appends what a saved booking does. */
async function appending(place: StorePlace): Promise<() => Promise<number>> {
  const store = await openStore({ file: place.file, keys: place.keys });
  const disclosures = { number: '2026-00001', person: { last_name: 'Testperson' }, booking: { dob: '1994-07-19' } };
  const actor = randomUUID();
  return async () => {
    const start = performance.now();
    for (let at = 0; at < BLOCK; at += 1) {
      const entry = { log: LOG, type: 'booking.saved', actor, at: '2026-11-20T17:22:00Z', id: randomUUID() };
      await store.transaction((tx) => appendEntry(tx, { ...entry, disclosures }, randomBytes));
    }
    return (performance.now() - start) / BLOCK;
  };
}

/** The same store without the tree: its trigger is taken away once it is open. */
async function benchAppend(): Promise<BenchResult> {
  const [tree, bare] = [await empty(), await empty()];
  const withTree = await appending(tree);
  const without = await appending(bare);
  const connection = connect({ file: bare.file, keys: bare.keys }, 'write');
  connection.exec('drop trigger ledger_entry_grows_tree');
  connection.close();
  const ours: number[] = [];
  const floors: number[] = [];
  for (let block = 0; block < BLOCKS; block += 1) {
    ours.push(await withTree());
    floors.push(await without());
  }
  const [value, floor] = [median(ours), median(floors)];
  const floorName = 'the same transaction without the tree';
  return result({ name: 'append an entry', value, unit: 'ms', floor, floorName }, { ratioAtMost: 1.25 });
}

function line(entries: number, { ours, raw }: Verified): BenchResult {
  const name = `verify ${entries.toLocaleString('en-US')} entries`;
  const floorName = 'SHA-256 over the same bytes';
  return result({ name, value: ours, unit: 'entries/s', floor: raw, floorName }, { ratioAtLeast: 0.5 });
}

/** Seconds and memory that ten million would take, along the last two sizes. */
function tenMillion(sizes: readonly (readonly [entries: number, Verified])[]): readonly BenchResult[] {
  const [last, before] = [sizes.at(-1), sizes.at(-2)];
  if (last === undefined || before === undefined) return [];
  const each = (last[1].seconds - before[1].seconds) / (last[0] - before[0]);
  const value = last[1].seconds + each * (10_000_000 - last[0]);
  const linear = (last[1].seconds / last[0]) * 10_000_000;
  const memory = { value: last[1].memory, floor: before[1].memory };
  const half = `with ${before[0].toLocaleString('en-US')}`;
  return [
    result(
      { name: 'verify 10,000,000 entries, extrapolated', value, unit: 's', floor: linear, floorName: 'as many times the last' },
      { ratioAtMost: 1.15 },
    ),
    result({ name: 'memory at the end', ...memory, unit: 'MB', floorName: half }, { ratioAtMost: 1.25 }),
  ];
}

/**
 * The log and its tree. `SIZES` of entries, each twice the one before; `--most 4000000` goes on to that many.
 */
export async function benchLedger(most = 1_000_000): Promise<readonly BenchResult[]> {
  const place = await empty();
  const connection = connect({ file: place.file, keys: place.keys }, 'write');
  connection.pragma('synchronous = off');
  const sizes: (readonly [number, Verified])[] = [];
  const results: BenchResult[] = [await benchAppend()];
  let filled = 0;
  for (const entries of [250_000, 500_000, 1_000_000, 2_000_000, 4_000_000].filter((size) => size <= most)) {
    for (; filled < entries; filled += 50_000) fill(connection, filled, filled + 50_000);
    connection.pragma('wal_checkpoint(truncate)');
    sizes.push([entries, await verified(place, entries)]);
  }
  connection.close();
  results.push(...sizes.map(([entries, one]) => line(entries, one)), ...tenMillion(sizes));
  const value = await proofTime(place, filled);
  results.push(
    result(
      { name: `prove an entry of ${filled.toLocaleString('en-US')}`, value, unit: 'ms', floor: 5, floorName: 'goal' },
      { valueAtMost: 5 },
    ),
  );
  place.remove();
  return results;
}
