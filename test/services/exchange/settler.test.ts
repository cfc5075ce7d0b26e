import { describe, expect, it } from 'vitest';
import { reportOf } from './import-file.ts';
import { memorySink } from './memory-sink.ts';
import { csv, tempFile } from './temp-file.ts';

const HEADINGS = 'RecID,Date of Booking,Cell';
const file = (...cells: readonly string[]): string =>
  tempFile(csv(HEADINGS, ...cells.map((cell) => `1,2026-01-01 10:00,${cell}`)));

/** Imports files one after another into one store; answers [accepted, updated, duplicates] of the last, and its cell. */
async function after(...files: readonly (readonly string[])[]): Promise<readonly unknown[]> {
  const taken = memorySink();
  let counts: readonly number[] = [];
  for (const cells of files) {
    const { accepted, updated, duplicates } = await reportOf(file(...cells), { sink: taken.sink });
    counts = [accepted, updated, duplicates];
  }
  return [...counts, taken.stored.at(-1)?.booking.draft.fields.cell];
}

describe('a file that comes again', () => {
  it.each([
    ['the same booking is a duplicate', [['A'], ['A']], [0, 0, 1, 'A']],
    ['a changed booking is an update', [['A'], ['B']], [0, 1, 0, 'B']],
    [
      'a whole file with its correction changes nothing',
      [
        ['A', 'B'],
        ['A', 'B'],
      ],
      [0, 0, 2, 'B'],
    ],
    [
      'a whole file with two corrections changes nothing',
      [
        ['A', 'B', 'C'],
        ['A', 'B', 'C'],
      ],
      [0, 0, 3, 'C'],
    ],
    ['a value that goes back is an update', [['A', 'B'], ['A']], [0, 1, 0, 'A']],
    [
      'a value that goes back within a file is an update',
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
      [0, 1, 1, 'A'],
    ],
    [
      'an old and a new content are one update',
      [
        ['A', 'B'],
        ['A', 'C'],
      ],
      [0, 1, 1, 'C'],
    ],
  ] as const)('%s', async (...[, files, expected]) => expect(await after(...files)).toEqual(expected));
});
