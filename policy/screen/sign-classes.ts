// What each sign of a text as given is, asked of Unicode once for each sign: a pattern that asks it of every letter of a
// text takes most of the time that a text in another script is read in.

/** Flags of a sign: a small letter, a capital, and what stands between two letters without parting them. */
const [SMALL, CAPITAL, JOINS] = [1, 2, 4];
/** Invisible signs, and letters that look Latin and are not. */
export const HIDING = 8;
/** Left out of the folded text, but for accents: an accent belongs to its letter. */
export const UNSEEN = 16;
/** Looks like a space and is none; folded to one. */
export const BLANK = 32;
const KNOWN = 128;

const CLASSES: readonly (readonly [flag: number, of: RegExp])[] = [
  [SMALL, /^\p{Ll}/u],
  [CAPITAL, /^\p{Lu}/u],
  [JOINS, /^[\p{M}\p{Cf}]/u],
  [HIDING, /^[\p{Cf}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\uff00-\uffef]/u],
  [UNSEEN, /^[\p{Cf}\p{Default_Ignorable_Code_Point}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/u],
  [BLANK, /^[\u2800\u3164\u1160\uffa0]/],
];

/** Signs that were met: of one unit, and the same few of two that come again. No text can be told from them. */
const known = new Uint8Array(0x1_00_00);
const pairs = new Map<string, number>();
const MOST_PAIRS = 4_096;

function ask(sign: string): number {
  return CLASSES.reduce((flags, [flag, of]) => (of.test(sign) ? flags | flag : flags), KNOWN);
}

function ofPair(sign: string): number {
  const before = pairs.get(sign);
  if (before !== undefined) return before;
  if (pairs.size >= MOST_PAIRS) pairs.clear();
  const flags = ask(sign);
  pairs.set(sign, flags);
  return flags;
}

/** Flags of the sign that begins at this unit of a text; the second unit of a sign has none. */
export function flagsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf8_00) === 0xd8_00) return (unit & 0x04_00) === 0 ? ofPair(text.slice(at, at + 2)) : 0;
  const flags = known[unit] ?? 0;
  return flags === 0 ? (known[unit] = ask(text.charAt(at))) : flags;
}

/** Whether a sign with one of these flags begins in this range of a text. */
export function holdsSign(
  text: string,
  flags: number,
  [from, to]: readonly [number, number] = [0, text.length],
): boolean {
  for (let at = from; at < to; at += 1) if ((flagsAt(text, at) & flags) !== 0) return true;
  return false;
}

/** Whether a capital follows a small letter, accents and signs that nobody sees between them or not. */
export function holdsCapitalWithin(text: string, [from, to]: readonly [number, number] = [0, text.length]): boolean {
  let small = false;
  for (let at = from; at < to; at += 1) {
    const flags = flagsAt(text, at);
    if (small && (flags & CAPITAL) !== 0) return true;
    // The second unit of a sign goes with the first.
    if (flags !== 0 && (flags & JOINS) === 0) small = (flags & SMALL) !== 0;
  }
  return false;
}
