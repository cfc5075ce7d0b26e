import { hash } from 'node:crypto';
import { openStore, type connect } from '../../db/open.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { newStorePlace, type StorePlace } from '../support/store-place.ts';
import { LOG } from '../support/store-station.ts';

type Connection = ReturnType<typeof connect>;

/** Bytes of an entry as the log holds it: what a booking commits to. */
export function leafOf(seq: number, digest: string): Buffer {
  const [id, actor] = ['8c5b1a3e-9b7e-4f0e-8a57-1d0b2f6e4c33', 'd1a5f0a2-7c1e-4f57-9d8a-0f4f2f1f5a11'];
  const digests = [digest, digest, digest, digest, digest];
  return leafBytes({ log: LOG, seq, id, at: '2026-11-20T17:22:00Z', type: 'booking.saved', actor, digests });
}

/** Fills the log with entries, past the guards' questions about words but with the tree. */
export function fill(connection: Connection, from: number, to: number): void {
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

/** A store with nothing in it. */
export async function empty(): Promise<StorePlace> {
  const place = newStorePlace();
  await (await openStore({ file: place.file, keys: place.keys, create: true })).close();
  return place;
}
