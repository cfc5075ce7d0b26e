import type { z } from 'zod';
import { CALLS } from '../contract/calls.ts';
import type { BatchProgress, batchInput, WrittenBatch } from '../contract/export-calls.ts';
import type { Reply } from '../contract/reply.ts';
import { listNotifications } from '../db/notification/reader.ts';
import { stamp, stationDate } from './clock.ts';
import { BatchZip, writeZip, zipPlace } from './export/batch-zip.ts';
import type { FoundRecord } from './export/find-records.ts';
import { makeCopy, type Signer } from './export/make-copy.ts';
import { keepExport, takeNumber, type TakenNumber } from './export-numbers.ts';
import { copyRefusals, readyToSign } from './export-service.ts';
import { keepHead } from './log-head.ts';
import { done, refuse, refused } from './reply.ts';
import { RolledBack } from './rolled-back.ts';
import type { Member } from './route.ts';

type Input = z.output<typeof batchInput>;

/** More than a year of a large town. */
const MOST = 1_000;

/** Of whom a span tells: nobody under 18 goes into a package of a span, whoever makes it (M28). */
interface Meant {
  readonly ids: readonly string[];
  readonly withheld: number;
}

/** The notifications that are meant, the oldest first. */
async function idsOf({ open }: Member, { notificationIds, span }: Input): Promise<Meant> {
  if (notificationIds !== undefined) return { ids: [...new Set(notificationIds)], withheld: 0 };
  if (span === undefined) return { ids: [], withheld: 0 };
  const within = (at: string): boolean => {
    const day = stationDate(new Date(at));
    return day >= span.from && day <= span.to;
  };
  const all = await listNotifications(open.store.read);
  const meant = all.filter(({ contactedAt }) => within(contactedAt)).sort((one, other) => one.entry - other.entry);
  const ids = meant.filter(({ minor }) => !minor).map(({ notificationId }) => notificationId);
  return { ids, withheld: meant.length - ids.length };
}

interface Work {
  readonly member: Member;
  readonly input: Input;
  readonly found: readonly FoundRecord[];
  readonly signer: Signer;
  readonly taken: readonly TakenNumber[];
  readonly issuedAt: Date;
  readonly withheld: number;
}

/** Undefined where somebody ended it. */
async function makeCopies({ member, input, found, signer, taken, issuedAt }: Work): Promise<BatchZip | undefined> {
  const { state, open } = member;
  const db = open.store.read;
  const origin = open.station.logOrigin;
  const signed = keepHead(state, open, { key: signer.key, cause: 'export' });
  const head = (): typeof signed => signed;
  const zip = new BatchZip();
  for (const [at, one] of found.entries()) {
    if (state.exporting?.cancelled !== false) return undefined;
    const exportNumber = taken[at]?.number ?? '';
    const of = { db, found: one, told: input, number: exportNumber, issuedAt, head, origin, ...signer };
    await zip.add({ ...(await makeCopy(of)), exportNumber, recordNumber: one.recordNumber });
    state.exporting = { ...state.exporting, done: at + 1 };
  }
  return zip;
}

/** All of them go on record at once, or none. */
async function keepAll({ member, input, found, taken }: Work, batch: { zip: string; manifest: string }): Promise<void> {
  await member.open.store.transaction(async (tx) => {
    for (const [at, { notificationId }] of found.entries()) {
      const one = taken[at];
      if (one !== undefined) await keepExport(tx, member, { ...one, notificationId, told: input, batch });
    }
  });
}

async function write(work: Work): Promise<Reply<WrittenBatch>> {
  const { member, input, taken, issuedAt } = work;
  const numbers = [taken[0]?.number ?? '', taken.at(-1)?.number ?? ''] as const;
  const name = `${numbers[0]}-to-${numbers[1].slice(-6)}.zip`;
  const place = await zipPlace(input.folder, name);
  if (!place.ok) return refused(place.refusal);
  const made = await makeCopies(work);
  if (made === undefined) return refuse('cancelled');
  const { audience, purpose, leaveOut } = input;
  const leftOut = leaveOut.map(({ name: part }) => part);
  const told = { station: member.open.station.name, audience, purpose, leftOut, issuedAt: stamp(issuedAt) };
  const { zip, manifest } = await made.end(told, { ...work.signer, log: member.open.station.logOrigin });
  await keepAll(work, { zip: name, manifest });
  const written = await writeZip(input.folder, name, zip);
  return written.ok
    ? done({ file: written.value, copies: taken.length, numbers, withheld: work.withheld })
    : refused(written.refusal);
}

async function prepare(member: Member, input: Input): Promise<Reply<WrittenBatch>> {
  const { ids, withheld } = await idsOf(member, input);
  if (ids.length === 0) return refuse('wrong-value', { field: 'span', params: { why: 'none-in-span' } });
  if (ids.length > MOST) return refuse('wrong-value', { field: 'span', params: { why: 'too-many-copies' } });
  const ready = await readyToSign(member, ids, input);
  if (!ready.ok) return refused(...ready.refusals);
  const issuedAt = member.state.options.clock.now();
  // A number stays taken whatever becomes of its copy (B4): a batch that was ended leaves that trace and no other.
  const taken = await member.open.store.transaction(async (tx) => {
    const numbers: TakenNumber[] = [];
    while (numbers.length < ids.length) numbers.push(await takeNumber(tx, member, issuedAt));
    return numbers;
  });
  const { exporting } = member.state;
  if (exporting !== null) member.state.exporting = { ...exporting, total: ids.length };
  return write({ member, input, found: ready.found, signer: ready.signer, taken, issuedAt, withheld });
}

/** Writes copies of many notifications into one zip, with a list of them. Ended halfway, nothing is written or on record. */
export async function exportBatch(member: Member, input: Input): Promise<Reply<WrittenBatch>> {
  const { state, person } = member;
  const refusals = copyRefusals(input);
  if (refusals.length > 0) return refused(...refusals);
  if (state.exporting !== null) return refuse('wrong-value', { field: 'span', params: { why: 'export-runs' } });
  const since = state.options.clock.now().getTime();
  state.exporting = { personId: person.id, since, done: 0, total: 0, cancelled: false };
  try {
    return await prepare(member, input);
  } catch (fault) {
    if (fault instanceof RolledBack) return refused(...fault.refusals);
    throw fault;
  } finally {
    state.exporting = null;
  }
}

/** How far the one that runs has come. */
export function exportProgress({ state }: Member): Promise<Reply<BatchProgress | null>> {
  const { exporting, options } = state;
  if (exporting === null) return Promise.resolve(done(null));
  const { done: made, total, since } = exporting;
  const spent = (options.clock.now().getTime() - since) / 1_000;
  const left = made === 0 ? null : Math.max(0, Math.round((spent / made) * (total - made)));
  return Promise.resolve(done({ done: made, total, left }));
}

/** Ends the one that runs: whoever began it may, also behind a locked screen; others as they may begin one. */
export function cancelExport(member: Member): Promise<Reply<{ readonly cancelled: boolean }>> {
  const { state, person, client } = member;
  const { exporting } = state;
  if (exporting === null) return Promise.resolve(done({ cancelled: false }));
  const { access } = CALLS['export.batch'];
  const mayBegin = typeof access !== 'string' && access.includes(person.role);
  const others = mayBegin && state.sessions.get(client)?.locked === false;
  if (exporting.personId !== person.id && !others)
    return Promise.resolve(refuse('role-not-allowed', { params: { role: person.role } }));
  state.exporting = { ...exporting, cancelled: true };
  return Promise.resolve(done({ cancelled: true }));
}
