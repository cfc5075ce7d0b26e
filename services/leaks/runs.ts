// Letters in bytes that are no text, as a memory dump or a table of a browser holds them.
import { BLOCK, isRandom, isWritten, isWrittenAmongRandom } from './chance.ts';

/** Shorter runs of letters in bytes are chance. */
const SHORTEST_RUN = 8;
/** One byte a letter, and what begins and goes on a letter of more bytes (UTF-8). */
const isNarrow = (byte: number): boolean => (byte >= 0x20 && byte <= 0x7e) || (byte >= 0x80 && byte <= 0xf4);
/** A letter of western Europe, a dash or a quotation mark. */
const isLetter = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0x24f) || (code >= 0x2010 && code <= 0x201f);
/** In bytes that look random so long a run is rare: one in eight million places. */
const SHORTEST_RUN_IN_RANDOM = 16;
const LONG_ASCII_RUN = new RegExp(String.raw`[\x20-\x7e]{${String(SHORTEST_RUN_IN_RANDOM)},}`, 'g');
/** The same in UTF-16. */
const LONG_WIDE_RUN = new RegExp(String.raw`(?:[\x20-\x7e]\0){${String(SHORTEST_RUN_IN_RANDOM)},}`, 'g');

/** Bytes of a neighbour that are read with a block, for a text that runs on into it. */
const OVER = 64;

interface Stretch {
  readonly random: boolean;
  readonly bytes: Buffer;
}

/** Whether each block looks random. */
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

/**
 * Begin and end of each run of at least eight letters. A pattern would do for short runs: over megabytes of letters, or of
 * none, its engine runs out of room.
 */
function* runsBy(letters: {
  readonly count: number;
  readonly is: (at: number) => boolean;
}): Generator<[number, number]> {
  const { count, is } = letters;
  let from = 0;
  for (let at = 0; at <= count; at += 1) {
    if (at < count && is(at)) continue;
    if (at - from >= SHORTEST_RUN) yield [from, at];
    from = at + 1;
  }
}

function lettersOf(text: string): readonly string[] {
  const letters = { count: text.length, is: (at: number) => isLetter(text.charCodeAt(at)) };
  return [...runsBy(letters)].map(([from, to]) => text.slice(from, to));
}

function narrowRuns(bytes: Buffer): readonly string[] {
  const letters = { count: bytes.length, is: (at: number) => isNarrow(bytes[at] ?? 0) };
  return [...runsBy(letters)].flatMap(([from, to]) => lettersOf(bytes.toString('utf8', from, to)));
}

/** Two bytes a letter (UTF-16, little end first), from this byte on. */
function wideRuns(bytes: Buffer, start: 0 | 1): readonly string[] {
  const codes = bytes.subarray(start);
  const count = Math.floor(codes.length / 2);
  const letters = { count, is: (at: number) => isLetter(codes.readUInt16LE(at * 2)) };
  return [...runsBy(letters)].map(([from, to]) => codes.toString('utf16le', from * 2, to * 2));
}

function runsOf({ random, bytes }: Stretch): readonly string[] {
  if (!random) return [...narrowRuns(bytes), ...wideRuns(bytes, 0), ...wideRuns(bytes, 1)].filter(isWritten);
  const letters = bytes.toString('latin1');
  const wide = letters.match(LONG_WIDE_RUN) ?? [];
  const runs = [...(letters.match(LONG_ASCII_RUN) ?? []), ...wide.map((run) => run.replaceAll('\0', ''))];
  return runs.filter(isWrittenAmongRandom);
}

/**
 * Runs of letters in bytes that are no text, in UTF-8 and UTF-16. What is encrypted is told by its bytes: it looks
 * random, and only long runs count there. `random`: how many whole blocks of 4 KiB look so.
 */
export function runsIn(bytes: Buffer): { readonly texts: readonly string[]; readonly random: number } {
  const kinds = kindsOf(bytes);
  const random = kinds.slice(0, wholeBlocks(bytes)).filter(Boolean).length;
  return { texts: stretchesOf(bytes, kinds).flatMap(runsOf), random };
}

export function wholeBlocks(bytes: Buffer): number {
  return Math.floor(bytes.length / BLOCK);
}
