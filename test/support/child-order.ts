// A station in a process of its own that carries out an order and dies in the middle of it, as in a power cut.
// Arguments: the station folder, booking, number, and at which of the ids that the order asks for it dies; 0: at none.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { carryOut } from './ordered.ts';
import { openTestStation } from './station.ts';

const [folder = '', bookingId = '', number = '', dies = '0'] = process.argv.slice(2);
let asked = Number.NEGATIVE_INFINITY;

const desk = await openTestStation(folder, {
  ids: {
    uuid() {
      asked += 1;
      if (asked === Number(dies)) process.kill(process.pid, 'SIGKILL');
      return randomUUID();
    },
  },
});
await desk.signIn('chief');
// Entries and lines of whoever has to be told ask for ids, and the last of them is that of the order itself.
asked = 0;
writeSync(1, 'begun\n');
const reply = await carryOut(desk, { bookingId, number, kind: 'expunge' });
writeSync(1, `${reply.ok ? `done ${String(asked)}` : 'refused'}\n`);
setInterval(() => undefined, 1_000);
