// One row of every table that came after the first desks, in the columns that a schema has: what later steps rebuild,
// fill or widen has to arrive. A new table gets its row in `later-desk.ts` or `later-house.ts`.
import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { checkpointText } from '../../proof/checkpoint.ts';
import { signNote } from '../../proof/note.ts';
import { addEntry, put } from './earlier-rows.ts';
import { ofFiles, ofMatters, ofTheDesk } from './later-desk.ts';
import { ofNames, ofOrders, ofTheHouse } from './later-house.ts';
import type { Filled, LaterRow } from './later-row.ts';
import { LOG, now } from './store-station.ts';

type Connection = Filled['connection'];

function columnsOf(connection: Connection, table: string): ReadonlySet<unknown> {
  return new Set(connection.prepare('select name from pragma_table_info(?)').pluck().all(table));
}

function countEntries(connection: Connection): number {
  return Number(connection.prepare('select count(*) from ledger_entry').pluck().get());
}

function addOwnEntry(connection: Connection, { by: actor, type = 'test.recorded', told }: LaterRow, at: string): void {
  const disclosures = told?.(countEntries(connection) - 1) ?? {};
  addEntry(connection, { type, at, actor, disclosures });
}

/** Puts the row in under its entry, where the table is there and stands under the log. */
function addRow({ connection }: Filled, later: LaterRow): void {
  const { table, by, row, then, after, beside, of = table } = later;
  const covered = columnsOf(connection, table).has('entry_seq');
  if ([table, of].some((one) => columnsOf(connection, one).size === 0)) return;
  const at = now();
  if (after !== undefined) addEntry(connection, { type: after, at, actor: by });
  const last = countEntries(connection) - 1;
  if (covered && beside !== true) addOwnEntry(connection, later, at);
  const given = typeof row === 'function' ? row(last) : row;
  put(connection, table, { at, by, ...given, entry_seq: countEntries(connection) - 1 });
  if (then !== undefined) connection.exec(then(last));
}

/** A signed head of the log, and another log that begins after it; nothing where this version kept no tree. */
function endLog({ connection, issued, chief }: Filled): void {
  if (columnsOf(connection, 'ledger_tree').size === 0) return;
  const size = countEntries(connection);
  const read = connection.prepare('select app_tree_root(size, frontier) from ledger_tree').pluck().get();
  const root = Buffer.isBuffer(read) ? read : Buffer.alloc(0);
  const key = createPrivateKey({ key: Buffer.from(issued.signingPrivateKey), format: 'der', type: 'pkcs8' });
  const text = checkpointText({ origin: LOG, size, root });
  const note = signNote(text, { name: LOG, key, publicKey: createPublicKey(key) });
  const [at, origin] = [now(), `${LOG.slice(0, -16)}8899aabbccddeeff`];
  put(connection, 'checkpoint', { id: 1, origin: LOG, size, root, note, cause: 'sign-out', at });
  const old = { old_origin: LOG, old_size: size, old_root: root };
  put(connection, 'log_origin', { entry_seq: size, origin, ...old, at, by: chief });
  addEntry(connection, { type: 'log.begun', at, actor: chief, log: origin });
}

/** Nodes of the tree are kept from so many entries on. */
const FIRST_NODE = 256;

/** Whatever of it this version had tables for. @param long with so many entries that the tree has nodes */
export function addLater(filled: Filled, long: boolean): void {
  for (const rowsOf of [ofTheDesk, ofFiles, ofMatters, ofTheHouse, ofNames, ofOrders])
    for (const row of rowsOf(filled)) addRow(filled, row);
  const { connection, officer: actor } = filled;
  for (let more = countEntries(connection); long && more < FIRST_NODE; more += 1)
    addEntry(connection, { type: 'test.recorded', at: now(), actor, disclosures: { of: randomUUID() } });
  endLog(filled);
}
