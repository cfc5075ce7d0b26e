import { reserveNumber } from '../db/booking/writer.ts';
import type { WriteTx } from '../db/database.ts';
import { findNotification } from '../db/notification/reader.ts';
import { insertExport } from '../db/notification/writer.ts';
import { stamp, stationYear } from './clock.ts';
import type { ToldOfCopy } from './export/make-copy.ts';
import { cover } from './record.ts';
import { RolledBack } from './rolled-back.ts';
import type { Member } from './route.ts';

/** A number that is taken, whatever becomes of the copy (B4). */
export interface TakenNumber {
  readonly id: string;
  readonly number: string;
}

/** Takes the next export number. */
export async function takeNumber(tx: WriteTx, member: Member, at: Date): Promise<TakenNumber> {
  const id = member.state.options.ids.uuid();
  const wanted = { year: stationYear(at), at: stamp(at), by: member.person.id, recordId: id };
  const { number } = await reserveNumber(tx, 'export', wanted);
  return { id, number };
}

export interface ExportToKeep extends TakenNumber {
  readonly notificationId: string;
  readonly told: ToldOfCopy;
  /** The zip that it leaves in, and SHA-256 of the list in it. */
  readonly batch?: { readonly zip: string; readonly manifest: string };
}

/**
 * The export is on record, with its number, recipient and purpose, before a file leaves. Whether the record is sealed is
 * asked here once more, in the same transaction (S6): what was sealed meanwhile does not leave.
 */
export async function keepExport(tx: WriteTx, member: Member, kept: ExportToKeep): Promise<void> {
  const { id, number, notificationId, told, batch } = kept;
  const { audience, purpose, leaveOut } = told;
  if ((await findNotification(tx, notificationId)) === undefined)
    throw new RolledBack({ code: 'not-found', field: 'notificationIds' });
  const meta = await cover(tx, member, {
    type: 'record.exported',
    disclosures: {
      export: {
        ...{ number, notificationId, audience, purpose, leaveOut, sealedCheck: 'clear' },
        ...(batch === undefined ? {} : { batch }),
      },
    },
  });
  const leftOut = leaveOut.map(({ name }) => name);
  await insertExport(tx, { id, number, notificationId, audience, leftOut }, meta);
}
