import type { ReadDb } from '../../db/database.ts';
import { listHashed, type HashedEntry } from '../../db/ledger/hashed-reader.ts';
import { countNodesBeyond, findTree, listHashes, STORED_LEVELS } from '../../db/ledger/tree-reader.ts';
import { TreeBuilder } from '../../proof/builder.ts';
import { frontierBytes } from '../../proof/frontier.ts';
import { HASH_BYTES, isSameHash } from '../../proof/bytes.ts';
import { hashLetters } from '../../proof/hash.ts';

/** Entries that are read at a time. */
const CHUNK = 1_000;

/** A head that somebody signed or keeps, compared with the tree on the way. */
export interface Head {
  /** How it is named where it does not fit: `checkpoint 4`. */
  readonly name: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface TreeFindings {
  readonly count: number;
  /** Number behind the last one. */
  readonly end: number;
  readonly root: Uint8Array;
  /** First entry whose hash is not the one of its bytes. */
  readonly hash: number | null;
  /** First entry under the first stored node that is wrong or missing. */
  readonly node: number | null;
  /** Stored nodes over entries that are not there. */
  readonly beyond: number;
  /** Whether the stored edge is the one of these entries; null where it is of more or fewer. */
  readonly edge: boolean | null;
  /** What the row of the tree says; -1 where it is gone. */
  readonly storedSize: number;
  /** Heads of other entries than these. */
  readonly otherHeads: readonly Head[];
}

interface Node {
  readonly index: number;
  /** One letter a byte. */
  readonly hash: string;
}

type Stored = (typeof STORED_LEVELS)[number];

/** Nodes that were completed since they were last compared, by level. */
class Completed {
  readonly #byLevel = new Map<number, Node[]>(STORED_LEVELS.map((level) => [level, []]));

  add(level: number, index: number, hash: string): void {
    this.#byLevel.get(level)?.push({ index, hash });
  }

  take(level: number): readonly Node[] {
    const nodes = this.#byLevel.get(level) ?? [];
    this.#byLevel.set(level, []);
    return nodes;
  }
}

/** First entry under the first of these nodes that is not stored as it is. */
async function wrongNode(db: ReadDb, level: Stored, nodes: readonly Node[]): Promise<number | null> {
  const from = nodes[0]?.index;
  if (from === undefined) return null;
  const stored = await listHashes(db, level, { from, to: from + nodes.length });
  const bad = nodes.findIndex(({ hash }, at) => hash !== stored[at]?.toString('latin1'));
  return bad === -1 ? null : (from + bad) * 2 ** level;
}

/** The hash that stands beside an entry, which is what the tree was grown over. */
function standing({ hash, prefixed }: HashedEntry): { readonly hash: string; readonly fits: boolean } {
  const made = hashLetters(prefixed);
  return { hash: hash.length === HASH_BYTES ? hash : made, fits: made === hash };
}

/** What is found on the way over all entries. */
class Walk {
  readonly others: Head[] = [];
  end = 0;
  hash: number | null = null;
  node: number | null = null;
  readonly builder: TreeBuilder;
  readonly #completed = new Completed();
  /** Heads that were not reached yet, the smallest first. */
  readonly #waiting: Head[];

  constructor(heads: readonly Head[]) {
    this.#waiting = heads.toSorted((one, other) => one.size - other.size);
    this.builder = new TreeBuilder((level, index, hash) => {
      this.#completed.add(level, index, hash);
    });
  }

  take(entry: HashedEntry): void {
    const { hash, fits } = standing(entry);
    if (!fits) this.hash ??= entry.seq;
    this.end = entry.seq + 1;
    this.builder.add(hash);
    while (this.#waiting[0]?.size === this.builder.size) this.#compare(this.#waiting.shift());
  }

  async compareNodes(db: ReadDb): Promise<void> {
    for (const level of STORED_LEVELS) {
      const wrong = await wrongNode(db, level, this.#completed.take(level));
      this.node ??= wrong;
    }
  }

  #compare(head: Head | undefined): void {
    if (head !== undefined && !isSameHash(this.builder.root(), head.root)) this.others.push(head);
  }
}

async function walkOver(db: ReadDb, heads: readonly Head[]): Promise<Walk> {
  const walk = new Walk(heads);
  for (let next = 0; ;) {
    const entries = await listHashed(db, next, CHUNK);
    const last = entries.at(-1);
    if (last === undefined) return walk;
    for (const entry of entries) walk.take(entry);
    await walk.compareNodes(db);
    next = last.seq + 1;
  }
}

/** Builds the tree anew from every entry, in flat memory, and compares all that is stored of it, and the heads. */
export async function checkTree(db: ReadDb, heads: readonly Head[]): Promise<TreeFindings> {
  const { builder, end, hash, node, others } = await walkOver(db, heads);
  const { size, frontier } = builder;
  const stored = await findTree(db);
  const edge = stored?.size === size ? isSameHash(frontierBytes({ size, frontier }), stored.frontier) : null;
  return {
    count: size,
    end,
    root: builder.root(),
    hash,
    node,
    beyond: await countNodesBeyond(db, size),
    edge,
    storedSize: stored?.size ?? -1,
    otherHeads: others,
  };
}
