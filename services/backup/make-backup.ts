import type { MadeBackup } from '../../contract/backup.ts';
import { sizeOfJournal, sizeOfStore } from '../../db/copy.ts';
import { newestExpungement } from '../../db/order/carried.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { fileStamp, recordsPath } from '../keys/station-files.ts';
import { FolderSilent, openCarrier, type Carrier } from './carrier.ts';
import { noteHanging, type Trying } from './folder-tries.ts';
import { leavingPatienceOf } from './in-time.ts';
import { lineOf, type Backup } from './manifest.ts';
import { whyOrdersShut } from './orders-file.ts';
import { rootOf } from './places.ts';
import { refuseWithoutOwnRoom } from './room.ts';
import { settleBackup, survey } from './settle-backup.ts';
import { clearStage, stageBackup, type Making, type Staged } from './stage-backup.ts';
import { toldOf } from './why-not-made.ts';

/** Null where it was stopped. */
async function bring(
  { carrier, root, path: from, manifest }: Staged & { readonly carrier: Carrier; readonly root: string },
  { options, watch }: Making,
): Promise<Backup | null> {
  // Written, and read back.
  watch.phase('bringing', 2 * manifest.bytes);
  const name = fileStamp(new Date(manifest.madeAt));
  const path = await carrier.ask<'bring'>(
    { kind: 'ask', act: 'bring', input: { from, root, name, sha256: manifest.sha256 } },
    leavingPatienceOf(options),
  );
  return path === null ? null : { path, manifest };
}

/** Why nothing can be made there, before anything is. */
async function whyNot(carrier: Carrier, root: string, making: Making): Promise<Refusal | null> {
  const { options, open, folder } = making;
  const records = recordsPath(options.folder);
  const bytes = await sizeOfStore(records);
  // Before anything is cleared there: where the list is of another station, so may be what is in the making.
  const { laterChanges } = await survey(carrier, root, options);
  const shut = whyOrdersShut(laterChanges, open.key);
  if (shut !== null) return shut;
  const no = await carrier.ask<'prepare'>(
    { kind: 'ask', act: 'prepare', input: { folder, root, records: options.folder, bytes } },
    leavingPatienceOf(options),
  );
  if (no !== null) return no;
  await clearStage(options.folder);
  return refuseWithoutOwnRoom(options.folder, bytes, await sizeOfJournal(records));
}

async function makeWith(carrier: Carrier, making: Making, silent: () => void): Promise<Outcome<MadeBackup>> {
  const { open, folder, watch } = making;
  const root = rootOf(folder, open.station.ori);
  const no = await whyNot(carrier, root, making);
  if (no !== null) return { ok: false, refusal: no };
  const staged = await stageBackup(making);
  if (staged === null) return bad('cancelled');
  const backup = await bring({ ...staged, carrier, root }, making);
  if (backup === null) return bad('cancelled');
  watch.phase('settling', backup.manifest.bytes);
  const dropped = await settleBackup({ carrier, root, backup, silent }, making);
  return good({ ...lineOf(backup), checked: staged.checked, dropped });
}

async function makeOnce(trying: Trying, making: Making): Promise<Outcome<MadeBackup>> {
  const { options, open, folder, watch } = making;
  if (!(await open.store.tidy())) return bad('station-in-use');
  const carrier = openCarrier(options.startCarrier, watch);
  // Until it is gone it counts as a question that the folder does not answer.
  const hangs = (): void => noteHanging(trying, folder, carrier.gone);
  const silentAtLast = (): void => {
    hangs();
    watch.died();
  };
  try {
    return await makeWith(carrier, making, silentAtLast);
  } catch (thrown) {
    if (thrown instanceof FolderSilent) hangs();
    throw thrown;
  } finally {
    carrier.end();
  }
}

/** Entry of the newest order of a court that let somebody go. */
async function newestOrder({ open }: Making): Promise<number | undefined> {
  return (await newestExpungement(open.store.read))?.seq;
}

/**
 * An order of a court that is carried out meanwhile takes the copy away (ADR 11), or comes when it was brought already:
 * it is made anew, without whom it concerns, and the one before goes as older than the order.
 */
async function makeAfterOrders(trying: Trying, making: Making): Promise<Outcome<MadeBackup>> {
  for (;;) {
    const before = await newestOrder(making);
    try {
      const made = await makeOnce(trying, making);
      if (!made.ok || (await newestOrder(making)) === before) return made;
    } catch (thrown) {
      if ((await newestOrder(making)) === before) throw thrown;
    }
  }
}

/**
 * Copies the records of a station that is at work on its own disk, opens the copy and checks it, and has it brought to
 * the folder; only then does it count, and only then do older ones go. Nothing half done is left, whatever ends it, but
 * in a folder that died: what lies there goes with the next one.
 */
export async function makeBackup(trying: Trying, making: Making): Promise<Outcome<MadeBackup>> {
  try {
    return await makeAfterOrders(trying, making);
  } catch (thrown) {
    return toldOf(thrown);
  } finally {
    // What cannot be cleared now goes as the station opens, or with the next one; it changes nothing of what was made.
    await clearStage(making.options.folder).catch(() => undefined);
  }
}
