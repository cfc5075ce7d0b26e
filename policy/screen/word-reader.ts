// Reads a graph of phrases word by word. Which places of the graph a run of words leads to is worked out once and kept,
// so that reading costs one look-up a word. Only words of the lists are kept, never words of a text.
import { SHORTEST_STEM, type GraphNode } from './phrase-graph.ts';

interface State<T> {
  readonly places: ReadonlySet<GraphNode<T>>;
  readonly next: Map<string, State<T> | null>;
  readonly ends: readonly T[];
}

const LONGEST_REST = 12;
/** More states than any text of a station leads to; a text made to lead to more starts over. */
const MOST_STATES = 20_000;
const UNKNOWN = '';
const NOTHING: readonly never[] = [];

/** A phrase that begins at some word: how many words on it ends, and what it stands for; the shortest first. */
export interface Read<T> {
  readonly count: number;
  readonly ends: readonly T[];
}

/** Words, what each is called in the lists, and whether a phrase may run into it. */
export interface ReadWords {
  readonly words: readonly string[];
  readonly symbols: readonly string[];
  readonly joined: readonly boolean[];
}

function keysOf(table: ReadonlyMap<string, unknown> | null): readonly string[] {
  return table === null ? [] : [...table.keys()];
}

function waysOn<T>({ words, stems }: GraphNode<T>): readonly GraphNode<T>[] {
  return [...(words?.values() ?? []), ...(stems?.values() ?? [])].flat();
}

export class WordReader<T> {
  readonly #root: GraphNode<T>;
  readonly #known = new Set<string>();
  readonly #stems = new Map<string, string[]>();
  #states = new Map<string, State<T>>();
  readonly #ids = new Map<GraphNode<T>, number>();
  #first: State<T>;

  constructor(root: GraphNode<T>) {
    this.#root = root;
    this.#learn(root);
    this.#first = this.#stateOf([root]);
  }

  #learn(node: GraphNode<T>): void {
    if (this.#ids.has(node)) return;
    this.#ids.set(node, this.#ids.size);
    for (const word of keysOf(node.words)) this.#known.add(word);
    for (const stem of keysOf(node.stems)) this.#learnStem(stem);
    for (const next of waysOn(node)) this.#learn(next);
  }

  /** Every word of the lists, and every beginning of one. */
  vocabulary(): { readonly words: Iterable<string>; readonly stems: Iterable<string> } {
    return { words: this.#known, stems: [...this.#stems.values()].flat() };
  }

  #learnStem(stem: string): void {
    const key = stem.slice(0, SHORTEST_STEM);
    const stems = this.#stems.get(key) ?? [];
    if (!stems.includes(stem)) this.#stems.set(key, [...stems, stem]);
  }

  #stateOf(nodes: readonly GraphNode<T>[]): State<T> {
    const places = new Set(nodes);
    const key = [...places]
      .map((node) => this.#ids.get(node) ?? -1)
      .sort((a, b) => a - b)
      .join(' ');
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state = {
      places,
      next: new Map<string, State<T> | null>(),
      ends: nodes.flatMap((node) => [...(node.ends ?? [])]),
    };
    this.#states.set(key, state);
    return state;
  }

  /** What a word is called in the lists: itself, or the stems that it begins with, or unknown. */
  symbolOf(word: string): string {
    if (this.#known.has(word)) return word;
    const stems = this.#stemsOf(word);
    return stems.length === 0 ? UNKNOWN : stems.map((stem) => `${stem}*`).join(' ');
  }

  #stemsOf(word: string): readonly string[] {
    const stems = this.#stems.get(word.slice(0, SHORTEST_STEM));
    if (stems === undefined) return NOTHING;
    return stems.filter((stem) => word.startsWith(stem) && word.length - stem.length <= LONGEST_REST);
  }

  #follow(state: State<T>, word: string, symbol: string): State<T> | null {
    const known = state.next.get(symbol);
    if (known !== undefined) return known;
    const stems = this.#stemsOf(word);
    const nodes = [...state.places].flatMap((node) => [
      ...(node.words?.get(word) ?? []),
      ...stems.flatMap((stem) => node.stems?.get(stem) ?? []),
    ]);
    const next = nodes.length === 0 ? null : this.#stateOf(nodes);
    state.next.set(symbol, next);
    return next;
  }

  /** Phrases that begin with the word at this place. */
  readAt(text: ReadWords, from: number): readonly Read<T>[] {
    if (this.#states.size > MOST_STATES) this.#startOver();
    let state: State<T> | null = this.#step(this.#first, text, from);
    if (state === null) return NOTHING;
    const found: Read<T>[] = [];
    for (let at = from; state !== null;) {
      if (state.ends.length > 0) found.push({ count: at - from + 1, ends: state.ends });
      at += 1;
      state = text.joined[at] === true ? this.#step(state, text, at) : null;
    }
    return found;
  }

  #step(state: State<T>, { words, symbols }: ReadWords, at: number): State<T> | null {
    const symbol = symbols[at] ?? UNKNOWN;
    return symbol === UNKNOWN ? null : this.#follow(state, words[at] ?? UNKNOWN, symbol);
  }

  #startOver(): void {
    this.#states = new Map();
    this.#first = this.#stateOf([this.#root]);
  }
}
