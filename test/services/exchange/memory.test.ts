import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { apartRows } from '../../../services/exchange/apart-rows.ts';
import type { ApartRow } from '../../../services/exchange/settle.ts';

const HEAP = resolve(import.meta.dirname, 'heap-of-import.ts');
const [FEW, MANY] = [20_000, 60_000];
/** What tells a repeat is 20 bytes, in a table that is at worst half empty; kept rows or ids would cost hundreds. */
const BYTES_A_ROW = 64;

describe('the memory of an import', () => {
  it('grows by no more than what tells a repeat', { timeout: 60_000 }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', HEAP, String(FEW), String(MANY)]);
    const [few = 0, many = Infinity] = stdout.trim().split('\n').map(Number);
    expect(few).toBeGreaterThan(0);
    expect((many - few) / (MANY - FEW)).toBeLessThan(BYTES_A_ROW);
  });

  it('holds the headings of rows that are kept apart once', () => {
    const apart = apartRows();
    const lists = (): Pick<ApartRow, 'headings' | 'categories'> => ({ headings: ['Narrative'], categories: ['form'] });
    const given: readonly ApartRow[] = [
      { row: 1, sourceId: null, ...lists() },
      { row: 2, sourceId: '2', ...lists() },
      { row: 3, sourceId: '3', headings: ['CTZ', 'Narrative'], categories: [] },
    ];
    for (const row of given) apart.add(row);
    const rows = [...apart.rows()];
    expect(rows).toEqual(given);
    expect(new Set(rows.map(({ headings }) => headings)).size).toBe(2);
    expect(new Set(rows.map(({ categories }) => categories)).size).toBe(2);
  });
});
