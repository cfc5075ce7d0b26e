import { hash } from 'node:crypto';
import { openStore, type connect } from '../../db/open.ts';
import { TreeBuilder } from '../../proof/builder.ts';
import { frontierBytes } from '../../proof/frontier.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { withoutGuards } from '../support/store-meddle.ts';
import { newStorePlace, type StorePlace } from '../support/store-place.ts';
import { LOG } from '../support/store-station.ts';

type Connection = ReturnType<typeof connect>;

/** Bytes of an entry as the log holds it: what a booking commits to. */
function leafOf(seq: number, digest: string): Buffer {
  const [id, actor] = ['8c5b1a3e-9b7e-4f0e-8a57-1d0b2f6e4c33', 'd1a5f0a2-7c1e-4f57-9d8a-0f4f2f1f5a11'];
  const digests = [digest, digest, digest, digest, digest];
  return leafBytes({ log: LOG, seq, id, at: '2026-11-20T17:22:00Z', type: 'booking.saved', actor, digests });
}

/** Parts of an entry before and behind its own number: making its JSON anew costs more than all the rest of it. */
function aroundSeq(): readonly [before: string, behind: string] {
  const [before, behind] = leafOf(0, hash('sha256', 'bench', 'base64url'))
    .toString('utf8')
    .split('"seq":0');
  return [`${before ?? ''}"seq":`, behind ?? ''];
}

const TABLES = ['ledger_entry', 'ledger_node', 'ledger_tree'];

/**
 * Fills an empty log with entries and grows its tree beside them: what the guards would leave behind, in a third of
 * the time.
 */
export class LogFiller {
  readonly #connection: Connection;
  readonly #builder: TreeBuilder;

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.function('app_mark', { varargs: true, deterministic: true }, () => '0'.repeat(64));
    const node = connection.prepare('insert into ledger_node (level, idx, hash) values (?, ?, ?)');
    this.#builder = new TreeBuilder((level, index, made) => {
      if (level === 8 || level === 16) node.run(level, index, Buffer.from(made, 'latin1'));
    });
  }

  get filled(): number {
    return this.#builder.size;
  }

  /** @param to how many entries there are then */
  fill(to: number): void {
    const [before, behind] = aroundSeq();
    withoutGuards(this.#connection, TABLES, () => {
      const insert = this.#connection.prepare('insert into ledger_entry (seq, leaf, leaf_hash) values (?, ?, ?)');
      for (let seq = this.filled; seq < to; seq += 1) {
        const leaf = Buffer.from(`${before}${String(seq)}${behind}`, 'utf8');
        const made = leafHash(leaf);
        insert.run(seq, leaf, made);
        this.#builder.add(made.toString('latin1'));
      }
      const { size, frontier } = this.#builder;
      const edge = this.#connection.prepare('update ledger_tree set size = ?, frontier = ?');
      edge.run(size, frontierBytes({ size, frontier }));
    });
  }
}

/** A store with nothing in it. */
export async function empty(): Promise<StorePlace> {
  const place = newStorePlace();
  await (await openStore({ file: place.file, keys: place.keys, create: true })).close();
  return place;
}
