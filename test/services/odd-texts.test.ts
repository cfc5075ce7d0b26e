// What generated messages found: texts that a call took and the system or the check stumbled over.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedIn } from '../support/matters.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
});
afterAll(() => desk.remove());

describe('a text with the character at which texts end', () => {
  it('is refused at its place, before anything is written', async () => {
    const list = { asOf: '2026-11-20', source: 'x\u0000y', countries: ['Albania'], unlessResident: [] };
    expect(refusedIn(await desk.call('treaty.save', list))).toEqual(['wrong-value source']);
    const two = { ...list, source: 'A page', countries: ['Albania', 'Pol\u0000and'] };
    expect(refusedIn(await desk.call('treaty.save', two))).toEqual(['wrong-value countries.1']);
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });

  it('is no path', async () => {
    expect(refusedIn(await desk.call('import.run', { path: '/x\u0000y', dryRun: true }))).toEqual(['wrong-value path']);
  });
});

it('a folder whose name no system takes is refused as one that cannot be written to', async () => {
  const folder = join(desk.folder, 'x'.repeat(5000));
  const paper = { kind: 'daily-log', from: '2026-03-01', to: '2026-03-31', folder, audience: 'Anybody' } as const;
  expect(await desk.call('release.write', paper)).toMatchObject({
    ok: false,
    refusals: [{ code: 'wrong-value', field: 'folder', params: { why: 'not-writable' } }],
  });
});

it('a paper that was written leaves an entry that stands alone, and the check knows it', async () => {
  const folder = desk.recoveryFolder;
  const paper = { kind: 'daily-log', from: '2026-03-01', to: '2026-03-31', folder, audience: 'Anybody' } as const;
  await desk.done('release.write', paper);
  expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});
