// What becomes of the folder of the backups once a new one lies there.
import { basename } from 'node:path';
import type { CarrierAnswer } from './carrier-messages.ts';
import { listCarriedOrders } from '../../db/order/carried.ts';
import { CarrierFailed, CarrierStopped, FolderSilent, type Carrier } from './carrier.ts';
import { leavingPatienceOf, type Patience } from './in-time.ts';
import { applyRule } from './keep-rule.ts';
import { listLate } from './late-by-log.ts';
import type { Backup } from './manifest.ts';
import { LaterOrdersShut, sealLaterOrders } from './orders-file.ts';
import type { Making } from './stage-backup.ts';

/** A new backup, and where it lies. */
export interface Brought {
  readonly carrier: Carrier;
  readonly root: string;
  readonly backup: Backup;
  /** What to do where the folder stops answering. */
  readonly silent: () => void;
}

/** What lies there. */
export function survey(carrier: Carrier, root: string, options: Patience): Promise<CarrierAnswer<'survey'>> {
  return carrier.ask<'survey'>({ kind: 'ask', act: 'survey', input: { root } }, leavingPatienceOf(options));
}

/**
 * What goes as there is a newer one: what the rule does not keep; what is older than an order of a court is overwritten
 * as well (ADR 14). The new one stays, and counts as the newest, whatever the clock said when the others were made.
 */
async function goingOf(
  all: readonly Backup[],
  made: Backup,
  { open, rule }: Making,
): Promise<{ late: readonly Backup[]; old: readonly Backup[] }> {
  const others = all.filter(({ path }) => path !== made.path);
  const late = await listLate(open.store.read, others);
  const kept = [made, ...others.filter((backup) => !late.includes(backup))];
  const old = applyRule(
    kept.map((backup) => ({ backup, madeAt: backup.manifest.madeAt })),
    rule,
  );
  return { late, old: old.map(({ backup }) => backup) };
}

/** Names of those that went. @throws LaterOrdersShut */
async function clearOld({ carrier, root, backup }: Brought, making: Making): Promise<readonly string[]> {
  const { open, options } = making;
  const { backups, laterChanges } = await survey(carrier, root, options);
  const { late, old } = await goingOf(backups, backup, making);
  const orders = sealLaterOrders(laterChanges, await listCarriedOrders(open.store.read), {
    key: open.key,
    random: options.random,
  });
  if (!orders.ok) throw new LaterOrdersShut(orders.refusal);
  const [overwrite, remove] = [late.map(({ path }) => path), old.map(({ path }) => path)];
  await carrier.ask<'settle'>(
    { kind: 'ask', act: 'settle', input: { root, laterChanges: orders.value, overwrite, remove } },
    leavingPatienceOf(options),
  );
  return [...overwrite, ...remove].map((path) => basename(path));
}

/** The folder or its carrier is gone, or somebody did not want to wait. */
function isOver(thrown: unknown): boolean {
  if (thrown instanceof FolderSilent || thrown instanceof CarrierStopped) return true;
  return thrown instanceof CarrierFailed && thrown.thrown === 'CarrierEnded';
}

/**
 * Names of those that went. Where that ends before all is done, the new one counts all the same; the old ones go with the next.
 * @throws LaterOrdersShut
 */
export async function settleBackup(brought: Brought, making: Making): Promise<readonly string[]> {
  return clearOld(brought, making).catch((thrown: unknown) => {
    if (!isOver(thrown)) throw thrown;
    if (thrown instanceof FolderSilent) brought.silent();
    return [];
  });
}
