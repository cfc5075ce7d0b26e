import type { WriteTx } from '../database.ts';
import { insertRow, insertRows, type Shape } from '../insert.ts';

const DISCLOSURE: Shape = { table: 'disclosure', columns: ['seq', 'name', 'text'] };

/** @param entry the leaf's final bytes and SHA-256 of 0x00 and them */
export async function insertEntry(
  tx: WriteTx,
  entry: { readonly seq: number; readonly leaf: Uint8Array; readonly leafHash: Uint8Array },
): Promise<void> {
  const { seq, leaf, leafHash } = entry;
  await insertRow(tx, 'ledger_entry', { seq, leaf: Buffer.from(leaf), leaf_hash: Buffer.from(leafHash) });
}

/** Texts whose digests stand in the entry; kept apart so that they can be destroyed one day. */
export async function insertDisclosures(
  tx: WriteTx,
  seq: number,
  disclosures: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const rows = disclosures.map(({ name, text }) => [seq, name, text]);
  await insertRows(tx, DISCLOSURE, rows);
}
