import type { ReadDb, WriteTx } from '../db/database.ts';
import { insertBooking, insertBookingVersion } from '../db/booking/writer.ts';
import { findAnyBookingHead } from '../db/booking/reader.ts';
import { listImportSources } from '../db/exchange/reader.ts';
import { insertImportSource } from '../db/exchange/writer.ts';
import { clearText } from '../policy/gate.ts';
import { bookingDisclosures } from './booking-disclosures.ts';
import type { ApartRow, ClearedBooking, ImportSink, KnownSources } from './exchange/settle.ts';
import { cover, type RecordMeta } from './record.ts';
import type { Member } from './route.ts';

const RESENT = 'Sent again by the records system.';

/** A booking that came from a file and is not where it was: a fault of ours, never of the file. */
class LostBooking extends Error {
  override readonly name = 'LostBooking';
  readonly code = 'lost-booking';
}

function numberOf(booking: ClearedBooking): string {
  const given = booking.draft.fields.booking_no;
  return typeof given === 'string' ? given : booking.source.sourceId;
}

interface Known {
  readonly booking: ClearedBooking;
  readonly bookingId: string;
}

async function remember(tx: WriteTx, { booking, bookingId }: Known, meta: RecordMeta): Promise<void> {
  const { sourceSystem, sourceId: sourceRecordId, admission } = booking.source;
  await insertImportSource(tx, { sourceSystem, sourceRecordId, admission, bookingId, rowDigest: booking.digest }, meta);
}

async function insert(tx: WriteTx, member: Member, booking: ClearedBooking): Promise<void> {
  const bookingId = member.state.options.ids.uuid();
  const number = numberOf(booking);
  const meta = await cover(tx, member, {
    type: 'booking.imported',
    disclosures: bookingDisclosures(number, booking.draft),
  });
  const { sourceSystem, sourceId: sourceRecordId } = booking.source;
  const stationId = member.open.station.id;
  await insertBooking(tx, { id: bookingId, stationId, number, origin: 'import', sourceSystem, sourceRecordId }, meta);
  await insertBookingVersion(tx, booking.draft, { bookingId, version: 1, ...meta });
  await remember(tx, { booking, bookingId }, meta);
}

async function update(tx: WriteTx, member: Member, { booking, bookingId }: Known): Promise<void> {
  const head = await findAnyBookingHead(tx, bookingId);
  const reason = clearText(RESENT, 'reason');
  if (head === undefined || !reason.ok) throw new LostBooking('an imported booking is not where it was');
  const meta = await cover(tx, member, {
    type: 'booking.corrected',
    disclosures: bookingDisclosures(head.number, booking.draft, reason.value),
    supersedes: head.entrySeq,
  });
  const version = head.version + 1;
  await insertBookingVersion(tx, booking.draft, { bookingId, version, reason: reason.value, ...meta });
  await remember(tx, { booking, bookingId }, meta);
}

/** What the station knows of other systems' records. */
export function knownSources(db: ReadDb): KnownSources {
  return {
    list: ({ sourceSystem, sourceId }) => listImportSources(db, { sourceSystem, sourceRecordId: sourceId }),
  };
}

/** Stores an import inside the caller's transaction. Rows kept apart are handed back, to be written with the run. */
export function importSink(tx: WriteTx, member: Member, apart: (row: ApartRow) => void): ImportSink {
  return {
    ...knownSources(tx),
    insert: (booking) => insert(tx, member, booking),
    update: (bookingId, booking) => update(tx, member, { bookingId, booking }),
    quarantine: (row) => {
      apart(row);
      return Promise.resolve();
    },
  };
}
