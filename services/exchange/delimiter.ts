/** Delimiters that records systems use, in the order in which a tie is settled. */
export const DELIMITERS = [',', '\t', '|', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LINES = 50;

/**
 * The delimiter of a file, from the start of its text: the one that cuts most lines into as many cells as the heading
 * row has, and into more than one. A file of one column answers with a comma.
 */
export function findDelimiter(head: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(cellCounts(head, delimiter));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function scoreOf(counts: readonly number[]): number {
  const [heading, ...rows] = counts;
  if (heading === undefined || heading < 2) return 0;
  const same = rows.length === 0 ? 1 : rows.filter((count) => count === heading).length / rows.length;
  return same * 1000 + heading;
}

/** Cells per record, quotes respected; the last record may be cut and is left out where there are others. */
function cellCounts(head: string, delimiter: Delimiter): readonly number[] {
  const counts: number[] = [];
  let cells = 1;
  for (const [mark] of head.replace(/"[^"]*"/g, '').matchAll(/[,;|\t]|\r\n|\n|\r/g)) {
    if (mark === delimiter) cells += 1;
    if (!/[\r\n]/.test(mark)) continue;
    counts.push(cells);
    cells = 1;
    if (counts.length === LINES) break;
  }
  return counts.length > 0 ? counts : [cells];
}
