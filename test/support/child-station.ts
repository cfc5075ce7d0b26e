// A station in a process of its own, so that it can be killed. Writes one line for each thing that was acknowledged.
import { writeSync } from 'node:fs';
import { book, GOOD_FIELDS, openForm } from './booked.ts';
import { openTestStation } from './station.ts';

const [folder = '', task = 'hold'] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const desk = await openTestStation(folder);
const info = await desk.raw('station.info', {});
if (info.ok) {
  await desk.signIn('chief');
  if (task === 'save') {
    const form = await openForm(desk);
    await desk.done('booking.keepDraft', { bookingId: form, fields: GOOD_FIELDS, charges: [] });
    say(`draft ${form}`);
  }
  say('ready');
  while (task === 'save') {
    const bookingId = await book(desk);
    say(`saved ${bookingId}`);
    await desk.done('booking.recordEvent', { bookingId, kind: 'rights-read', at: GOOD_FIELDS.booking_datetime });
    say(`event ${bookingId}`);
  }
  setInterval(() => undefined, 1_000);
} else {
  say(`refused ${info.refusals.map(({ code }) => code).join()}`);
  await desk.close();
}
