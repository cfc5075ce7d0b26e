import { findAnyBooking } from '../../db/booking/reader.ts';
import type { WriteTx } from '../../db/database.ts';
import { listDisclosed, subjectUnder, type CarriedOrder } from '../../db/order/carried.ts';
import { listHoldings } from '../../db/order/holdings.ts';
import { findSeal } from '../../db/order/sealed.ts';
import { insertSealing } from '../../db/order/writer.ts';
import { StoreFault } from '../../db/fault.ts';
import type { Store } from '../../db/open.ts';
import type { StationIdentity } from '../../db/station/reader.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import type { StationKey } from '../keys/station-key.ts';
import { coverOrderBy, expunge } from '../order/expunge.ts';
import type { Scribe } from '../record.ts';
import { openLaterOrders } from './orders-file.ts';
import type { RestoreOptions } from './restore-request.ts';

async function letGoAgain(tx: WriteTx, scribe: Scribe, carried: CarriedOrder): Promise<boolean> {
  const known = await listDisclosed(tx, carried.entries);
  if (known.length === 0) return false;
  const subject = await subjectUnder(tx, known);
  const held = await listHoldings(tx, subject);
  const entries = [...new Set([...known, ...held.entries])].toSorted((one, other) => one - other);
  const booking = subject.bookingId === '' ? undefined : await findAnyBooking(tx, subject.bookingId);
  const { order, cosignedBy } = carried;
  const fields = booking?.fields ?? {};
  await expunge(tx, scribe, { order, cosignedBy, subject, holdings: { ...held, entries }, fields });
  return true;
}

async function sealAgain(tx: WriteTx, scribe: Scribe, carried: CarriedOrder): Promise<boolean> {
  const { bookingId } = await subjectUnder(tx, await listDisclosed(tx, carried.entries));
  if (bookingId === '' || (await findSeal(tx, bookingId)) !== undefined) return false;
  const meta = await coverOrderBy(tx, scribe, { order: carried.order });
  await insertSealing(tx, { id: scribe.sources.ids.uuid(), bookingId, cosignedBy: carried.cosignedBy }, meta);
  return true;
}

/**
 * Carries out once more what a court ordered after these records were copied, in the names of those who carried it out:
 * whoever was let go does not come back. Answers how many orders that were.
 * @throws StoreFault `refused` where these records do not know those people
 */
async function replayOrders(
  tx: WriteTx,
  scribe: Omit<Scribe, 'actor'>,
  orders: readonly CarriedOrder[],
): Promise<number> {
  let replayed = 0;
  for (const carried of orders) {
    const own = { ...scribe, actor: carried.by };
    const again = carried.kind === 'expunge' ? letGoAgain : sealAgain;
    if (await again(tx, own, carried)) replayed += 1;
  }
  return replayed;
}

interface Later {
  readonly options: RestoreOptions;
  readonly store: Store;
  readonly station: StationIdentity;
  readonly key: StationKey;
  /** The JSON of the file of later changes as it lies beside the backup. */
  readonly laterChanges: Outcome<unknown>;
}

function unknownPeople(): Refusal {
  const what = 'An order of a court that was carried out later names people whom this backup does not know.';
  const params = { file: 'records.db', cannot: 'used', what, next: 'Take a newer backup.' };
  return { code: 'unreadable-file', field: 'path', params };
}

/** Takes out of records that came back what was ordered since, from the pages of their file too. */
export async function replayLater({ options, store, station, key, laterChanges }: Later): Promise<Outcome<number>> {
  const orders = openLaterOrders(laterChanges, key);
  if (!orders.ok) return orders;
  const scribe = { sources: options, log: station.logOrigin };
  try {
    const replayed = await store.transaction((tx) => replayOrders(tx, scribe, orders.value));
    return (await store.tidy()) ? good(replayed) : bad('station-in-use');
  } catch (fault) {
    if (fault instanceof StoreFault && fault.code === 'refused') return { ok: false, refusal: unknownPeople() };
    throw fault;
  }
}
