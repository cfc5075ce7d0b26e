/** 64 bits of a digest, in two halves. */
export type Key = readonly [number, number];

/** Many small entries by key in typed arrays: a million bookings must not cost a million objects. */
export interface CompactTable {
  readonly size: number;
  /** Adds an entry; several may stand under one key. */
  add(key: Key, values: readonly number[]): void;
  /** The first entry under the key that the test takes; `values` is live and may be written to. Null if there is none. */
  find(key: Key, test: (values: Uint32Array) => boolean): Uint32Array | null;
}

const SHARDS = 64;
const FIRST_SLOTS = 64;

interface Shard {
  words: Uint32Array;
  slots: number;
  used: number;
}

/** @param width numbers of 32 bits beside the key */
export function compactTable(width: number): CompactTable {
  const step = width + 2;
  const shards = Array.from({ length: SHARDS }, (): Shard => emptyShard(FIRST_SLOTS, step));
  let size = 0;
  const shardOf = (key: Key): Shard => shards[key[0] % SHARDS] ?? emptyShard(FIRST_SLOTS, step);
  return {
    get size() {
      return size;
    },
    add: (key, values) => {
      const shard = shardOf(key);
      if (shard.used >= shard.slots * 0.7) grow(shard, step);
      insert(shard, step, [...whole(key), ...values]);
      size += 1;
    },
    find: (key, test) => {
      const shard = shardOf(key);
      const [high, low] = whole(key);
      for (let slot = low % shard.slots; ; slot = (slot + 1) % shard.slots) {
        const at = slot * step;
        if (shard.words[at] === 0) return null;
        if (shard.words[at] !== high || shard.words[at + 1] !== low) continue;
        const values = shard.words.subarray(at + 2, at + step);
        if (test(values)) return values;
      }
    },
  };
}

/** A first word of zero marks an empty slot. */
function whole(key: Key): Key {
  return [key[0] === 0 ? 1 : key[0], key[1]];
}

function emptyShard(slots: number, step: number): Shard {
  return { words: new Uint32Array(slots * step), slots, used: 0 };
}

function grow(shard: Shard, step: number): void {
  const { words, slots } = shard;
  Object.assign(shard, emptyShard(Math.ceil(slots * 1.5), step));
  for (let at = 0; at < slots * step; at += step) {
    if (words[at] !== 0) insert(shard, step, words.subarray(at, at + step));
  }
}

function insert(shard: Shard, step: number, entry: ArrayLike<number>): void {
  let slot = (entry[1] ?? 0) % shard.slots;
  while (shard.words[slot * step] !== 0) slot = (slot + 1) % shard.slots;
  shard.words.set(entry, slot * step);
  shard.used += 1;
}
