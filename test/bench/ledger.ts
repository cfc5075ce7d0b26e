import { randomBytes, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connect, openStore } from '../../db/open.ts';
import { leafHash, nodeHash } from '../../proof/hash.ts';
import { appendEntry } from '../../services/ledger/append.ts';
import { checkTree } from '../../services/ledger/check-tree.ts';
import { inclusionPath } from '../../services/ledger/tree.ts';
import type { StorePlace } from '../support/store-place.ts';
import { LOG } from '../support/store-station.ts';
import { busy } from './busy.ts';
import { empty, LogFiller } from './filled-log.ts';
import { median, result, type BenchResult } from './result.ts';

/** Short blocks in turn: what else the disk does in a moment falls on both sides. */
const BLOCK = 40;
const BLOCKS = 25;
const PROOFS = 200;

interface Verified {
  /** Entries a second: the check of the tree, and a loop over the same bytes that hashes and does nothing else. */
  readonly ours: number;
  readonly raw: number;
  readonly seconds: number;
  /** Megabytes of heap and buffers at the end. */
  readonly memory: number;
}

/** Hashes each leaf and, once for each, two hashes: what no verification can do without. */
function rawLoop(place: StorePlace, entries: number): number {
  const connection = connect({ file: place.file, keys: place.keys }, 'read');
  const some = connection.prepare<[number], Buffer>(
    'select leaf from ledger_entry where seq >= ? order by seq limit 10000',
  );
  let spent = 0;
  let top: Buffer = Buffer.alloc(32);
  for (let from = 0; from < entries; from += 10_000) {
    const leaves = some.pluck().all(from);
    const start = busy();
    for (const leaf of leaves) top = nodeHash(top, leafHash(leaf));
    spent += busy() - start;
  }
  connection.close();
  return (entries * 1000) / spent;
}

/** The better of two turns each: a machine that is busy slows both, but seldom in the same moment. */
async function verified(place: StorePlace, entries: number): Promise<Verified> {
  const raw = [rawLoop(place, entries)];
  const one = await verifyOnce(place, entries);
  raw.push(rawLoop(place, entries));
  const two = await verifyOnce(place, entries);
  return { ...(one.seconds < two.seconds ? one : two), raw: Math.max(...raw) };
}

async function verifyOnce(place: StorePlace, entries: number): Promise<Omit<Verified, 'raw'>> {
  const store = await openStore({ file: place.file, keys: place.keys });
  const start = busy();
  const found = await checkTree(store.read, []);
  const seconds = (busy() - start) / 1000;
  if (found.count !== entries || found.edge !== true || found.node !== null || found.hash !== null)
    throw new Error('the log of the bench does not verify');
  // So that memory is told without what only waits to be given back.
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, external } = process.memoryUsage();
  await store.close();
  return { ours: entries / seconds, seconds, memory: (heapUsed + external) / 1e6 };
}

/** Milliseconds of one proof. */
async function proofTime(place: StorePlace, entries: number): Promise<number> {
  const store = await openStore({ file: place.file, keys: place.keys });
  const start = busy();
  for (let at = 0; at < PROOFS; at += 1) {
    await inclusionPath(store.read, Math.floor((entries * at) / PROOFS), entries - (at % 7));
  }
  const spent = busy() - start;
  await store.close();
  return spent / PROOFS;
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
      {
        name: 'verify 10,000,000 entries, along the last two',
        value,
        unit: 's',
        floor: linear,
        floorName: 'as many times the last',
      },
      { ratioAtMost: 1.15 },
    ),
    result({ name: 'memory at the end', ...memory, unit: 'MB', floorName: half }, { ratioAtMost: 1.25 }),
  ];
}

/**
 * The log and its tree, at three sizes, each twice the one before; `--most 4000000` goes up to that many entries.
 * Verifying and proving are told in processor time.
 */
export async function benchLedger(most = 1_000_000): Promise<readonly BenchResult[]> {
  const place = await empty();
  const connection = connect({ file: place.file, keys: place.keys }, 'write');
  connection.pragma('synchronous = off');
  const sizes: (readonly [number, Verified])[] = [];
  const results: BenchResult[] = [await benchAppend()];
  const filler = new LogFiller(connection);
  for (const entries of [most / 4, most / 2, most]) {
    while (filler.filled < entries) filler.fill(Math.min(entries, filler.filled + 50_000));
    connection.pragma('wal_checkpoint(truncate)');
    sizes.push([entries, await verified(place, entries)]);
  }
  connection.close();
  results.push(...sizes.map(([entries, one]) => line(entries, one)), ...tenMillion(sizes));
  const value = await proofTime(place, most);
  results.push(
    result(
      { name: `prove an entry of ${most.toLocaleString('en-US')}`, value, unit: 'ms', floor: 5, floorName: 'goal' },
      { valueAtMost: 5 },
    ),
  );
  place.remove();
  return results;
}
