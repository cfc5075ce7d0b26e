import type { ReadDb } from '../../db/database.ts';
import { findDisclosures, findLeaf } from '../../db/ledger/reader.ts';
import { findNotification } from '../../db/notification/reader.ts';
import type { StoredDisclosure } from './sdjwt.ts';

/** A notification as it stands in the log; a sealed one is not found. */
export interface FoundRecord {
  readonly notificationId: string;
  /** Record number. */
  readonly recordNumber: string;
  /** About somebody under 18, or maybe: such a copy leaves by the chief alone (M28). */
  readonly minor: boolean;
  readonly seq: number;
  readonly leaf: Uint8Array;
  readonly disclosures: readonly StoredDisclosure[];
}

async function findRecord(db: ReadDb, notificationId: string): Promise<FoundRecord | null> {
  const notification = await findNotification(db, notificationId);
  const leaf = notification === undefined ? undefined : await findLeaf(db, notification.entry);
  if (notification === undefined || leaf === undefined) return null;
  const { entry: seq, number: recordNumber, minor } = notification;
  return { notificationId, recordNumber, minor, seq, leaf, disclosures: await findDisclosures(db, seq) };
}

/** All of them, or null where one is not there: nothing is written before that is known. */
export async function findRecords(db: ReadDb, ids: readonly string[]): Promise<readonly FoundRecord[] | null> {
  const found: FoundRecord[] = [];
  for (const id of ids) {
    const one = await findRecord(db, id);
    if (one === null) return null;
    found.push(one);
  }
  return found;
}
