import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importFile, reportOf } from './import-file.ts';
import { csv, tempFile, tempFolder } from './temp-file.ts';

describe('a file as a whole', () => {
  it.each([
    ['packed', gzipSync('RecID\n1\n'), 'gzip'],
    ['empty', '', 'empty'],
    ['blank', '\n\n', 'empty'],
    ['with broken headings', 'RecID,"Cell\n1,2\n', 'no-headings'],
  ])('is refused where it is %s', async (...[, content, trouble]) => {
    const { report, refusals } = await importFile(tempFile(content));
    expect(report).toBeNull();
    expect(refusals).toMatchObject([{ code: 'unreadable-file', params: { trouble, file: 'jail.csv' } }]);
  });

  it('is refused where it is not there or a folder', async () => {
    expect((await importFile(`${tempFolder()}/none.csv`)).refusals).toMatchObject([
      { params: { trouble: 'not-there' } },
    ]);
    expect((await importFile(tempFolder())).refusals).toMatchObject([{ params: { trouble: 'not-a-file' } }]);
  });

  if (process.platform === 'win32') console.log('Windows has no pipes with a path, so a pipe is not tried here.');
  it.skipIf(process.platform === 'win32')(
    'is refused where it is a pipe or a device, without waiting for it',
    async () => {
      const pipe = `${tempFolder()}/pipe.csv`;
      expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
      for (const path of [pipe, '/dev/null', '/dev/zero']) {
        const { refusals } = await importFile(path);
        expect([path, refusals]).toMatchObject([path, [{ params: { trouble: 'not-at-rest' } }]]);
      }
    },
  );

  it('is refused where two equal headings differ, and names both', async () => {
    const same = csv('RecID,Date of Booking,Cell,Cell', '1,2026-01-01 10:00,A,A', '2,2026-01-01 10:00,,B');
    expect(await reportOf(tempFile(same))).toMatchObject({ accepted: 2 });
    const { refusals } = await importFile(tempFile(`${same}3,2026-01-01 10:00,A,B\n`));
    expect(refusals).toMatchObject([
      { params: { trouble: 'columns-clash', row: 3, columns: 'Cell (column 3), Cell (column 4)' } },
    ]);
  });

  it('with headings alone says that there are no rows', async () => {
    expect(await reportOf(tempFile('RecID,Cell'))).toMatchObject({
      rows: 0,
      bookings: 0,
      errors: [{ code: 'no-rows' }],
    });
  });

  it('is left at once when it is cancelled', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `${String(index)},2026-01-01 10:00`);
    const { report, refusals, rows } = await importFile(tempFile(csv('RecID,Date of Booking', ...many)), {
      cancelled: () => true,
    });
    expect([report, refusals, rows]).toEqual([null, [{ code: 'cancelled' }], []]);
  });
});
