// Where in a text a phrase could begin at all. Few words of a booking do: the large patterns are asked at those places
// only. Nothing is decided here. A place that is passed over is one where no phrase can match, whatever follows.

/** Symbols: 0 for any run of signs and spaces, then a to z, then 0 to 9. */
const SYMBOLS = 37;
/** Symbols of a phrase that are compared; beyond, the pattern itself tells more cheaply. */
const DEPTH = 10;
const ACCEPT = 0xffff;

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? code - 21 : 0;
}

/** What the phrase begins with: a gap or sign is one 0, so is the end of its last word; a stem's end is open. */
function symbolsOf(phrase: string): readonly number[] {
  const symbols: number[] = [];
  for (const letter of `${phrase} `) {
    if (letter === '*' || symbols.length === DEPTH) break;
    const symbol = symbolOf(letter.charCodeAt(0));
    if (symbol !== 0 || symbols.at(-1) !== 0) symbols.push(symbol);
  }
  return symbols;
}

/** A tree in one list: each node has a place for every symbol, 0 where nothing goes on. */
function treeOf(phrases: readonly string[]): Uint16Array {
  const tree: number[] = new Array<number>(SYMBOLS).fill(0);
  for (const phrase of phrases) insert(tree, symbolsOf(phrase));
  return Uint16Array.from(tree);
}

function insert(tree: number[], symbols: readonly number[]): void {
  if ((symbols[0] ?? 0) === 0) throw new Error('phrases.json: a phrase that begins with neither letter nor digit');
  let node = 0;
  for (const [at, symbol] of symbols.entries()) {
    const slot = node * SYMBOLS + symbol;
    const next = tree[slot] ?? 0;
    if (next === ACCEPT) return;
    if (at === symbols.length - 1) tree[slot] = ACCEPT;
    else node = next === 0 ? grow(tree, slot) : next;
  }
}

function grow(tree: number[], slot: number): number {
  const made = tree.length / SYMBOLS;
  for (let symbol = 0; symbol < SYMBOLS; symbol += 1) tree.push(0);
  tree[slot] = made;
  return made;
}

function couldBegin(tree: Uint16Array, text: string, start: number): boolean {
  let node = 0;
  let inGap = false;
  for (let at = start; at <= text.length; at += 1) {
    const symbol = at < text.length ? symbolOf(text.charCodeAt(at)) : 0;
    if (symbol === 0 && inGap) continue;
    inGap = symbol === 0;
    node = tree[node * SYMBOLS + symbol] ?? 0;
    if (node === ACCEPT) return true;
    if (node === 0) return false;
  }
  return false;
}

/** The first place at or after `from` where one of the phrases could begin, -1 where there is none. */
export type NextPlace = (folded: string, from: number) => number;

/** @param phrases folded; a match of `trieSource` over them must begin and end with a word, as its callers see to */
export function placesOf(phrases: readonly string[]): NextPlace {
  const tree = treeOf(phrases);
  return (folded, from) => {
    let inWord = from > 0 && symbolOf(folded.charCodeAt(from - 1)) !== 0;
    for (let at = from; at < folded.length; at += 1) {
      const isWord = symbolOf(folded.charCodeAt(at)) !== 0;
      if (isWord && !inWord && couldBegin(tree, folded, at)) return at;
      inWord = isWord;
    }
    return -1;
  };
}
