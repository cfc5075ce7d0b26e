// Phrases as one graph of words: a choice of words in a phrase is a fork, not a phrase of its own for every choice.
import { alternativesOf, chunksOf } from './slots.ts';
import { wordsOf } from './words.ts';

/** Stems are looked up by so many letters. */
export const SHORTEST_STEM = 3;

/** A place between two words of some phrases. */
export interface GraphNode<T> {
  readonly words: Map<string, GraphNode<T>[]>;
  /** Beginnings of words, each with up to twelve more letters. */
  readonly stems: Map<string, GraphNode<T>[]>;
  /** What the phrases that end here stand for. */
  readonly ends: Set<T>;
}

export function graphNode<T>(): GraphNode<T> {
  return { words: new Map(), stems: new Map(), ends: new Set() };
}

function link<T>(from: GraphNode<T>, word: string, to: GraphNode<T>): void {
  const stem = word.endsWith('*');
  const table = stem ? from.stems : from.words;
  const key = stem ? word.slice(0, -1) : word;
  if (stem && key.length < SHORTEST_STEM) throw new Error('phrases: a stem of too few letters');
  const known = table.get(key);
  if (known === undefined) table.set(key, [to]);
  else if (!known.includes(to)) known.push(to);
}

function phraseWords(text: string): readonly string[] {
  const { texts, ends } = wordsOf(text);
  return texts.map((word, at) => (text[ends[at] ?? -1] === '*' ? `${word}*` : word));
}

/** Grows the graph by one chunk from these places, and gives the places after it. */
function grow<T>(from: readonly GraphNode<T>[], chunk: string): readonly GraphNode<T>[] {
  const after = graphNode<T>();
  const ends = new Set<GraphNode<T>>([after]);
  for (const alternative of alternativesOf(chunk)) {
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

/** Adds a phrase to the graph that begins at this node. */
export function addPhrase<T>(root: GraphNode<T>, phrase: string, meaning: T): void {
  let places: readonly GraphNode<T>[] = [root];
  for (const chunk of chunksOf(phrase)) places = grow(places, chunk);
  if (places.includes(root)) throw new Error('phrases: a phrase without a word');
  for (const place of places) place.ends.add(meaning);
}
