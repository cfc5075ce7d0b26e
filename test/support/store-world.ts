import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { insertDeterminationEvent, insertStatusRecord } from '../../db/ground/writer.ts';
import { insertPersonEvent } from '../../db/person/writer.ts';
import { reserveNumber } from '../../db/booking/writer.ts';
import { clearStatus } from '../../policy/gate.ts';
import { cover, newStation, now, type TestStation } from './store-station.ts';
import { coverSealed, determine, openForm, saveOne } from './store-records.ts';

/** A store with something of everything in it, so that an attack can differ from a good row in one thing. */
export interface World {
  readonly station: TestStation;
  /** Saved bookings; the grounds below are of the first. */
  readonly booking: string;
  readonly other: string;
  readonly openForm: string;
  readonly standing: string;
  readonly revoked: string;
  readonly expired: string;
  readonly opensNoticeOnly: string;
  readonly statusId: string;
  /** Reserved for a notification of this id. */
  readonly notice: { readonly id: string; readonly number: string };
  /** Somebody who left. */
  readonly gone: string;
  /** Entries that cover nothing yet; the last one carries the sealed disclosure. */
  readonly spare: number;
  readonly sealed: { readonly seq: number; readonly text: string };
}

async function grounds(station: TestStation, bookingId: string) {
  const by = station.officer.id;
  return station.store.transaction(async (tx) => {
    const expired = await determine(tx, station, { bookingId, expiresAt: now(1_000) });
    const revoked = await determine(tx, station, { bookingId });
    const meta = await cover(tx, { by });
    await insertDeterminationEvent(tx, { id: randomUUID(), determinationId: revoked, kind: 'revoked' }, meta);
    const opensNoticeOnly = await determine(tx, station, { bookingId, opens: ['notify-ice'] });
    const standing = await determine(tx, station, { bookingId });
    return { expired, revoked, opensNoticeOnly, standing };
  });
}

async function recordStatus(station: TestStation, bookingId: string, determinationId: string): Promise<string> {
  const id = randomUUID();
  const determination = {
    determinationId,
    bookingId,
    ground: '2a',
    expiresAt: now(3_600_000),
    revokedAt: null,
  } as const;
  const cleared = clearStatus({ value: 'as told by the person', bookingId, now: now(), determination });
  if (!cleared.ok) throw new Error('the status of a test was refused');
  await station.store.transaction(async (tx) => {
    const meta = await coverSealed(tx, cleared.value.value, station.officer.id);
    await insertStatusRecord(tx, cleared.value, { id, ...meta });
  });
  return id;
}

async function spares(station: TestStation) {
  const by = station.officer.id;
  const gone = station.supervisor.id;
  return station.store.transaction(async (tx) => {
    const notice = randomUUID();
    const { number } = await reserveNumber(tx, 'notification', { year: 2026, at: now(), by, recordId: notice });
    const left = await cover(tx, { by });
    await insertPersonEvent(tx, { id: randomUUID(), personId: gone, kind: 'deactivated' }, left);
    const spare = (await cover(tx, { by })).entrySeq;
    const sealed = await coverSealed(tx, 'told', by);
    return { notice: { id: notice, number }, gone, spare, sealed: { seq: sealed.entrySeq, text: sealed.disclosure } };
  });
}

export async function newWorld(): Promise<World> {
  const station = await newStation();
  const { store } = station;
  const booking = await store.transaction((tx) => saveOne(tx, station));
  const other = await store.transaction((tx) => saveOne(tx, station));
  const form = await store.transaction((tx) => openForm(tx, station));
  const found = await grounds(station, booking.bookingId);
  const statusId = await recordStatus(station, booking.bookingId, found.standing);
  const rest = await spares(station);
  await setTimeout(1_200);
  const ids = { booking: booking.bookingId, other: other.bookingId, openForm: form.bookingId };
  return { station, ...ids, ...found, statusId, ...rest };
}

/** As a digest is written. */
export function hex(): string {
  return randomBytes(32).toString('hex');
}
