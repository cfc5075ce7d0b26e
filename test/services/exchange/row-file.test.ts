import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { createRowFile, RowFileTrouble } from '../../../services/exchange/row-file.ts';
import { runCli } from '../../cli/run-cli.ts';
import { copyTestStation } from '../../support/copied-station.ts';
import type { TestStation } from '../../support/station.ts';
import { csv, tempFile, tempFolder } from './temp-file.ts';

const FILE = csv('RecID,Date of Booking,Last Name', '1,2026-01-01 10:00,Testperson');
const LINE = { row: 1, sourceId: '1', verdict: 'accepted', headings: [], categories: [] } as const;

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
}, 60_000);
afterAll(() => desk.remove());

/** What the station says of a row file in this place; '' where the import went through. */
async function said(path: string, rows: string, dryRun = false): Promise<string> {
  const reply = await desk.call('import.run', { path, rows, dryRun });
  return reply.ok ? '' : reply.refusals.map((refusal) => refusalMessage(refusal)).join(' ');
}

async function stored(): Promise<number> {
  return (await desk.done('booking.list', {})).length;
}

describe('a row file', () => {
  it.each([true, false])(
    'is never written over another file, the one it is made from included (dry: %s)',
    async (dry) => {
      const path = tempFile(FILE);
      expect(await said(path, path, dry)).toMatch(/there already.*Name another file[.]/);
      const link = join(tempFolder(), 'rows.jsonl');
      symlinkSync(path, link);
      expect(await said(path, link, dry)).toMatch(/there already/);
      writeFileSync(join(dirname(path), 'kept.jsonl.partial'), 'mine');
      expect(await said(path, join(dirname(path), 'kept.jsonl'), dry)).toMatch(/there already/);
      expect(readFileSync(join(dirname(path), 'kept.jsonl.partial'), 'utf8')).toBe('mine');
      expect(readFileSync(path, 'utf8')).toBe(FILE);
      expect(await stored()).toBe(0);
    },
  );

  it.each(['keyring.json', 'rows.jsonl'])('never lies in the station folder: %s', async (name) => {
    const before = readdirSync(desk.folder);
    const keyring = readFileSync(join(desk.folder, 'keyring.json'));
    expect(await said(tempFile(FILE), join(desk.folder, name))).toMatch(/folder of the records themselves/);
    const door = join(tempFolder(), 'door');
    symlinkSync(desk.folder, door);
    expect(await said(tempFile(FILE), join(door, name))).toMatch(/folder of the records themselves/);
    expect(readdirSync(desk.folder)).toEqual(before);
    expect(readFileSync(join(desk.folder, 'keyring.json'))).toEqual(keyring);
    expect(await stored()).toBe(0);
  });

  it('is not written over what came to that place meanwhile, and nothing is stored then', async () => {
    const path = join(tempFolder(), 'rows.jsonl');
    const rows = await createRowFile({ path, stationFolder: desk.folder });
    await rows.add(LINE);
    writeFileSync(path, 'mine');
    await expect(rows.finish()).rejects.toThrow(RowFileTrouble);
    await rows.discard();
    expect(readdirSync(dirname(path))).toEqual(['rows.jsonl']);
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  const small = tempFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status === 0;
  if (!mounted) console.log('A disk of 64 kB cannot be mounted here (it takes root), so the full disk is not tried.');
  it.skipIf(!mounted)('on a full disk says so, not that the imported file cannot be read', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => `F-${String(at)},2026-01-01 10:00,Testperson`);
    const path = tempFile(csv('RecID,Date of Booking,Last Name', ...many));
    const before = await stored();
    expect(await said(path, join(small, 'rows.jsonl'))).toMatch(/disk is full/);
    expect([readdirSync(small), await stored()]).toEqual([[], before]);
    expect((await runCli(['import', path, '--dry-run', '--rows', join(small, 'r')])).err).toMatch(/disk is full/);
    expect(readdirSync(small)).toEqual([]);
    spawnSync('umount', [small]);
  });

  it('appears with its import', async () => {
    const rows = join(tempFolder(), 'rows.jsonl');
    expect(await said(tempFile(FILE), rows)).toBe('');
    expect(JSON.parse(readFileSync(rows, 'utf8'))).toMatchObject({ row: 1, verdict: 'accepted' });
    expect(readdirSync(dirname(rows))).toEqual(['rows.jsonl']);
    expect(await stored()).toBe(1);
  });

  it('is refused the same way on the command line, where nobody signs in', async () => {
    const path = tempFile(FILE);
    const ran = await runCli(['import', path, '--dry-run', '--rows', path]);
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/there already.*Name another file[.]/)]);
    const inside = await runCli(['import', path, '--dry-run', '--data', desk.folder, '--rows', `${desk.folder}/r`]);
    expect([inside.code, inside.err]).toEqual([1, expect.stringContaining('folder of the records themselves')]);
    expect(readFileSync(path, 'utf8')).toBe(FILE);
  });
});
