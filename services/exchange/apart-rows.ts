import type { ApartRow } from './settle.ts';

/** Rows that are kept apart until the import's own entry is there for them to stand under. */
export interface ApartRows {
  add(row: ApartRow): void;
  rows(): Iterable<ApartRow>;
}

/** Headings and categories repeat from row to row and are held once: a file of refused rows alone must fit as well. */
export function apartRows(): ApartRows {
  const kept: ApartRow[] = [];
  const lists = new Map<string, readonly string[]>();
  const once = (list: readonly string[]): readonly string[] => {
    const key = JSON.stringify(list);
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    return known;
  };
  return {
    add: ({ row, sourceId, headings, categories }) => {
      kept.push({ row, sourceId, headings: once(headings), categories: once(categories) });
    },
    rows: () => kept,
  };
}
