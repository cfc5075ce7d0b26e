import { randomBytes, randomUUID } from 'node:crypto';
import type { BookingDraft } from '../../policy/booking.ts';
import { connect } from '../../db/open.ts';
import { readStationFile, recordsPath, keyringPath } from '../../services/keys/station-files.ts';
import { openSlot } from '../../services/keys/keyring.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';
import { handWritten } from './hand-written.ts';
import { median, result, type BenchResult } from './result.ts';

/** A usual booking: three charges, a short narrative. */
const USUAL = {
  fields: {
    last_name: 'Testperson',
    first_name: 'Alex',
    dob: '1994-07-19',
    sex: 'X',
    driver_license_no: 'S00000412',
    address_street: '12 Sample Street',
    address_city: 'Exampleton',
    address_state: 'MA',
    arrest_datetime: '2026-11-20T00:55:00-05:00',
    arresting_agency: 'Exampleton Police',
    arresting_officer_name: 'R. Sample',
    booking_facility: 'Exampleton lockup',
    narrative: 'Stopped at the corner of Sample and Mill after a call about a fight. Knife on the sidewalk.',
  },
  charges: [
    { offense: 'abdw', charge_description: 'Assault and battery with a dangerous weapon' },
    { charge_statute: '272/53/A', charge_description: 'DISTURBING THE PEACE' },
    { charge_statute: '268/32B', charge_description: 'RESIST ARREST' },
  ],
} as const satisfies BookingDraft;

const TREES = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak', 'Rowan', 'Willow'];

/** The one of this number: no two people, licenses or narratives are the same, so that each is screened. */
function booking(at: number) {
  const fields = {
    ...USUAL.fields,
    last_name: `Testperson-${TREES[at % TREES.length] ?? ''}`,
    driver_license_no: `S${String(at).padStart(8, '0')}`,
    address_street: `${String(at)} Sample Street`,
    narrative: `${USUAL.fields.narrative} Call ${String(at)}, unit ${String(at % 7)}.`,
  };
  return { fields, charges: USUAL.charges.map((charge) => ({ ...charge })) };
}

/** Short blocks in turn: what else the disk does in a moment falls on both sides. */
const BLOCK = 25;
const BLOCKS = 70;

async function openForms(desk: TestStation): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let count = 0; count < BLOCK; count += 1) ids.push((await desk.done('booking.open', {})).bookingId);
  return ids;
}

type Save = (bookingId: string, draft: ReturnType<typeof booking>) => unknown;

async function perSecond(ids: readonly string[], from: number, save: Save): Promise<number> {
  const drafts = ids.map((_id, at) => booking(from + at));
  const start = performance.now();
  for (const [at, bookingId] of ids.entries()) await save(bookingId, drafts[at] ?? booking(from));
  return (ids.length * 1000) / (performance.now() - start);
}

/** The whole call, door to disk, against the same rows written by hand into the same encrypted file. */
export async function benchSave(): Promise<readonly BenchResult[]> {
  const fresh = await newTestStation();
  const { folder } = fresh;
  await fresh.close();
  const slot = await openSlot(keyringPath(folder), 'chief', PASSPHRASE);
  const station = await readStationFile(folder);
  if (slot.kind !== 'opened' || !station.ok) throw new Error('the bench station cannot be opened');
  const desk = await openTestStation(folder);
  await desk.signIn('chief');
  const connection = connect({ file: recordsPath(folder), keys: slot.key }, 'write');
  const byHand = handWritten(connection, { actor: slot.personId, random: randomBytes, uuid: randomUUID });
  const ours: number[] = [];
  const floors: number[] = [];
  for (let block = 0; block < BLOCKS; block += 1) {
    const ids = await openForms(desk);
    ours.push(
      await perSecond(ids, 2 * block * BLOCK, (id, draft) => desk.done('booking.save', { bookingId: id, ...draft })),
    );
    const others = await openForms(desk);
    floors.push(await perSecond(others, (2 * block + 1) * BLOCK, byHand));
  }
  connection.close();
  await desk.remove();
  return [
    result(
      {
        name: 'save a booking',
        value: median(ours),
        unit: 'bookings/s',
        floor: median(floors),
        floorName: 'hand-written better-sqlite3, same rows, same file',
      },
      { ratioAtLeast: 0.75 },
    ),
  ];
}
