// Rows and entries as an earlier version wrote them, in the columns that its schema has.
import { randomBytes, randomUUID } from 'node:crypto';
import type { connect } from '../../db/open.ts';
import { leafHash } from '../../proof/hash.ts';
import type { Disclosures } from '../../services/ledger/append.ts';
import { digestDisclosure, makeDisclosure } from '../../services/ledger/disclosure.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import type { Row } from './store-attack.ts';
import { LOG } from './store-station.ts';

type Connection = ReturnType<typeof connect>;

/** Puts a row in, as far as this schema has its columns; nothing where it has no such table. */
export function put(connection: Connection, table: string, row: Row): void {
  const known = new Set(connection.prepare('select name from pragma_table_info(?)').pluck().all(table));
  const given = Object.entries(row).filter(([name]) => known.has(name));
  if (given.length === 0) return;
  const names = given.map(([name]) => `"${name}"`).join();
  const places = given.map(() => '?').join();
  connection.prepare(`insert into ${table} (${names}) values (${places})`).run(given.map(([, value]) => value));
}

interface Entered {
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly disclosures?: Disclosures;
  /** Text of a disclosure that its record keeps. */
  readonly sealed?: string;
  /** Name of the log; that of the station otherwise. */
  readonly log?: string;
}

/** Appends an entry with what it discloses; answers its number. */
export function addEntry(connection: Connection, { disclosures = {}, sealed, ...entered }: Entered): number {
  const seq = Number(connection.prepare('select count(*) from ledger_entry').pluck().get());
  const texts = Object.entries(disclosures).map(
    ([name, value]) => [name, makeDisclosure(name, value, randomBytes(32))] as const,
  );
  const all = [...texts.map(([, text]) => text), ...(sealed === undefined ? [] : [sealed])];
  const leaf = Buffer.from(
    leafBytes({ log: LOG, seq, id: randomUUID(), ...entered, digests: all.map(digestDisclosure) }),
  );
  put(connection, 'ledger_entry', { seq, leaf, leaf_hash: Buffer.from(leafHash(leaf)) });
  for (const [name, text] of texts) put(connection, 'disclosure', { seq, name, text });
  return seq;
}
