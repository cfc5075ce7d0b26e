// Letters in bytes that are no text, as a memory dump or a table of a browser holds them.

/** Shorter runs of letters in bytes are chance. */
const SHORTEST_RUN = 8;
/** One byte a letter, and what begins and goes on a letter of more bytes (UTF-8). */
const NARROW = new RegExp(String.raw`[\x20-\x7e\x80-\xf4]{${String(SHORTEST_RUN)},}`, 'g');
/** Two bytes a letter (UTF-16, little end first): letters of western Europe, dashes and quotation marks. */
const WIDE = new RegExp(String.raw`(?:[\x10-\x1f\x20-\x7e\xa0-\xff][\0\x20]){${String(SHORTEST_RUN)},}`, 'g');
const NO_LETTERS = /[^\u0020-\u007e\u00a0-\u024f\u2010-\u201f]+/;
/** In bytes that look random so long a run is none by chance: one in eight million places. */
const SHORTEST_RUN_IN_RANDOM = 16;
const LONG_ASCII_RUN = new RegExp(String.raw`[\x20-\x7e]{${String(SHORTEST_RUN_IN_RANDOM)},}`, 'g');

const BLOCK = 4_096;
/** Bits a byte: 4,096 random bytes have 7.95, and never less than 7.93; what is told in letters has 5. */
const RANDOM_BITS = 7.9;
/** Bytes of a neighbour that are read with a block, for a text that runs on into it. */
const OVER = 64;

function isRandom(block: Buffer): boolean {
  if (block.length < BLOCK) return false;
  const counts = new Uint32Array(256);
  for (const byte of block) counts[byte] = (counts[byte] ?? 0) + 1;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / block.length) * Math.log2(count / block.length);
  return bits > RANDOM_BITS;
}

interface Stretch {
  readonly random: boolean;
  readonly bytes: Buffer;
}

/** Whether each block looks random; a last piece of less than a block never does. */
function kindsOf(bytes: Buffer): readonly boolean[] {
  return Array.from({ length: Math.ceil(bytes.length / BLOCK) }, (_, at) =>
    isRandom(bytes.subarray(at * BLOCK, (at + 1) * BLOCK)),
  );
}

/** Stretches of blocks of one kind, each with a little of its neighbours. */
function stretchesOf(bytes: Buffer, kinds: readonly boolean[]): readonly Stretch[] {
  const ends = kinds.flatMap((kind, at) => (kinds[at + 1] === kind ? [] : [at + 1]));
  return ends.map((end, at) => {
    const [from, to] = [(ends[at - 1] ?? 0) * BLOCK, end * BLOCK];
    return { random: kinds[end - 1] === true, bytes: bytes.subarray(Math.max(0, from - OVER), to + OVER) };
  });
}

function lettersOf(text: string): readonly string[] {
  return text.split(NO_LETTERS).filter((run) => run.length >= SHORTEST_RUN);
}

function runsOf({ random, bytes }: Stretch): readonly string[] {
  const letters = bytes.toString('latin1');
  if (random) {
    const narrow = letters.replace(/([\x20-\x7e])\0/g, '$1');
    return [...(letters.match(LONG_ASCII_RUN) ?? []), ...(narrow.match(LONG_ASCII_RUN) ?? [])];
  }
  return [
    ...(letters.match(NARROW) ?? []).flatMap((run) => lettersOf(Buffer.from(run, 'latin1').toString('utf8'))),
    ...(letters.match(WIDE) ?? []).flatMap((run) => lettersOf(Buffer.from(run, 'latin1').toString('utf16le'))),
  ];
}

/**
 * Runs of letters in bytes that are no text, in UTF-8 and UTF-16. What is encrypted is told by its bytes: it looks
 * random, and only long runs count there. `random`: how many blocks of 4 KiB look so.
 */
export function runsIn(bytes: Buffer): { readonly texts: readonly string[]; readonly random: number } {
  const kinds = kindsOf(bytes);
  return { texts: stretchesOf(bytes, kinds).flatMap(runsOf), random: kinds.filter(Boolean).length };
}

export function wholeBlocks(bytes: Buffer): number {
  return Math.floor(bytes.length / BLOCK);
}
