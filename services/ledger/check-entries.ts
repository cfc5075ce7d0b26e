import type { ReadDb } from '../../db/database.ts';
import { listDisclosures, listEntries, type StoredEntry } from '../../db/ledger/reader.ts';
import { listGone } from '../../db/order/reader.ts';
import { leafHash } from '../../proof/hash.ts';
import { digestDisclosure } from './disclosure.ts';

/** Entries that are read at a time. */
const CHUNK = 1_000;

/** Positions of the first entry that is wrong in each way; null where none is. */
export interface EntryFindings {
  readonly count: number;
  readonly gap: number | null;
  readonly hash: number | null;
  readonly content: number | null;
  readonly missing: number | null;
  readonly extra: number | null;
}

interface Read {
  readonly seq: number | null;
  readonly digests: readonly string[] | null;
}

const NOTHING: Read = { seq: null, digests: null };

function isText(one: unknown): one is string {
  return typeof one === 'string';
}

function textsOf(list: unknown): readonly string[] | null {
  const all: readonly unknown[] = Array.isArray(list) ? list : [null];
  return all.every(isText) ? all.filter(isText) : null;
}

function read(entry: unknown): Read {
  if (typeof entry !== 'object' || entry === null || !('seq' in entry && '_sd' in entry)) return NOTHING;
  return { seq: typeof entry.seq === 'number' ? entry.seq : null, digests: textsOf(entry._sd) };
}

function readLeaf(leaf: Uint8Array): Read {
  try {
    return read(JSON.parse(Buffer.from(leaf).toString('utf8')));
  } catch {
    return NOTHING;
  }
}

function byEntry(disclosures: readonly { readonly seq: number; readonly text: string }[]): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (const { seq, text } of disclosures) {
    const digests = found.get(seq) ?? new Set();
    found.set(seq, digests.add(digestDisclosure(text)));
  }
  return found;
}

/** What stands behind the digests of one entry. */
interface Behind {
  readonly expected: number;
  readonly disclosed: ReadonlySet<string>;
  /** An order let it go: then nothing is left of it, not even a part. */
  readonly gone: boolean;
}

function lookAt(entry: StoredEntry, { expected, disclosed, gone }: Behind): Omit<EntryFindings, 'count'> {
  const { seq, digests } = readLeaf(entry.leaf);
  const at = (wrong: boolean): number | null => (wrong ? entry.seq : null);
  return {
    gap: at(entry.seq !== expected),
    hash: at(!leafHash(entry.leaf).equals(entry.leafHash)),
    content: at(seq !== entry.seq || digests === null),
    missing: at(digests === null || (!gone && digests.some((digest) => !disclosed.has(digest)))),
    extra: at([...disclosed].some((digest) => gone || digests?.includes(digest) !== true)),
  };
}

function merge(first: EntryFindings, next: Omit<EntryFindings, 'count'>): EntryFindings {
  return {
    count: first.count + 1,
    gap: first.gap ?? next.gap,
    hash: first.hash ?? next.hash,
    content: first.content ?? next.content,
    missing: first.missing ?? next.missing,
    extra: first.extra ?? next.extra,
  };
}

/** Reads the whole log: every number in its place, every hash, and every disclosure behind a digest and the reverse. */
export async function checkEntries(db: ReadDb): Promise<EntryFindings> {
  let found: EntryFindings = { count: 0, gap: null, hash: null, content: null, missing: null, extra: null };
  let next = 0;
  const gone = await listGone(db);
  for (;;) {
    const entries = await listEntries(db, next, CHUNK);
    const last = entries.at(-1);
    if (last === undefined) return found;
    const disclosed = byEntry(await listDisclosures(db, next, last.seq));
    for (const entry of entries) {
      const behind = { expected: found.count, gone: gone.has(entry.seq) };
      found = merge(found, lookAt(entry, { ...behind, disclosed: disclosed.get(entry.seq) ?? new Set() }));
    }
    next = last.seq + 1;
  }
}
