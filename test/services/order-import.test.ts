import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookInside } from '../support/look-inside.ts';
import { addPeople, carryOut } from '../support/ordered.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
let made = 0;
beforeAll(async () => {
  desk = await copyTestStation();
  await addPeople(desk);
}, 60_000);
afterAll(() => desk.remove());

async function send(...rows: readonly string[]): Promise<void> {
  made += 1;
  const path = join(desk.folder, '..', `rows-${String(made)}.csv`);
  writeFileSync(path, ['booking_no,booking_datetime,last_name,narrative', ...rows, ''].join('\n'));
  await desk.done('import.run', { path, dryRun: false });
}
const row = (number: string, narrative: string): string =>
  `${number},2026-10-02T03:04:00-04:00,Testperson,${narrative}`;

it('rows of the same record that were kept apart go with it, and those of others stay', async () => {
  await send(row('B-8812', 'He is undocumented.'), row('B-9934', 'He is undocumented.'), row('B-7756', 'Calm.'));
  await send(row('B-8812', 'Calm on the way.'), row('B-7756', 'He is undocumented.'));
  const kept = async () => (await desk.done('import.quarantine', {})).map(({ sourceId }) => sourceId).sort();
  expect(await kept()).toEqual(['B-7756', 'B-8812', 'B-9934']);
  const [found] = await desk.done('order.find', { number: 'B-8812' });
  const wanted = { bookingId: found?.bookingId ?? '', number: 'B-8812' };
  const preview = await desk.done('order.preview', { bookingId: wanted.bookingId, kind: 'expunge', beside: [] });
  expect(preview.tables).toContainEqual({ table: 'quarantine', rows: 1 });
  expect((await carryOut(desk, { ...wanted, kind: 'expunge' })).ok).toBe(true);
  expect(await kept()).toEqual(['B-7756', 'B-9934']);
  const inside = await lookInside(desk.folder);
  expect(inside.texts()).not.toContain('B-8812');
  inside.close();
  expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});
