// A station with the traffic of a town at twenty times its speed, until it is killed. One line for each thing that was
// acknowledged, and now and then one for the memory that it takes.
import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { book, DECLINED, GOOD_CHARGES, GOOD_FIELDS, openForm } from './booked.ts';
import { planInto } from './backups.ts';
import { openTestStation, type TestStation } from './station.ts';

const SPEED = 20;
/** Between two bookings, in milliseconds: 90 seconds of the station's time. */
const PAUSE = 4_500;

const [folder = '', stick = '', begun = ''] = process.argv.slice(2);
const start = Number(begun);
const now = (): Date => new Date(start + (Date.now() - start) * SPEED);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function everyTime(desk: TestStation, form: string, round: number): Promise<string> {
  const at = now().toISOString();
  const bookingId = await book(desk, { fields: { booking_datetime: at, arrest_datetime: at } });
  say(`booked ${bookingId}`);
  await desk.done('booking.recordEvent', { bookingId, kind: 'rights-read', at });
  say(`event ${bookingId}`);
  const fields = { ...GOOD_FIELDS, narrative: `Kept for the time numbered ${String(round)}.` };
  await desk.done('booking.keepDraft', { bookingId: form, fields, charges: [] });
  say(`kept ${form} ${String(round)}`);
  return bookingId;
}

async function nowAndThen(desk: TestStation, bookingId: string): Promise<void> {
  const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
  say(`notice ${notificationId}`);
  const more = { fields: { ...GOOD_FIELDS, first_name: 'Alexis' }, charges: GOOD_CHARGES, reason: 'Read again.' };
  await desk.done('booking.correct', { bookingId, baseVersion: 1, ...more });
  say(`corrected ${bookingId}`);
  await desk.done('report.get', { from: '2026-01-01', to: '2027-12-31' });
  await desk.done('session.signOut', {});
  await desk.signIn('chief');
}

const desk = await openTestStation(folder, { clock: { now }, keepsPlan: true });
await desk.signIn('chief');
await desk.done('backup.plan', planInto(stick, { everyHours: 1, onLeaving: true }));
const form = (await desk.done('desk.get', {})).drafts[0]?.bookingId ?? (await openForm(desk));
say('ready');

for (let round = 1; ; round += 1) {
  const bookingId = await everyTime(desk, form, round);
  if (round % 4 === 0) await nowAndThen(desk, bookingId);
  await desk.done('booking.list', {});
  await desk.station.tick();
  globalThis.gc?.();
  say(`memory ${String(process.memoryUsage().rss)}`);
  await setTimeout(PAUSE);
}
