// What a desk of an earlier version wrote, in the columns that its schema has: bookings, grounds, a sealed status, a notice.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { BOOKING_VERSION, bookingValues, CHARGE, chargeValues } from '../../db/booking/columns.ts';
import type { connect } from '../../db/open.ts';
import westborough from '../../policy/packs/westborough-2015.json' with { type: 'json' };
import { bookingDisclosures } from '../../services/booking-disclosures.ts';
import { makeDisclosure } from '../../services/ledger/disclosure.ts';
import { jcs } from '../../services/ledger/jcs.ts';
import type { Cell, Row } from './store-attack.ts';
import { addEntry, put } from './earlier-rows.ts';
import { draftOf } from './store-records.ts';
import { now } from './store-station.ts';

type Connection = ReturnType<typeof connect>;

/** Last names of the bookings, in order. */
export const BOOKED = ['Testperson', 'Placeholder'] as const;

interface Desk {
  readonly connection: Connection;
  readonly stationId: string;
  readonly officer: string;
}

function has({ connection }: Desk, table: string): boolean {
  return connection.prepare('select count(*) from pragma_table_info(?)').pluck().get(table) !== 0;
}

function cells(columns: readonly string[], values: readonly Cell[]): Row {
  return Object.fromEntries(columns.map((name, at) => [name, values[at] ?? null]));
}

function reserve({ connection, officer }: Desk, kind: string, number: string): string {
  const id = randomUUID();
  const seq = Number(/\d+$/.exec(number));
  const when = { reserved_at: now(), reserved_by: officer };
  put(connection, 'number_reservation', { kind, year: 2026, seq, number, record_id: id, ...when });
  return id;
}

/** A form that was opened. */
function openForm(desk: Desk, at: number): { readonly id: string; readonly number: string } {
  const { connection, officer: by, stationId: station_id } = desk;
  const number = `2026-0000${String(at)}`;
  const id = reserve(desk, 'booking', number);
  const opened = { type: 'booking.opened', at: now(), actor: by };
  const entry_seq = addEntry(connection, { ...opened, disclosures: { number } });
  put(connection, 'booking', {
    entry_seq,
    id,
    station_id,
    number,
    origin: 'desk',
    opened_at: opened.at,
    opened_by: by,
  });
  return { id, number };
}

/** One that was saved too, with its charges. */
function book(desk: Desk, at: number, lastName: string): string {
  const { connection, officer: by } = desk;
  const { id, number } = openForm(desk, at);
  const draft = draftOf({ last_name: lastName });
  const saved = { type: 'booking.saved', at: now(), actor: by };
  const entry_seq = addEntry(connection, { ...saved, disclosures: bookingDisclosures(number, draft) });
  const version = [entry_seq, id, 1, ...bookingValues(draft.fields), null, saved.at, by];
  put(connection, 'booking_version', cells(BOOKING_VERSION.columns, version));
  for (const [position, charge] of draft.charges.entries())
    put(connection, 'charge', cells(CHARGE.columns, [id, 1, position, ...chargeValues(charge)]));
  return id;
}

function release({ connection, officer: by }: Desk, booking_id: string): void {
  const event = { kind: 'released', at: now(), detail: 'To the district court' };
  const entered = { type: 'booking.released', at: now(), actor: by };
  const entry_seq = addEntry(connection, { ...entered, disclosures: { event } });
  const row = { entry_seq, id: randomUUID(), booking_id, ...event, entered_at: entered.at, entered_by: by };
  put(connection, 'booking_event', row);
}

function adopt({ connection, officer }: Desk): string {
  const digest = createHash('sha256').update(jcs(westborough)).digest('hex');
  const adopted = { type: 'policy.adopted', at: now(), actor: officer };
  const entry_seq = addEntry(connection, { ...adopted, disclosures: { pack: { digest } } });
  const { id, version, effectiveFrom: effective_from, effectiveUntil: effective_until } = westborough;
  const row = { entry_seq, digest, id, version, body: JSON.stringify(westborough), effective_from, effective_until };
  put(connection, 'policy_pack', { ...row, adopted_at: adopted.at });
  return digest;
}

/** What an officer asked of the policy, to which it says yes today as it did then: arrested by us for a violent felony. */
export function askedBy(officer: string, act: string): Readonly<Record<string, unknown>> {
  const people = { decider: { id: officer, role: 'booking-officer' } };
  const facts = { arrestingAgency: 'WPD', arrestedAt: now(-3_600_000), offense: 'abdw' };
  return { id: randomUUID(), at: now(), act, subject: { role: 'arrestee' }, people, facts };
}

/** The policy's answer and the ground that it opened, under one entry. */
function determine({ connection, officer: by }: Desk, booking_id: string, pack_digest: string): string {
  const facts = askedBy(by, 'record-status');
  const decided = { type: 'ground.determined', at: now(), actor: by };
  const entry_seq = addEntry(connection, { ...decided, disclosures: { facts } });
  const id = randomUUID();
  const common = { entry_seq, booking_id, ground: '2a', facts: JSON.stringify(facts), pack_digest };
  const answer = { id: randomUUID(), act: 'record-status', outcome: 'allow', at: decided.at, by };
  put(connection, 'decision', { ...common, ...answer });
  const stands = { decided_by: by, cosigned_by: null, decided_at: decided.at, expires_at: now(3_600_000) };
  put(connection, 'determination', { ...common, id, cite: '2(a)', opens: '["record-status","notify-ice"]', ...stands });
  return id;
}

function sealStatus({ connection, officer: by }: Desk, booking_id: string, determination_id: string): void {
  const value = 'as told by the person';
  const disclosure = makeDisclosure('status', { value }, randomBytes(32));
  const entered = { type: 'status.recorded', at: now(), actor: by };
  const entry_seq = addEntry(connection, { ...entered, sealed: disclosure });
  const row = { entry_seq, id: randomUUID(), booking_id, determination_id, value, disclosure };
  put(connection, 'status_record', { ...row, entered_at: entered.at, entered_by: by });
}

function notify(desk: Desk, booking_id: string, determination_id: string): string {
  const { connection, officer: by } = desk;
  const said = {
    outcome: 'notified',
    direction: 'out',
    agency: 'ICE',
    channel: 'phone',
    purpose: 'Told of the arrest.',
  };
  const number = 'N-2026-00001';
  const id = reserve(desk, 'notification', number);
  const contacted_at = now();
  const entered = { type: 'notification.recorded', at: now(), actor: by };
  const notice = { number, ...said, released: ['name'], criminalHistory: false };
  const disclosures = { notice, times: { contactedAt: contacted_at } };
  const entry_seq = addEntry(connection, { ...entered, disclosures });
  const row = { entry_seq, id, number, booking_id, determination_id, ...said, contacted_at, released: '["name"]' };
  put(connection, 'notification', { ...row, criminal_history: 0, decided_by: by, entered_at: entered.at });
  return id;
}

/** What later records are of; a text is empty where this version had no such table. */
export interface Recorded {
  readonly packDigest: string;
  readonly booking: string;
  readonly openForm: string;
  readonly abandoned: string;
  readonly determination: string;
  readonly notification: string;
}

const NONE: Recorded = {
  booking: '',
  openForm: '',
  abandoned: '',
  packDigest: '',
  determination: '',
  notification: '',
};

/** Bookings, and two forms more. */
function addForms(desk: Desk): Recorded {
  const [booking = ''] = BOOKED.map((lastName, at) => book(desk, at + 1, lastName));
  const forms = { booking, openForm: openForm(desk, 3).id, abandoned: openForm(desk, 4).id };
  if (has(desk, 'booking_event')) release(desk, booking);
  return { ...NONE, ...forms };
}

/** Whatever of it this version had tables for. */
export function addRecords(desk: Desk): Recorded {
  if (!has(desk, 'booking')) {
    if (has(desk, 'number_reservation')) reserve(desk, 'booking', '2026-00001');
    return NONE;
  }
  const forms = addForms(desk);
  const packDigest = has(desk, 'policy_pack') ? adopt(desk) : '';
  if (!has(desk, 'determination')) return { ...forms, packDigest };
  const determination = determine(desk, forms.booking, packDigest);
  if (has(desk, 'status_record')) sealStatus(desk, forms.booking, determination);
  const notification = has(desk, 'notification') ? notify(desk, forms.booking, determination) : '';
  return { ...forms, packDigest, determination, notification };
}
