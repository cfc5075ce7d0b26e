// Copies of texts with slips of the hand in a few words, as in haste: the net learns to read past them.
import type { Labelled, Span } from './labelled.ts';

/** Keys beside each key. */
const BESIDE: ReadonlyMap<string, string> = new Map(
  'a:sq b:vn c:xv d:sf e:rw f:dg g:fh h:gj i:uo j:hk k:jl l:k m:n n:bm o:ip p:o q:w r:et s:ad t:ry u:yi v:cb w:qe x:zc y:tu z:x'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)]),
);
/** As many of the texts get a copy. */
const SHARE = 0.15;
/** How often one of the words that tell is among those with a slip. */
const OF_TELLING = 0.7;
/** One slip more for so many words. */
const WORDS_A_SLIP = 12;
/** Words that are long enough to be known with a slip. */
const WORD = /[A-Za-zÀ-ÿ]{5,}/g;
/** Boxes of names: a slip makes another name. */
const NAMES: ReadonlySet<string> = new Set(['name', 'alias', 'address', 'code']);

type Draw = () => number;

/** Numbers from 0 to before 1, the same for the same text. */
function drawFor(text: string): Draw {
  let state = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01_00_01_93);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c_1b_3c_6d);
    state = Math.imul(state ^ (state >>> 12), 0x29_7a_2d_39);
    state ^= state >>> 15;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A letter left out, two that changed places, one twice, or the key beside; never the first. */
function withSlip(word: string, draw: Draw): string {
  const at = 1 + Math.floor(draw() * (word.length - 1));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const kind = draw();
  if (kind < 0.35) return before + after;
  if (kind < 0.6) return before + after.slice(0, 1) + letter + after.slice(1);
  if (kind < 0.75) return before + letter + letter + after;
  const beside = BESIDE.get(letter.toLowerCase()) ?? letter;
  return before + beside.charAt(Math.floor(draw() * beside.length)) + after;
}

/** Where the words with a slip begin. */
function chosen(words: readonly RegExpMatchArray[], spans: readonly Span[], draw: Draw): ReadonlySet<number> {
  const starts = words.map(({ index = 0 }) => index);
  const telling = starts.filter((at) => spans.some(({ start, end }) => at >= start && at < end));
  const one = (of: readonly number[]): number => of[Math.floor(draw() * of.length)] ?? 0;
  const places = Array.from({ length: 1 + Math.floor(draw() * 2 + words.length / WORDS_A_SLIP) }, () => one(starts));
  return new Set(telling.length > 0 && draw() < OF_TELLING ? [one(telling), ...places] : places);
}

/** A copy with slips; its spans are where their words went. */
function misspelt(given: Labelled): Labelled {
  const draw = drawFor(given.text);
  const words = [...given.text.matchAll(WORD)];
  const slips = chosen(words, given.spans, draw);
  const moved = Int32Array.from({ length: given.text.length + 1 });
  let text = '';
  let from = 0;
  for (const { index, 0: word } of words) {
    if (!slips.has(index)) continue;
    text += given.text.slice(from, index) + withSlip(word, draw);
    from = index + word.length;
    moved.fill(text.length - from, from);
  }
  text += given.text.slice(from);
  const place = (at: number): number => at + (moved[at] ?? 0);
  return {
    ...given,
    text,
    spans: given.spans.map((span) => ({ ...span, start: place(span.start), end: place(span.end) })),
  };
}

/** Copies of some of the texts, with slips. */
export function withSlips(texts: readonly Labelled[]): readonly Labelled[] {
  return texts.filter(({ field, text }) => !NAMES.has(field) && drawFor(`${text} `)() < SHARE).map(misspelt);
}
