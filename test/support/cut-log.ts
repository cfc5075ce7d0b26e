// A station whose log somebody cuts at its end, offline, with the key.
import type { CheckReport } from '../../contract/system.ts';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { book, DECLINED } from './booked.ts';
import { keyOf } from './look-inside.ts';
import { newTestStation, type NewTestStation } from './station.ts';
import type { Connection } from './store-attack.ts';
import { meddleWith } from './store-meddle.ts';

/** Looks into, or meddles with, the records of a station that is closed or not written to. */
export async function inside<T>(folder: string, work: (connection: Connection) => T): Promise<T> {
  const connection = connect({ file: recordsPath(folder), keys: await keyOf(folder) }, 'write');
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

const LAST_THREE = '> (select max(seq) - 3 from ledger_entry)';
/** The entries, and all that could tell of them: their forms, numbers, places in lists and disclosures. */
const WITH_ALL = `delete from disclosure where seq ${LAST_THREE};
  delete from number_reservation where record_id in (select id from booking where entry_seq ${LAST_THREE});
  delete from unreleased where booking_id in (select id from booking where entry_seq ${LAST_THREE});
  delete from booking where entry_seq ${LAST_THREE};
  delete from audit_event where entry_seq ${LAST_THREE};
  delete from ledger_entry where seq ${LAST_THREE};`;
/** And the tree, grown anew over what is left. */
export const REGROWN = `${WITH_ALL}
  update ledger_tree set size = 0, frontier = x'';
  with recursive grown (size, frontier) as (select 0, x''
    union all select size + 1, app_tree_grow(size, frontier, (select leaf_hash from ledger_entry where seq = size))
    from grown where size <= (select max(seq) from ledger_entry))
  update ledger_tree set (size, frontier) = (select size, frontier from grown order by size desc limit 1);
  delete from checkpoint where size > (select size from ledger_tree);`;

/** What failed: its code and its words. */
export function failing({
  checks,
}: Pick<CheckReport, 'checks'>): readonly (readonly [code: string | undefined, detail: string])[] {
  return checks.filter(({ ok }) => !ok).map(({ code, detail }) => [code, detail]);
}

/** Takes the guards off, does this, and puts them back. */
export async function cut(folder: string, sql = WITH_ALL): Promise<void> {
  await inside(folder, (connection) => {
    meddleWith(connection, sql);
  });
}

export interface SignedStation {
  readonly desk: NewTestStation;
  readonly folder: string;
  readonly notificationId: string;
}

/** A station with a notice and three open forms, whose head was signed as somebody went home; closed. */
export async function signedStation(): Promise<SignedStation> {
  const desk = await newTestStation();
  await desk.addPerson('booking-officer', 'officer');
  const bookingId = await book(desk);
  const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
  for (let at = 0; at < 3; at += 1) await desk.done('booking.open', {});
  await desk.done('session.signOut', {});
  await desk.close();
  return { desk, folder: desk.folder, notificationId };
}
