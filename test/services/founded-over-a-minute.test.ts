import { expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { newTestStation } from '../support/station.ts';

const MINUTE_MS = 60_000;

// An entry tells its minute; whatever is read from the clock beside it may be of another one.
it('stands as its entry tells it, however many minutes pass while it is founded and works', async () => {
  const began = Date.now();
  let looks = 0;
  const now = (): Date => new Date(began + (looks += 1) * MINUTE_MS);
  const desk = await newTestStation({ clock: { now, monotonic: () => 0 } });
  try {
    await book(desk);
    const { checks } = await desk.done('system.check', {});
    expect(checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`)).toEqual([]);
  } finally {
    await desk.remove();
  }
});
