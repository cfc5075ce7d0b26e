import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineFiles } from '../../../services/export/bundle.ts';
import { ZipPieces } from '../../../services/export/zip.ts';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { readZip } from '../../../proof/verify/zip.ts';
import { flipped } from '../../support/byte-flips.ts';
import { has, run } from '../../support/outside-program.ts';
import { makePdf } from '../../services/export/made-pdf.ts';
import { issue } from '../../services/export/made-record.ts';

type Content = readonly (readonly [name: string, content: Buffer])[];

function zipOf(files: Content): Buffer {
  const pieces = new ZipPieces();
  return Buffer.concat([...files.map(([name, content]) => pieces.add(name, content)), pieces.end()]);
}

const work = mkdtempSync(join(tmpdir(), 'sallyport-zip-'));
function written(zip: Buffer, name = 'copies.zip'): string {
  writeFileSync(join(work, name), zip);
  return join(work, name);
}

let record: Content;
beforeAll(async () => {
  const made = await makePdf(await issue());
  const files = machineFiles({ record: made.record }).map(({ name, content }) => [name, Buffer.from(content)] as const);
  record = [['EXP-2026-000001.pdf', made.pdf], ...files];
});

const inFolder = (folder: string): Content => record.map(([name, content]) => [`${folder}/${name}`, content]);
const why = async (zip: Buffer): Promise<string> => {
  const read = await readZip(zip);
  return 'ok' in read ? read.detail : '';
};
const a = Buffer.from('a');
const long = Buffer.alloc(4_194_305, 'x');

describe('a zip with records', () => {
  it('is checked without unpacking it, at its top or in folders', async () => {
    expect((await verifyPath([written(zipOf(record))])).checks.filter(({ ok }) => !ok)).toEqual([]);
    const two = zipOf([...inFolder('EXP-2026-000001'), ...inFolder('EXP-2026-000002'), ['notes.txt', a]]);
    const report = await verifyPath([written(two)]);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.at(-1)?.detail).toContain('nobody can tell whether copies were taken out');
    expect(new Set(report.checks.map(({ name }) => name.split(':')[0]))).toEqual(
      new Set(['EXP-2026-000001', 'EXP-2026-000002', 'copies.zip']),
    );
  });

  it('names the record in it that is bad', async () => {
    const [first, ...rest] = inFolder('EXP-2026-000002');
    const spoiled: Content = [[first?.[0] ?? '', flipped(first?.[1] ?? a, 40)], ...rest];
    const report = await verifyPath([written(zipOf([...inFolder('EXP-2026-000001'), ...spoiled]))]);
    expect(report.firstBad).toBe('EXP-2026-000002: pdf');
  });

  it.each<readonly [string, () => Buffer, string]>([
    ['a name that climbs out', () => zipOf([['../a', a]]), 'leads elsewhere'],
    ['a name from the root', () => zipOf([['/etc/a', a]]), 'leads elsewhere'],
    ['a name with a backslash', () => zipOf([['..\\a', a]]), 'leads elsewhere'],
    ['a step up within a name', () => zipOf([['a/../b', a]]), 'leads elsewhere'],
    ['a name of one dot', () => zipOf([['./a', a]]), 'leads elsewhere'],
    ['a name that ends in a space', () => zipOf([['a /b', a]]), 'leads elsewhere'],
    ['a name with a line in it', () => zipOf([['a\nb', a]]), 'leads elsewhere'],
    ['a drive letter', () => zipOf([['C:a', a]]), 'leads elsewhere'],
    [
      'one name twice',
      () =>
        zipOf([
          ['a', a],
          ['a', a],
        ]),
      'twice',
    ],
    ['a file that grows beyond any record', () => zipOf([['a', long]]), 'far too large'],
    ['a cut end', () => zipOf(record).subarray(0, -1), 'it was cut'],
    ['something behind its end', () => Buffer.concat([zipOf(record), a]), 'it was cut'],
    ['nothing but its first letters', () => Buffer.from('PK'), 'it was cut'],
  ])('is refused with %s', async (_name, make, words) => {
    expect(await why(make())).toContain(words);
  });

  it('is refused where a size or a byte of a packed file is changed, however small it says it is', async () => {
    const zip = zipOf([['a', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * at) % 251))]]);
    const central = zip.length - 22 - 47;
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(10, central + 24);
    expect(await why(lying)).toBe('a is damaged');
    const spoiled = Array.from(zip.keys()).filter((at) => at > 30 && at < central);
    for (const at of spoiled) expect([at, 'ok' in (await readZip(flipped(zip, at)))]).toEqual([at, true]);
  });

  it('without a record says so', async () => {
    expect((await verifyPath([written(zipOf([['a', a]]))])).firstBad).toBe('copies.zip: zip');
  });

  it.skipIf(!has('unzip') && !has('python3'))('is opened by other programs (skipped without unzip and python3)', () => {
    const file = written(zipOf(inFolder('EXP-2026-000001')));
    const ran = has('python3') ? run('python3', ['-m', 'zipfile', '-t', file]) : run('unzip', ['-t', file]);
    expect(ran.text).toMatch(/Done testing|No errors detected/);
    expect(ran.text).not.toContain('bad');
  });
});
