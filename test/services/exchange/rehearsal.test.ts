import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forkCarrier } from '../../../electron/carrier/fork.ts';
import { importCommand } from '../../../electron/cli/import-command.ts';
import { copyTestStation } from '../../support/copied-station.ts';
import { PASSPHRASE } from '../../support/station.ts';
import { importFile } from './import-file.ts';
import { memorySink } from './memory-sink.ts';
import { csv, tempFile } from './temp-file.ts';

const HEADINGS = 'RecID,Date of Booking,Cell,Narrative';

/** Few ids, times and contents, so that repeats, corrections and changes back are common. */
const row = fc
  .record({
    id: fc.constantFrom('1', '2', '3'),
    hour: fc.constantFrom('10', '10', '10', '11', 'x'),
    cell: fc.constantFrom('A', 'B', 'C'),
    text: fc.constantFrom('calm', 'calm', 'calm', 'calm', 'Subject is undocumented'),
  })
  .map(({ id, hour, cell, text }) => `${id},2026-01-01 ${hour}:00,${cell},${text}`);
const files = fc.array(fc.array(row, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });

describe('a dry run that is compared with what is stored', () => {
  it('says of every row what the import then makes of it, and stores nothing', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (sent) => {
        const { sink, stored, apart } = memorySink();
        for (const rows of sent) {
          const path = tempFile(csv(HEADINGS, ...rows));
          const before = [stored.length, apart.length];
          const rehearsed = await importFile(path, { known: { list: (source) => sink.list(source) } });
          expect([stored.length, apart.length]).toEqual(before);
          expect(rehearsed).toEqual(await importFile(path, { sink }));
          rmSync(dirname(path), { recursive: true });
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** What `import --dry-run` prints, signed in as the chief of this station or with these options alone. */
async function onCommandLine(path: string, options: readonly string[]): Promise<{ out: unknown; said: string }> {
  const secret = openSync(tempFile(PASSPHRASE), 'r');
  const told = { out: '', said: '' };
  const io = {
    input: () => Readable.from([]),
    out: (text: string) => Promise.resolve(void (told.out += text)),
    startCarrier: forkCarrier,
    say: (text: string) => void (told.said += text),
  };
  await importCommand.run([path, '--dry-run', '--secret-fd', String(secret), ...options], io);
  closeSync(secret);
  return { out: JSON.parse(told.out), said: told.said };
}

describe('a look at a file in a station', () => {
  it('tells repeats and corrections of stored bookings before they come in', async () => {
    const desk = await copyTestStation();
    const run = async (path: string, dryRun: boolean): Promise<readonly number[]> => {
      const { report } = await desk.done('import.run', { path, dryRun });
      return [report.accepted, report.updated, report.duplicates, report.quarantined];
    };
    const january = tempFile(csv(HEADINGS, '1,2026-01-01 10:00,A,calm', '2,2026-01-01 11:00,B,calm'));
    const [repeat, changed] = ['1,2026-01-01 10:00,A,calm', '2,2026-01-01 11:00,C,calm'];
    const [fresh, refused] = ['3,2026-02-01 10:00,A,calm', '4,2026-02-01 11:00,A,Subject is undocumented'];
    const february = tempFile(csv(HEADINGS, repeat, changed, changed, fresh, refused));
    try {
      expect(await run(january, true)).toEqual([2, 0, 0, 0]);
      expect(await run(january, false)).toEqual([2, 0, 0, 0]);
      expect(await run(january, true)).toEqual([0, 0, 2, 0]);
      const told = [1, 1, 2, 1];
      expect(await run(february, true)).toEqual(told);
      expect(await run(february, true)).toEqual(told);
      expect(await desk.done('import.quarantine', {})).toEqual([]);
      expect(await run(february, false)).toEqual(told);
      expect(await desk.done('import.quarantine', {})).toHaveLength(1);
      await desk.close();
      const place = ['--data', desk.folder];
      expect((await onCommandLine(february, ['--user', 'chief', ...place])).out).toMatchObject({ duplicates: 4 });
      const alone = await onCommandLine(february, place);
      expect(alone.out).toMatchObject({ accepted: 3, duplicates: 1 });
      expect(alone.said).toContain('--user NAME');
    } finally {
      await desk.remove();
    }
  });
});
