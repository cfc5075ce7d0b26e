import type { z } from 'zod';
import { CALLS } from '../contract/calls.ts';
import type { BatchProgress, batchInput, WrittenBatch } from '../contract/export-calls.ts';
import type { Reply } from '../contract/reply.ts';
import { listNotifications } from '../db/notification/reader.ts';
import { stamp, stationDate } from './clock.ts';
import {
  expectCopies,
  keepCopies,
  makeCopies,
  takeNumbers,
  tooMany,
  wasEnded,
  whileExporting,
  type CopyWork,
} from './batch-work.ts';
import { writeZip, zipPlace } from './export/batch-zip.ts';
import { copyRefusals, readyToSign } from './export-service.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input = z.output<typeof batchInput>;

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

interface Work extends CopyWork {
  readonly folder: string;
  readonly withheld: number;
}

const firstAndLast = (taken: Work['taken']): readonly [string, string] => [
  taken[0]?.number ?? '',
  taken.at(-1)?.number ?? '',
];

async function write(work: Work): Promise<Reply<WrittenBatch>> {
  const { member, folder, told, taken, issuedAt } = work;
  const numbers = firstAndLast(taken);
  const name = `${numbers[0]}-to-${numbers[1].slice(-6)}.zip`;
  const place = await zipPlace(folder, name);
  if (!place.ok) return refused(place.refusal);
  const made = await makeCopies(work);
  if (made === undefined) return refuse('cancelled');
  const { audience, purpose, leaveOut } = told;
  const { name: station, logOrigin: log } = member.open.station;
  const leftOut = leaveOut.map(({ name: part }) => part);
  const { zip, manifest } = await made.end(
    { station, audience, purpose, leftOut, issuedAt: stamp(issuedAt) },
    { ...work.signer, log },
  );
  if (wasEnded(member)) return refuse('cancelled');
  await member.open.store.transaction((tx) => keepCopies(tx, work, { zip: name, manifest }));
  const written = await writeZip(folder, name, zip);
  return written.ok
    ? done({ file: written.value, copies: taken.length, numbers, withheld: work.withheld })
    : refused(written.refusal);
}

async function prepare(member: Member, input: Input): Promise<Reply<WrittenBatch>> {
  const { ids, withheld } = await idsOf(member, input);
  if (ids.length === 0) return refuse('wrong-value', { field: 'span', params: { why: 'none-in-span' } });
  const many = tooMany(ids.length);
  if (many !== undefined) return many;
  const ready = await readyToSign(member, ids, input);
  if (!ready.ok) return refused(...ready.refusals);
  const issuedAt = member.state.options.clock.now();
  const taken = await takeNumbers(member, ids.length, issuedAt);
  expectCopies(member, ids.length);
  const { found, signer } = ready;
  return write({ member, told: input, folder: input.folder, found, signer, taken, issuedAt, withheld });
}

/** Writes copies of many notifications into one zip, with a list of them. Ended halfway, nothing is written or on record. */
export async function exportBatch(member: Member, input: Input): Promise<Reply<WrittenBatch>> {
  const refusals = copyRefusals(input);
  if (refusals.length > 0) return refused(...refusals);
  return whileExporting(member, () => prepare(member, input));
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
