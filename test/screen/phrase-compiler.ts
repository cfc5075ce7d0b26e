// Makes the table of phrases that the screen reads out of the lists as they are written.
import { writeNumbers, writePlaces, type KeptTable } from '../../policy/screen/phrase-table.ts';
import { classOf } from '../../policy/screen/slots.ts';
import { addPhrase, graphNode, type GraphNode } from './phrase-graph.ts';
import { PHRASE_LISTS } from './phrase-lists.ts';

type Node = GraphNode<number>;

/** Every node once, in the order in which they are met. */
function nodesFrom(root: Node): readonly Node[] {
  const found = new Set([root]);
  for (const { words, stems } of found) {
    for (const next of [...(words?.values() ?? []), ...(stems?.values() ?? [])].flat()) found.add(next);
  }
  return [...found];
}

function keysOf(nodes: readonly Node[], table: 'words' | 'stems'): readonly string[] {
  return [...new Set(nodes.flatMap((node) => [...(node[table]?.keys() ?? [])]))].toSorted();
}

interface Way {
  readonly name: number;
  readonly to: number;
}

/** The graph in rows. */
export function keptTable(root: Node): KeptTable {
  const nodes = nodesFrom(root);
  const places = new Map(nodes.map((node, at) => [node, at]));
  const [words, stems] = [keysOf(nodes, 'words'), keysOf(nodes, 'stems')];
  const names = new Map([...words, ...stems.map((stem) => `${stem}*`)].map((word, at) => [word, at]));
  const way =
    (name: string) =>
    (to: Node): Way => ({ name: names.get(name) ?? -1, to: places.get(to) ?? -1 });
  const ways = nodes.map((node) =>
    [
      ...[...(node.words ?? [])].flatMap(([word, to]) => to.map(way(word))),
      ...[...(node.stems ?? [])].flatMap(([stem, to]) => to.map(way(`${stem}*`))),
    ].toSorted((a, b) => a.name - b.name || a.to - b.to),
  );
  const ends = nodes.map((node) => [...(node.ends ?? [])].toSorted((a, b) => a - b));
  const beginnings = (rows: readonly (readonly unknown[])[]): string => {
    let sum = 0;
    return writeNumbers([0, ...rows.map((row) => (sum += row.length))]);
  };
  const classes = words.filter((word) => word.startsWith('<')).map((word) => word.slice(1, -1));
  return {
    classes: Object.fromEntries(classes.map((name) => [name, classOf(name).join(' ')])),
    words: words.join(' '),
    places: writePlaces(words),
    stems: stems.join(' '),
    waysFrom: beginnings(ways),
    ways: writeNumbers(ways.flat().map(({ name }) => name)),
    targets: writeNumbers(ways.flat().map(({ to }) => to)),
    endsFrom: beginnings(ends),
    ends: writeNumbers(ends.flat()),
  };
}

/** The rules of all lists without their phrases, and their phrases as a table; the same lists give the same text. */
export function compilePhrases(): string {
  const root = graphNode<number>();
  for (const [rule, { phrases }] of PHRASE_LISTS.entries()) for (const phrase of phrases) addPhrase(root, phrase, rule);
  const rules = PHRASE_LISTS.map((list) => ({ ...list, phrases: undefined }));
  const note = 'All phrase lists in one table; written by test/screen/train.ts.';
  return `${JSON.stringify({ note, source: 'phrases*.json and slots.json beside it.', rules, table: keptTable(root) })}\n`;
}
