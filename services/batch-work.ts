// Copies of many records that leave in one zip: made in memory, on record together, and ended by whoever began it.
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { BatchZip } from './export/batch-zip.ts';
import type { FoundRecord } from './export/find-records.ts';
import { makeCopy, type Signer, type ToldOfCopy } from './export/make-copy.ts';
import { keepExport, takeNumber, type ExportToKeep, type TakenNumber } from './export-numbers.ts';
import { keepHead } from './log-head.ts';
import { refuse, refused } from './reply.ts';
import { RolledBack } from './rolled-back.ts';
import type { Member } from './route.ts';

/** More than a year of a large town. */
const MOST = 1_000;

export interface CopyWork {
  readonly member: Member;
  readonly told: ToldOfCopy;
  readonly found: readonly FoundRecord[];
  readonly signer: Signer;
  /** One a copy. */
  readonly taken: readonly TakenNumber[];
  readonly issuedAt: Date;
  /** At the head of each page. */
  readonly stamp?: string | undefined;
}

/** So many copies at once, or why not. */
export function tooMany(count: number): Reply<never> | undefined {
  return count > MOST ? refuse('wrong-value', { field: 'span', params: { why: 'too-many-copies' } }) : undefined;
}

/** A number stays taken whatever becomes of its copy (B4): a batch that was ended leaves that trace and no other. */
export async function takeNumbers(member: Member, count: number, at: Date): Promise<readonly TakenNumber[]> {
  return member.open.store.transaction(async (tx) => {
    const numbers: TakenNumber[] = [];
    while (numbers.length < count) numbers.push(await takeNumber(tx, member, at));
    return numbers;
  });
}

/** Whether somebody ended the one that runs: asked before each copy, and once more before all go on record. */
export function wasEnded({ state }: Member): boolean {
  return state.exporting?.cancelled !== false;
}

/** Undefined where somebody ended it. */
export async function makeCopies(work: CopyWork): Promise<BatchZip | undefined> {
  const { member, told, found, signer, taken, issuedAt, stamp } = work;
  const { state, open } = member;
  const db = open.store.read;
  const origin = open.station.logOrigin;
  let signed: ReturnType<typeof keepHead> | undefined;
  // With the first copy, which waits for it: where it fails, the copy does, and nothing is left that nobody awaits.
  const head = (): ReturnType<typeof keepHead> =>
    (signed ??= keepHead(state, open, { key: signer.key, cause: 'export' }));
  const zip = new BatchZip();
  for (const [at, one] of found.entries()) {
    if (wasEnded(member)) return undefined;
    const exportNumber = taken[at]?.number ?? '';
    const of = { db, found: one, told, number: exportNumber, issuedAt, head, origin, stamp, ...signer };
    await zip.add({ ...(await makeCopy(of)), exportNumber, recordNumber: one.recordNumber });
    if (state.exporting !== null) state.exporting = { ...state.exporting, done: at + 1 };
  }
  return zip;
}

/** All of them go on record, in one transaction with whatever else tells of the zip. */
export async function keepCopies(
  tx: WriteTx,
  { member, told, found, taken }: CopyWork,
  batch: NonNullable<ExportToKeep['batch']>,
): Promise<void> {
  for (const [at, { notificationId }] of found.entries()) {
    const one = taken[at];
    if (one !== undefined) await keepExport(tx, member, { ...one, notificationId, told, batch });
  }
}

/** One zip is made at a time; whoever began it, or may begin one, can end it. */
export async function whileExporting<T>({ state, person }: Member, make: () => Promise<Reply<T>>): Promise<Reply<T>> {
  if (state.exporting !== null) return refuse('wrong-value', { field: 'span', params: { why: 'export-runs' } });
  const since = state.options.clock.now().getTime();
  state.exporting = { personId: person.id, since, done: 0, total: 0, cancelled: false };
  try {
    return await make();
  } catch (fault) {
    if (fault instanceof RolledBack) return refused(...fault.refusals);
    throw fault;
  } finally {
    state.exporting = null;
  }
}

/** How many there will be, for whoever looks how far it has come. */
export function expectCopies({ state }: Member, total: number): void {
  if (state.exporting !== null) state.exporting = { ...state.exporting, total };
}
