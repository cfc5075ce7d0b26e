// Rights on the folder of a station that are taken away while it runs.
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { book, GOOD_CHARGES, GOOD_FIELDS, openForm } from '../support/booked.ts';
import { newTestStation, openTestStation } from '../support/station.ts';

const NOBODY = 65_534;
const PLAN = { folder: null, everyHours: 24, onLeaving: false, days: 7, weeks: 4, months: 3 };
const mayBecomeNobody = process.geteuid?.() === 0;

it.skipIf(!mayBecomeNobody)(
  'rights that go while somebody works: what is saved is kept, and what cannot be written is said (skipped where nobody may become another user)',
  async () => {
    const desk = await newTestStation();
    await book(desk);
    const bookingId = await openForm(desk);
    const draft = { bookingId, fields: GOOD_FIELDS, charges: GOOD_CHARGES };
    chmodSync(desk.folder, 0o555);
    for (const name of readdirSync(desk.folder)) chmodSync(join(desk.folder, name), 0o444);
    process.seteuid?.(NOBODY);
    const saved = await desk.call('booking.save', draft);
    const planned = await desk.call('backup.plan', PLAN);
    const out = await desk.call('session.signOut', {});
    process.seteuid?.(0);
    expect([saved.ok, out.ok]).toEqual([true, true]);
    expect(planned).toMatchObject({
      ok: false,
      refusals: [{ code: 'wrong-value', field: 'folder', params: { why: 'not-writable' } }],
    });
    await desk.close();
    const again = await openTestStation(desk.folder);
    await again.signIn('chief');
    expect(await again.done('booking.get', { bookingId })).toMatchObject({ version: 1 });
    const { lines } = await again.done('trail.get', {});
    expect(lines.filter(({ type }) => type === 'backup.planned')).toEqual([]);
    expect((await again.done('system.check', {})).ok).toBe(true);
    await again.remove();
  },
);
