import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';
import { runCliAs } from './run-cli.ts';

let desk: TestStation;
let copies: string;
let home: string;
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('auditor', 'auditor');
  await desk.addPerson('booking-officer', 'officer');
  await desk.close();
  copies = mkdtempSync(join(tmpdir(), 'copies-'));
  // Other programs of this kind may be at work beside the test, with files of their own.
  vi.stubEnv('TMPDIR', copies);
  home = mkdtempSync(join(tmpdir(), 'home-'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('XDG_CONFIG_HOME', '');
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const folder of [copies, home]) rmSync(folder, { recursive: true, force: true });
  await desk.remove();
});

const check = (name: string, ...more: readonly string[]) => runCliAs(name, desk.folder, ['check', ...more]);

describe('check --leaks', () => {
  it('answers with 0 where nothing tells status, and with 1 and the place where something does', async () => {
    const clean = await check('auditor', '--leaks', copies);
    expect([clean.code, JSON.parse(clean.out)]).toMatchObject([0, { ok: true, leaks: [] }]);
    writeFileSync(join(copies, 'note.txt'), 'Nothing.\nShe is undocumented.\n');
    const found = await check('auditor', '--leaks', copies);
    expect([found.code, JSON.parse(found.out)]).toMatchObject([
      1,
      { ok: false, firstBad: 'copies', leaks: [{ part: 'text 2', category: 'status-statement' }] },
    ]);
    expect(found.out + found.err).not.toContain('undocumented');
  });

  it.each([
    ['program files', '.config/Sallyport/Local Storage/leveldb/000003.log'],
    ['crash dumps', '.config/Sallyport/Crashpad/notes.txt'],
    ['printed sheets', 'Sallyport/sheet.txt'],
  ])('finds status among the %s, where the window would have put them', async (name, file) => {
    const path = join(home, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.concat([Buffer.from([0, 1, 255]), Buffer.from('She is undocumented.', 'utf16le')]));
    const found = await check('auditor', '--leaks');
    rmSync(path);
    expect([found.code, JSON.parse(found.out)]).toMatchObject([
      1,
      { firstBad: name, leaks: [{ category: 'status-statement' }] },
    ]);
    expect(found.out + found.err).not.toContain('undocumented');
  });

  it('is for those who check, and takes folders only where it looks into them', async () => {
    expect((await check('officer', '--leaks')).code).toBe(1);
    expect(await check('auditor', copies)).toMatchObject({ code: 2, out: '' });
  });
});
