// Phrases as one graph of words: a choice of words in a phrase is a fork, not a phrase of its own for every choice.
import { SHORTEST_STEM } from '../../policy/screen/phrase-table.ts';
import { alternativesByClass } from '../../policy/screen/slots.ts';
import { wordsOf } from '../../policy/screen/words.ts';

/** What leads on from a place, by word or by the beginning of a word. */
type Table<T> = Map<string, GraphNode<T>[]>;

/** A place between two words of some phrases. Most have one way on and no end: what is not there costs nothing. */
export interface GraphNode<T> {
  words: Table<T> | null;
  /** Beginnings of words, each with up to twelve more letters. */
  stems: Table<T> | null;
  /** What the phrases that end here stand for. */
  ends: Set<T> | null;
}

export function graphNode<T>(): GraphNode<T> {
  return { words: null, stems: null, ends: null };
}

/** The table that a word stands in, and its key there. */
function tableFor<T>(from: GraphNode<T>, word: string): readonly [Table<T>, string] {
  if (!word.endsWith('*')) return [(from.words ??= new Map<string, GraphNode<T>[]>()), word];
  if (word.length <= SHORTEST_STEM) throw new Error('phrases: a stem of too few letters');
  return [(from.stems ??= new Map<string, GraphNode<T>[]>()), word.slice(0, -1)];
}

function link<T>(from: GraphNode<T>, word: string, to: GraphNode<T>): void {
  const [table, key] = tableFor(from, word);
  const known = table.get(key);
  if (known === undefined) table.set(key, [to]);
  else if (known.at(-1) !== to) known.push(to);
}

/** Stands for every word of a class. */
const CLASS = /(<[a-z]+>)/;

const cut = new Map<string, readonly string[]>();

/** The words of a wording; the same few stand in many phrases. */
function phraseWords(text: string): readonly string[] {
  const before = cut.get(text);
  if (before !== undefined) return before;
  const words = text.split(CLASS).flatMap((part) => (CLASS.test(part) ? [part] : plainWords(part)));
  cut.set(text, words);
  return words;
}

function plainWords(text: string): readonly string[] {
  const { texts, ends } = wordsOf(text);
  return texts.map((word, at) => (text[ends[at] ?? -1] === '*' ? `${word}*` : word));
}

/** Grows the graph by one chunk from these places, and gives the places after it. */
function grow<T>(from: readonly GraphNode<T>[], chunk: string): readonly GraphNode<T>[] {
  const after = graphNode<T>();
  const ends = new Set<GraphNode<T>>([after]);
  for (const alternative of alternativesByClass(chunk)) {
    const words = phraseWords(alternative);
    let places = from;
    for (const [at, word] of words.entries()) {
      const next = at === words.length - 1 ? after : graphNode<T>();
      for (const place of places) link(place, word, next);
      places = [next];
    }
    if (words.length === 0) for (const place of from) ends.add(place);
  }
  return [...ends];
}

/** The phrase cut at its spaces outside of brackets, so that choices are not multiplied with one another. */
export function chunksOf(phrase: string): readonly string[] {
  const chunks: string[] = [''];
  let depth = 0;
  for (const letter of phrase) {
    depth += Number(letter === '[') - Number(letter === ']');
    if (letter === ' ' && depth === 0) chunks.push('');
    else chunks.push((chunks.pop() ?? '') + letter);
  }
  return chunks.filter((chunk) => chunk !== '');
}

/** Adds a phrase to the graph that begins at this node. */
export function addPhrase<T>(root: GraphNode<T>, phrase: string, meaning: T): void {
  let places: readonly GraphNode<T>[] = [root];
  for (const chunk of chunksOf(phrase)) places = grow(places, chunk);
  if (places.includes(root)) throw new Error('phrases: a phrase without a word');
  for (const place of places) (place.ends ??= new Set()).add(meaning);
}
