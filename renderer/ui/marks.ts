export type MarkRange = readonly [number, number];

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marked ranges; ranges are in order and do not overlap. */
export function pieces(text: string, marks: readonly MarkRange[]): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    found.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  return [...found, { text: text.slice(at), marked: false }];
}
