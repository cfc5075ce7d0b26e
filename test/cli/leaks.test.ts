import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';
import { runCliAs } from './run-cli.ts';

let desk: TestStation;
let copies: string;
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('auditor', 'auditor');
  await desk.addPerson('booking-officer', 'officer');
  await desk.close();
  copies = mkdtempSync(join(tmpdir(), 'copies-'));
  // Other programs of this kind may be at work beside the test, with files of their own.
  vi.stubEnv('TMPDIR', copies);
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(copies, { recursive: true, force: true });
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

  it('is for those who check, and takes folders only where it looks into them', async () => {
    expect((await check('officer', '--leaks')).code).toBe(1);
    expect(await check('auditor', copies)).toMatchObject({ code: 2, out: '' });
  });
});
