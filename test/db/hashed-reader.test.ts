import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHashed } from '../../db/ledger/hashed-reader.ts';
import { openStore, type Store } from '../../db/open.ts';
import { withoutGuards } from '../support/store-meddle.ts';
import { connectTo, newStorePlace } from '../support/store-place.ts';

const place = newStorePlace();
let store: Store;

/** Bytes that a text would bend, none at all, and hashes that are none. */
const ENTRIES: readonly (readonly [seq: number, hash: Buffer, leaf: Buffer])[] = [
  [0, Buffer.alloc(32, 0), Buffer.from('{"seq":0}')],
  [1, Buffer.alloc(32, 0xff), Buffer.from([0, 0xff, 0xfe, 0x2c, 0, 0xc3])],
  [2, Buffer.from('short'), Buffer.of()],
  [4, Buffer.of(), Buffer.alloc(5_000, 0x80)],
  [9, Buffer.alloc(40, 0x2c), Buffer.from('ä,ö,€')],
];

beforeAll(async () => {
  store = await openStore({ file: place.file, keys: place.keys, create: true });
  const connection = connectTo(place);
  connection.function('app_mark', { varargs: true, deterministic: true }, () => 'none');
  connection.pragma('ignore_check_constraints = on');
  withoutGuards(connection, ['ledger_entry'], () => {
    const insert = connection.prepare('insert into ledger_entry (seq, leaf_hash, leaf) values (?, ?, ?)');
    for (const entry of ENTRIES) insert.run(...entry);
  });
  connection.close();
});
afterAll(async () => {
  await store.close();
  place.remove();
});

describe('entries as they are hashed', () => {
  it.each([
    ['all of them', 0, 100],
    ['one run of them', 1, 2],
    ['the first behind a gap', 5, 1],
    ['none', 10, 100],
  ])('are read byte for byte: %s', async (_name, from, limit) => {
    const wanted = ENTRIES.filter(([seq]) => seq >= from).slice(0, limit);
    const read = await listHashed(store.read, from, limit);
    expect(read.map(({ seq, hash, prefixed }) => [seq, Buffer.from(hash, 'latin1'), prefixed])).toEqual(
      wanted.map(([seq, hash, leaf]) => [seq, hash, Buffer.concat([Buffer.of(0), leaf])]),
    );
  });
});
