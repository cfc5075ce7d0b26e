// What chance puts together: bytes that look random, as what is encrypted does, and runs of letters in them.

/** Bytes that are judged together. */
export const BLOCK = 4_096;
/** Of fewer bytes nothing can be told. */
const LEAST = 256;
/**
 * Bits a byte, at most 7.9: n random bytes have 8 - 184 / n (Miller and Madow 1955), and of 20,000 such blocks of each
 * length none had less than 8 - 285 / n. What is told in letters has 5.
 */
const RANDOM_BITS = 7.9;
const bitsOfRandom = (length: number): number => Math.min(RANDOM_BITS, 8 - 300 / length);

/** @param block of 4,096 bytes, or fewer at the end of something */
export function isRandom(block: Buffer): boolean {
  if (block.length < LEAST) return false;
  const counts = new Uint32Array(256);
  for (const byte of block) counts[byte] = (counts[byte] ?? 0) + 1;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / block.length) * Math.log2(count / block.length);
  return bits > bitsOfRandom(block.length);
}

/** Letters, figures and blanks: of 95 signs of one byte 63 are such, in what somebody wrote nearly all. */
const ORDINARY = /[\p{L}\p{M}\d ]/gu;
/** Of one case, or figures. */
const SHORT_WORD = /\p{Ll}{3}|\p{Lu}{3}|\d{3}/u;
const WORD = /\p{Ll}{5}|\p{Lu}{5}|\d{5}/u;
/** Letters between other signs. */
const WHOLE_WORD = /(?<!\p{L})(?:\p{Lu}?\p{Ll}{3,}|\p{Lu}{3,})(?!\p{L})/gu;
const LONG_WORD = /\p{Ll}{8}|\p{Lu}{8}|\d{7}/u;

/** How much of a run is letters, figures and blanks, from 0 to 1. */
function ordinary(run: string): number {
  return (run.match(ORDINARY)?.length ?? 0) / run.length;
}

/** Whether somebody may have written it: a word stands in it, or it is letters, figures and blanks nearly all through. */
export function isWritten(run: string): boolean {
  if (WORD.test(run)) return true;
  const share = ordinary(run);
  return share >= 0.9 || (share >= 0.75 && SHORT_WORD.test(run));
}

/** The same of a run among random bytes, of which there are many: two words, or one that is long. */
export function isWrittenAmongRandom(run: string): boolean {
  return ordinary(run) >= 0.75 && (LONG_WORD.test(run) || (run.match(WHOLE_WORD)?.length ?? 0) > 1);
}
