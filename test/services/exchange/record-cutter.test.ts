import { describe, expect, it } from 'vitest';
import { recordCutter, type Cut } from '../../../services/exchange/record-cutter.ts';

async function cut(text: string, size = text.length): Promise<Cut> {
  const cutter = recordCutter(',');
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) cutter.write(bytes.subarray(at, at + size), false);
  await cutter.end();
  return cutter.take();
}

const shape = ({ rows }: Cut): readonly string[] => rows.map((row) => row.problem ?? row.cells.join('/'));

describe.each([1, 3, 1000])('rows read %i bytes at a time', (size) => {
  it('keep quotes, delimiters and line ends inside a cell', async () => {
    const result = await cut('a,b\r\n1,"x, ""y""\nz"\r\n2,3', size);
    expect(shape(result)).toEqual(['1/x, "y"\nz', '2/3']);
  });

  it('fail alone where they are ragged', async () => {
    expect(shape(await cut('a,b\n1\n2,3\n4,5,6\n7,8\n', size))).toEqual(['ragged-row', '2/3', 'ragged-row', '7/8']);
  });

  it('fail alone where a quotation mark is broken', async () => {
    expect(shape(await cut('a,b\n1,"x"y\n2,3\n4,"5"\n', size))).toEqual(['broken-quote', '2/3', '4/5']);
  });

  it('fail alone where a quotation mark is not closed', async () => {
    expect(shape(await cut('a,b\n1,"x\n2,3\n4,5\n', size))).toEqual(['unclosed-quote', '2/3', '4/5']);
  });

  it('fail alone where the last quotation mark is not closed', async () => {
    expect(shape(await cut('a,b\n1,2\n3,"4', size))).toEqual(['1/2', 'unclosed-quote']);
  });

  it('never swallow the rows between two stray quotation marks', async () => {
    const result = await cut('a,b,c\n1,"x,y\n2,"z",3\n4,5,6\n', size);
    expect(shape(result)).toEqual(['broken-quote', '2/z/3', '4/5/6']);
  });
});

describe('a whole file', () => {
  it('has no headings where their quotation mark is not closed', async () => {
    expect((await cut('a,"b\n1,2\n')).stop).toBe('no-headings');
  });

  it('goes on after a record beyond a mebibyte', async () => {
    const result = await cut(`a,b\n1,"${'x'.repeat(1_500_000)}\n2,3\n`, 65_536);
    expect(shape(result)).toEqual(['unclosed-quote', '2/3']);
  });

  it('is read in one go although every row is broken', async () => {
    const { rows } = await cut(`a,b\n${'1,"x\n'.repeat(500)}`, 65_536);
    expect(rows).toHaveLength(500);
    expect(rows.every((row) => row.problem !== undefined)).toBe(true);
  });

  it('numbers rows as they stand, empty lines aside', async () => {
    const { rows } = await cut('a\n\n1\n\n2\n');
    expect(rows.map(({ row }) => row)).toEqual([1, 2]);
  });
});
