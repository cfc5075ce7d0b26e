// A station under a load of every kind, in a process of its own, until it is killed. One line for each thing that was
// acknowledged, written before the next begins.
import { writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { book, DECLINED, GOOD_CHARGES, GOOD_FIELDS, openForm } from './booked.ts';
import { openTestStation, type TestStation } from './station.ts';

const [folder = ''] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function keepForm(desk: TestStation, form: string, round: number): Promise<void> {
  const fields = { ...GOOD_FIELDS, narrative: `Kept for the time numbered ${String(round)}.` };
  await desk.done('booking.keepDraft', { bookingId: form, fields, charges: [] });
  say(`kept ${form} ${String(round)}`);
}

async function correct(desk: TestStation, bookingId: string): Promise<void> {
  const more = { fields: { ...GOOD_FIELDS, first_name: 'Alexis' }, charges: GOOD_CHARGES, reason: 'Read again.' };
  await desk.done('booking.correct', { bookingId, baseVersion: 1, ...more });
  say(`corrected ${bookingId}`);
}

async function round(desk: TestStation, form: string, number: number): Promise<void> {
  const bookingId = await book(desk);
  say(`booked ${bookingId}`);
  await desk.done('booking.recordEvent', { bookingId, kind: 'rights-read', at: GOOD_FIELDS.booking_datetime });
  say(`event ${bookingId}`);
  await keepForm(desk, form, number);
  if (number % 3 === 0) await correct(desk, bookingId);
  if (number % 4 === 0) {
    const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
    say(`notice ${notificationId}`);
  }
  if (number % 5 === 0) {
    await desk.done('session.signOut', {});
    await desk.signIn('chief');
    say('signed');
  }
}

const desk = await openTestStation(folder);
await desk.signIn('chief');
const { drafts } = await desk.done('desk.get', {});
const form = drafts[0]?.bookingId ?? (await openForm(desk));
await keepForm(desk, form, 0);
say('ready');
for (let number = 1; ; number += 1) {
  await round(desk, form, number);
  await setImmediate();
}
