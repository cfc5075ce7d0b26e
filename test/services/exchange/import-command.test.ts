import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { forkCarrier } from '../../../electron/carrier/fork.ts';
import { importCommand } from '../../../electron/cli/import-command.ts';
import { csv, tempFile, tempFolder } from './temp-file.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

async function run(...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const said: string[] = [];
  const io = {
    input: () => Readable.from([]),
    out: (text: string) => Promise.resolve(void out.push(text)),
    startCarrier: forkCarrier,
    say: (text: string) => void said.push(text),
  };
  const code = await importCommand.run(args, io);
  return { code, out: out.join(''), said: said.join('\n') };
}

const FILE = csv(
  'RecID,Date of Booking,Narrative',
  '1,2026-01-01 10:00,calm',
  '2,2026-01-01 11:00,Subject is undocumented',
);

describe('import --dry-run', () => {
  it('prints one report and writes a line per row', async () => {
    const rows = join(tempFolder(), 'rows.jsonl');
    const ran = await run(tempFile(FILE), '--dry-run', '--rows', rows);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ rows: 2, accepted: 1, quarantined: 1 });
    const lines = readFileSync(rows, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { row: 1, verdict: 'accepted' },
      { row: 2, verdict: 'quarantined' },
    ]);
    expect(ran.out + ran.said + readFileSync(rows, 'utf8')).not.toContain('undocumented');
  });

  it('answers 1 where every row failed, and 0 where some can be taken in', async () => {
    const head = 'RecID,Date of Booking,Narrative';
    const none = await run(tempFile(csv(head, '1,no such day,calm', ',2026-01-01 11:00,calm')), '--dry-run');
    expect(JSON.parse(none.out)).toMatchObject({ bookings: 2, failed: 2 });
    expect([none.code, none.said]).toEqual([1, expect.stringMatching(/all 2 failed.*row 1/)]);
    const some = await run(tempFile(csv(head, '1,no such day,calm', '2,2026-01-01 11:00,calm')), '--dry-run');
    expect([some.code, JSON.parse(some.out)]).toEqual([0, expect.objectContaining({ accepted: 1, failed: 1 })]);
    expect((await run(tempFile(csv(head)), '--dry-run')).code).toBe(0);
  });

  it('refuses what is no CSV with a sentence, and leaves no row file', async () => {
    const rows = join(tempFolder(), 'rows.jsonl');
    const ran = await run(tempFile(gzipSync(FILE)), '--dry-run', '--rows', rows);
    expect(ran.code).toBe(1);
    expect(ran.said).toMatch(/gzip.*gunzip/);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, refusals: [{ code: 'unreadable-file' }] });
    expect([existsSync(rows), existsSync(`${rows}.partial`)]).toEqual([false, false]);
  });

  it('refuses a profile, naming the line', async () => {
    const profile = tempFile('{\n "columns": {\n  "CTZ": "cell"}}', 'county.json');
    const ran = await run(tempFile(FILE), '--dry-run', '--profile', profile);
    expect([ran.code, ran.said]).toEqual([1, expect.stringContaining('county.json, line 3')]);
  });

  it.each([[[]], [['x.csv', '--dry-run', '--nope']], [['x.csv', 'y.csv', '--dry-run']], [['x.csv', '--profile']]])(
    'answers wrong usage with 2: %j',
    async (args) => expect((await run(...args)).code).toBe(2),
  );
});
