import { basename } from 'node:path';
import type { MadeBackup } from '../../contract/backup.ts';
import { sizeOfStore } from '../../db/copy.ts';
import { lastExpungedAt, listCarriedOrders } from '../../db/order/carried.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { fileStamp, recordsPath } from '../keys/station-files.ts';
import { CarrierFailed, CarrierStopped, FolderSilent, openCarrier, type Carrier } from './carrier.ts';
import { CopyFailed } from './check-copy.ts';
import { noteHanging, type Trying } from './folder-tries.ts';
import { leavingPatienceOf } from './in-time.ts';
import { applyRule } from './keep-rule.ts';
import { lineOf, type Backup } from './manifest.ts';
import { sealLaterOrders } from './orders-file.ts';
import { rootOf } from './places.ts';
import { copyRefusal } from './refusals.ts';
import { refuseWithoutOwnRoom } from './room.ts';
import { clearStage, stageBackup, type Making, type Staged } from './stage-backup.ts';

/** What goes as there is a newer one: what the rule does not keep; what is older than an order of a court is overwritten as well (ADR 14). */
async function goingOf(all: readonly Backup[], { open, rule }: Making): Promise<{ late: Backup[]; old: Backup[] }> {
  const orderedAt = Date.parse((await lastExpungedAt(open.store.read)) ?? '');
  const late = all.filter(({ manifest }) => Date.parse(manifest.madeAt) < orderedAt);
  const kept = all.filter((backup) => !late.includes(backup));
  const old = applyRule(
    kept.map((backup) => ({ backup, madeAt: backup.manifest.madeAt })),
    rule,
  );
  return { late, old: old.map(({ backup }) => backup) };
}

/** Names of those that went. */
async function clearOld(carrier: Carrier, root: string, making: Making): Promise<readonly string[]> {
  const { open, options } = making;
  const patience = leavingPatienceOf(options);
  const { backups, laterChanges } = await carrier.ask<'survey'>(
    { kind: 'ask', act: 'survey', input: { root } },
    patience,
  );
  const { late, old } = await goingOf(backups, making);
  const orders = sealLaterOrders(laterChanges, await listCarriedOrders(open.store.read), {
    key: open.key,
    random: options.random,
  });
  const [overwrite, remove] = [late.map(({ path }) => path), old.map(({ path }) => path)];
  await carrier.ask<'settle'>(
    { kind: 'ask', act: 'settle', input: { root, laterChanges: orders, overwrite, remove } },
    patience,
  );
  return [...overwrite, ...remove].map((path) => basename(path));
}

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

/** Where the folder dies only now, the new one counts all the same; the old ones go with the next. */
async function settle(carrier: Carrier, root: string, making: Making): Promise<readonly string[]> {
  return clearOld(carrier, root, making).catch((thrown: unknown) => {
    if (thrown instanceof FolderSilent || thrown instanceof CarrierStopped) return [];
    throw thrown;
  });
}

async function makeWith(carrier: Carrier, making: Making): Promise<Outcome<MadeBackup>> {
  const { options, open, folder, watch } = making;
  const root = rootOf(folder, open.station.ori);
  const bytes = await sizeOfStore(recordsPath(options.folder));
  const no =
    (await carrier.ask<'prepare'>(
      { kind: 'ask', act: 'prepare', input: { folder, root, records: options.folder, bytes } },
      leavingPatienceOf(options),
    )) ?? (await refuseWithoutOwnRoom(options.folder, bytes));
  if (no !== null) return { ok: false, refusal: no };
  const staged = await stageBackup(making);
  if (staged === null) return bad('cancelled');
  const backup = await bring({ ...staged, carrier, root }, making);
  if (backup === null) return bad('cancelled');
  watch.phase('settling', backup.manifest.bytes);
  const dropped = await settle(carrier, root, making);
  return good({ ...lineOf(backup), checked: staged.checked, dropped });
}

function failedCopy(why: string): Outcome<never> {
  const what = `The copy was made and does not hold: ${why}.`;
  const next = 'Run the check of the records; if they are whole, take another stick.';
  return bad('unreadable-file', { field: 'folder', params: { file: 'records.db', cannot: 'kept there', what, next } });
}

/** The store says what it is to whoever has to be told. */
function told(thrown: unknown): Outcome<never> {
  if (thrown instanceof FolderSilent) return bad('wrong-value', { field: 'folder', params: { why: 'place-died' } });
  if (thrown instanceof CarrierStopped) return bad('cancelled');
  if (thrown instanceof CopyFailed) return failedCopy(thrown.message);
  if (thrown instanceof CarrierFailed && thrown.thrown === 'NotAsBrought')
    return failedCopy('what was read back is not what was written');
  const refusal = copyRefusal(thrown, 'folder');
  if (refusal === undefined) throw thrown;
  return { ok: false, refusal };
}

async function makeOnce(trying: Trying, making: Making): Promise<Outcome<MadeBackup>> {
  const { options, open, folder, watch } = making;
  if (!(await open.store.tidy())) return bad('station-in-use');
  const carrier = openCarrier(options.startCarrier, watch);
  try {
    return await makeWith(carrier, making);
  } catch (thrown) {
    // Until it is gone it counts as a question that the folder does not answer.
    if (thrown instanceof FolderSilent) noteHanging(trying, folder, carrier.gone);
    throw thrown;
  } finally {
    carrier.end();
  }
}

/** An order of a court that is carried out meanwhile takes the copy away (ADR 11): it is made anew, without whom it concerns. */
async function makeAfterOrders(trying: Trying, making: Making): Promise<Outcome<MadeBackup>> {
  const { read } = making.open.store;
  const before = await lastExpungedAt(read);
  return makeOnce(trying, making).catch(async (thrown: unknown) => {
    if ((await lastExpungedAt(read)) === before) throw thrown;
    return makeOnce(trying, making);
  });
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
    return told(thrown);
  } finally {
    await clearStage(making.options.folder);
  }
}
