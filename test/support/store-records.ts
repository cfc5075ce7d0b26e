import { randomBytes, randomUUID } from 'node:crypto';
import { insertBooking, insertBookingVersion, reserveNumber } from '../../db/booking/writer.ts';
import type { WriteTx } from '../../db/database.ts';
import { insertDecision, insertDetermination } from '../../db/ground/writer.ts';
import type { BookingDraft } from '../../policy/booking.ts';
import type { Act } from '../../policy/decision.ts';
import { clearBooking, clearText, type Cleared } from '../../policy/gate.ts';
import { bookingDisclosures } from '../../services/booking-disclosures.ts';
import { appendEntry } from '../../services/ledger/append.ts';
import { cover, LOG, now, type TestStation } from './store-station.ts';

/** A booking with three charges, as a desk would save it; one person, made up. */
export function draftOf(fields: Readonly<Record<string, unknown>> = {}): Cleared<BookingDraft> {
  const cleared = clearBooking(
    {
      fields: {
        last_name: 'Testperson',
        first_name: 'Bo',
        dob: '1990-04-01',
        sex: 'M',
        booking_datetime: '2026-11-24T01:15:00-05:00',
        arrest_datetime: '2026-11-24T00:40:00-05:00',
        arresting_agency: 'Exampleton Police',
        agency_ori: 'MA0EX0100',
        rights_read: true,
        property_items: ['wallet, brown', 'keys'],
        narrative: 'Stopped on Example Street after a call about a fight. Calm during transport.',
        ...fields,
      },
      charges: [
        { offense: 'abdw', charge_description: 'A&B with a dangerous weapon', charge_counts: 1 },
        { charge_description: 'Disorderly conduct', charge_statute: 'c.272 s.53' },
        { charge_description: 'Resisting arrest', charge_severity: 'misdemeanor' },
      ],
    },
    { origin: 'desk' },
  );
  if (!cleared.ok) throw new Error(JSON.stringify(cleared.refusals));
  return cleared.value;
}

export function textOf(text: string): Cleared<string> {
  const cleared = clearText(text, 'reason');
  if (!cleared.ok) throw new Error('the text of a test was refused');
  return cleared.value;
}

export interface Opened {
  readonly bookingId: string;
  readonly number: string;
}

export async function openForm(tx: WriteTx, station: TestStation): Promise<Opened> {
  const by = station.officer.id;
  const bookingId = randomUUID();
  const { number } = await reserveNumber(tx, 'booking', { year: 2026, at: now(), by, recordId: bookingId });
  const meta = await cover(tx, { by, type: 'booking.opened', disclosures: { number } });
  await insertBooking(tx, { id: bookingId, stationId: station.stationId, number, origin: 'desk' }, meta);
  return { bookingId, number };
}

/** Number, form, version and charges: all that one saved booking leaves behind. */
export async function saveOne(tx: WriteTx, station: TestStation, draft = draftOf()): Promise<Opened> {
  const opened = await openForm(tx, station);
  const disclosures = bookingDisclosures(opened.number, draft);
  const meta = await cover(tx, { by: station.officer.id, type: 'booking.saved', disclosures });
  await insertBookingVersion(tx, draft, { ...meta, bookingId: opened.bookingId, version: 1 });
  return opened;
}

export interface Wanted {
  readonly bookingId: string;
  readonly role?: string;
  readonly opens?: readonly Act[];
  readonly outcome?: 'allow' | 'refuse';
  readonly decidedAt?: string;
  readonly expiresAt?: string;
  readonly by?: string;
  readonly cosignedBy?: string | null;
}

/** A ground as the service would write it, or wrong in the ways that `wanted` says. */
export async function determine(tx: WriteTx, station: TestStation, wanted: Wanted): Promise<string> {
  const { bookingId, role = 'arrestee', outcome = 'allow', decidedAt = now(), cosignedBy = null } = wanted;
  const { opens = ['record-status', 'notify-ice'], expiresAt = now(3_600_000), by = station.officer.id } = wanted;
  const meta = await cover(tx, { by, at: decidedAt, type: 'ground.determined' });
  const facts = { act: 'record-status', subject: { role }, facts: { arrestingAgency: 'WPD', offense: 'abdw' } };
  const common = { bookingId, ground: '2a', facts, packDigest: station.packDigest } as const;
  await insertDecision(tx, { ...common, id: randomUUID(), act: 'record-status', outcome }, meta);
  const id = randomUUID();
  await insertDetermination(tx, { ...common, id, cite: '2(a)', opens, cosignedBy, expiresAt }, meta);
  return id;
}

/** An entry with one sealed disclosure, for a status record. */
export async function coverSealed(
  tx: WriteTx,
  value: string,
  by: string,
): Promise<{ readonly at: string; readonly by: string; readonly entrySeq: number; readonly disclosure: string }> {
  const at = now();
  const entry = await appendEntry(
    tx,
    {
      log: LOG,
      id: randomUUID(),
      actor: by,
      type: 'status.recorded',
      at,
      disclosures: {},
      sealed: { status: { value } },
    },
    randomBytes,
  );
  return { at, by, entrySeq: entry.seq, disclosure: entry.sealed['status'] ?? '' };
}
