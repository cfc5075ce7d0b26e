// Somebody made up with a record in every table: case 5 of the requirements, and the court that orders it away (case 19).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput } from '../../contract/calls.ts';
import type { OrderReceipt } from '../../contract/order.ts';
import type { Reply } from '../../contract/reply.ts';
import type { OrderKind } from '../../policy/order.ts';
import { book } from './booked.ts';
import { addTo } from './matters.ts';
import { PASSPHRASE, type TestStation } from './station.ts';

export const WHO = {
  last_name: 'Quillfeather',
  first_name: 'Marisol',
  dob: '1987-02-11',
  phone: '508-555-0143',
  address_street: '17 Larkspur Terrace',
  narrative: 'Ran past the zephyrine kiosk and dropped a cobalt satchel.',
} as const;

/** Every word by which somebody could find the person again. */
export const TELLING = ['quillfeather', 'marisol', '1987-02-11', '555-0143', 'larkspur', 'zephyrine', 'cobalt satchel'];

const BOP = {
  source: { kind: 'board-of-probation', reference: 'query 4471', at: new Date(Date.now() - 7_200_000).toISOString() },
  court: 'Exampleton District Court',
  convictedOffense: 'armed-robbery',
  convictedOn: '2011-06-30',
  outcome: 'convicted',
  whyReliable: 'Name and birth date of Quillfeather agree with the docket.',
  sealedOrExpunged: false,
};

export interface Filled {
  readonly bookingId: string;
  readonly number: string;
  readonly matterId: string;
  readonly notificationId: string;
  /** Folder of the signed copy that left before the order. */
  readonly copy: string;
}

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** A second person of each kind, signed in under their own names. */
export async function addPeople(desk: TestStation): Promise<void> {
  for (const [role, name] of [
    ['supervisor', 'keeper'],
    ['records-clerk', 'clerk'],
    ['booking-officer', 'officer'],
    ['auditor', 'auditor'],
  ] as const) {
    await desk.addPerson(role, name);
    await desk.signIn(name, name);
  }
}

/** Custody, the ground of 2(b) by that conviction, a status under it, and a ground that was refused. */
export async function openGround(desk: TestStation, bookingId: string): Promise<string> {
  await desk.done('booking.recordEvent', { bookingId, kind: 'in-custody', at: ago(150) });
  const { determinationId } = await desk.done('ground.determine', { bookingId, ground: '2b', facts: BOP });
  await desk.done('status.record', { bookingId, determinationId, value: 'as Quillfeather told us' });
  await desk.done('status.read', { bookingId, why: 'To write the notice about Quillfeather' });
  await desk.call('ground.determine', { bookingId, ground: '2e', facts: {} });
  return determinationId;
}

/** A notice that released a history, which opens the duty to log it. */
export async function giveNotice(desk: TestStation, bookingId: string, determinationId: string): Promise<string> {
  const { notificationId } = await desk.done('notification.record', {
    ...{ bookingId, determinationId, outcome: 'notified', direction: 'out', contactedAt: ago(60) },
    ...{ agency: 'Federal office, made up', recipient: 'Desk of Kim Placeholder', reachedAt: '617-555-0100' },
    ...{ channel: 'phone', purpose: 'Told them of Quillfeather, as convicted.', criminalHistory: true },
    released: ['name', 'dob', 'booking-number', 'charge'],
  });
  return notificationId;
}

/** A request about the same person, with a paper, that was declined. */
async function request(desk: TestStation, bookingId: string): Promise<string> {
  const detail = { channel: 'fax', agency: 'Federal office, made up', asked: 'Hold Quillfeather under form I-247A.' };
  const event = { kind: 'received', at: ago(120), detail };
  const { matterId } = await desk.done('matter.open', { kind: 'request', bookingId, subject: {}, event });
  const folder = join(desk.folder, '..', 'papers');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'fax.pdf'), '%PDF-1.7\nA made-up fax about Quillfeather.');
  const { sha256 } = await desk.done('matter.attachScan', { matterId, path: join(folder, 'fax.pdf') });
  await desk.done('matter.readScan', {
    matterId,
    sha256,
    folder: desk.recoveryFolder,
    why: 'Answer to Quillfeather’s lawyer',
  });
  await addTo(desk, matterId, { kind: 'decided', at: ago(110), detail: { decision: 'declined', clause: '3c' } });
  return matterId;
}

/** The history is logged, which ends its duty, and the person leaves. */
async function finish(desk: TestStation, bookingId: string): Promise<void> {
  await desk.done('matter.open', {
    kind: 'dissemination',
    bookingId,
    subject: {},
    event: {
      kind: 'sent',
      at: ago(50),
      detail: {
        recipient: 'Kim Placeholder',
        agency: 'Federal office, made up',
        validatedHow: 'Called back on the number in the book.',
        what: ['board-of-probation'],
        purpose: 'With the notice of Quillfeather.',
      },
    },
  });
  await desk.done('booking.recordEvent', { bookingId, kind: 'released', at: ago(20), detail: 'to the district court' });
}

/** Books the person of case 5 and does everything that can be done about it. */
export async function fillRecord(desk: TestStation): Promise<Filled> {
  const fields = { ...WHO, booking_datetime: ago(160), arrest_datetime: ago(170) };
  const bookingId = await book(desk, { fields, offense: 'oui-first' });
  const { number, version } = await desk.done('booking.get', { bookingId });
  const corrected = { ...fields, aliases: ['Mari Quillfeather'] };
  await desk.done('booking.correct', {
    ...{ bookingId, baseVersion: version, charges: [{ charge_description: 'Disorderly conduct' }] },
    ...{ fields: corrected, reason: 'Marisol goes by another name as well.' },
  });
  const determinationId = await openGround(desk, bookingId);
  const matterId = await request(desk, bookingId);
  const notificationId = await giveNotice(desk, bookingId, determinationId);
  await finish(desk, bookingId);
  const folder = join(desk.folder, '..', 'copies');
  mkdirSync(folder, { recursive: true });
  const audience = 'Exampleton District Court, made up';
  const [exported] = await desk.done('notification.export', { notificationIds: [notificationId], folder, audience });
  return { bookingId, number, matterId, notificationId, copy: exported?.folder ?? '' };
}

/** An order as the court's paper tells it. */
export function orderOf(kind: OrderKind): CallInput<'order.carryOut'>['order'] {
  const section = kind === 'expunge' ? '100K' : '100C';
  const court = 'Exampleton District Court';
  return { kind, section, court, docket: '2612CR000417', orderedOn: '2026-11-20' };
}

interface Wanted {
  readonly bookingId: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly beside?: readonly string[];
  readonly second?: string;
}

/** The whole way of an order: a second person signs, the number is typed, it is carried out. */
export async function carryOut(desk: TestStation, wanted: Wanted): Promise<Reply<OrderReceipt>> {
  const { bookingId, number, kind, beside = [], second = 'clerk' } = wanted;
  const under = { bookingId, order: orderOf(kind), beside: [...beside] };
  const word = await desk.call('order.cosign', { ...under, name: second, passphrase: PASSPHRASE });
  return word.ok ? desk.call('order.carryOut', { ...under, typed: number, cosignId: word.value.cosignId }) : word;
}
