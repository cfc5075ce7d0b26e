import type { WriteTx } from '../../db/database.ts';
import { lastSeq } from '../../db/ledger/reader.ts';
import { insertDisclosures, insertEntry } from '../../db/ledger/writer.ts';
import { leafHash } from '../../proof/hash.ts';
import { digestDisclosure, makeDisclosure, SALT_BYTES } from './disclosure.ts';
import { leafBytes } from './leaf.ts';
import { salts } from './salts.ts';

/** Values by name; each can be left out of a copy, or destroyed, by itself. JSON only. */
export type Disclosures = Readonly<Record<string, unknown>>;

export interface NewEntry {
  readonly log: string;
  readonly type: string;
  /** Id of the person who did it. */
  readonly actor: string;
  /** ISO time with offset. */
  readonly at: string;
  /** Random id of the event. */
  readonly id: string;
  readonly disclosures: Disclosures;
  /** Committed to like the others, but answered and not stored: the sealed record keeps their texts itself. */
  readonly sealed?: Disclosures;
  /** Sequence number of the entry that this one corrects. */
  readonly supersedes?: number;
}

export interface Appended {
  readonly seq: number;
  readonly id: string;
  /** Texts of the sealed disclosures, by name. */
  readonly sealed: Readonly<Record<string, string>>;
}

interface Text {
  readonly name: string;
  readonly text: string;
}

function textsOf(disclosures: Disclosures, random: (size: number) => Uint8Array): readonly Text[] {
  const given = Object.entries(disclosures).filter(([, value]) => value !== undefined);
  const bytes = salts(random, given.length * SALT_BYTES);
  return given.map(([name, value], at) => {
    const salt = bytes.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES);
    return { name, text: makeDisclosure(name, value, salt) };
  });
}

/**
 * Appends the entry that covers a change, in the transaction of the change itself. The entry holds salted digests only
 * (RFC 9901), its disclosures rest apart.
 * @throws NotJson where a value cannot be said in JSON
 */
export async function appendEntry(
  tx: WriteTx,
  entry: NewEntry,
  random: (size: number) => Uint8Array,
): Promise<Appended> {
  const seq = (await lastSeq(tx)) + 1;
  const open = textsOf(entry.disclosures, random);
  const sealed = textsOf(entry.sealed ?? {}, random);
  const digests = [...open, ...sealed].map(({ text }) => digestDisclosure(text));
  const { log, id, at, type, actor, supersedes } = entry;
  const leaf = leafBytes({ log, seq, id, at, type, actor, supersedes, digests });
  await insertEntry(tx, { seq, leaf, leafHash: leafHash(leaf) });
  await insertDisclosures(tx, seq, open);
  return { seq, id, sealed: Object.fromEntries(sealed.map(({ name, text }) => [name, text])) };
}
