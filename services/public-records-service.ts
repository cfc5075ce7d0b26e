// The answer to a request for public records: what is released of some days in one zip, with an index of what is not (S8).
import type { z } from 'zod';
import type { packageInput, WrittenPackage } from '../contract/release-calls.ts';
import type { Reply } from '../contract/reply.ts';
import { listNotifications, type StoredNotification } from '../db/notification/reader.ts';
import { answerDueOn } from '../policy/public-records/business-days.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { Exemption } from '../policy/release.ts';
import { apartRefusals, notInSpan } from './apart-refusals.ts';
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
import { stamp, stationDate } from './clock.ts';
import { writeZip, zipPlace, type BatchZip } from './export/batch-zip.ts';
import type { FoundRecord } from './export/find-records.ts';
import { digestsOf } from './export/write-release.ts';
import { contactRefusals, copyRefusals, readyToSign } from './export-service.ts';
import type { TakenNumber } from './export-numbers.ts';
import { cover } from './record.ts';
import { countedLog, type CountedLog } from './release/daily-log.ts';
import { inSpan } from './release/document.ts';
import { publicRecordsIndex, type PackageIndex, type ReleasedRecord } from './release/public-records.ts';
import { signDocument } from './release/sign-document.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input = z.output<typeof packageInput>;

const purposeOf = (reference: string): string => `Public records request ${reference}`;

interface Withheld {
  readonly one: StoredNotification;
  readonly reason: Exemption;
}

/** The notifications of the span, the oldest first, and what becomes of each. Nobody under 18 is in it, whoever makes it (M28). */
interface Meant {
  readonly released: readonly StoredNotification[];
  readonly withheld: readonly Withheld[];
  readonly under18: number;
}

async function meantBy({ open }: Member, input: Input): Promise<Meant> {
  if (!input.parts.includes('notifications')) return { released: [], withheld: [], under18: 0 };
  const all = await listNotifications(open.store.read);
  const inDays = all.filter(({ contactedAt }) => inSpan(input, stationDate(new Date(contactedAt))));
  const adults = inDays.filter(({ minor }) => !minor).sort((one, other) => one.entry - other.entry);
  const reasons = new Map(input.withhold.map(({ number, reason }) => [number, reason]));
  const withheld = adults.flatMap((one) => {
    const reason = reasons.get(one.number);
    return reason === undefined ? [] : [{ one, reason }];
  });
  const released = adults.filter(({ number }) => !reasons.has(number));
  return { released, withheld, under18: inDays.length - adults.length };
}

/** Whoever withholds a record that is not there may have meant another one. */
function strangers({ withhold, parts }: Input, { withheld }: Meant): readonly Refusal[] {
  if (!parts.includes('notifications')) return [];
  const known = new Set(withheld.map(({ one }) => one.number));
  const strange = withhold.map(({ number }) => number).filter((number) => !known.has(number));
  return [...new Set(strange)].flatMap((number) => notInSpan(number, 'withhold'));
}

/** Parts that this very record has and goes without. */
function leftOutOf({ disclosures }: FoundRecord, { leaveOut }: Input): ReleasedRecord['leftOut'] {
  const names = new Set(disclosures.map(({ name }) => name));
  return leaveOut.filter(({ name }) => names.has(name));
}

interface Work extends CopyWork {
  readonly input: Input;
  readonly meant: Meant;
  readonly log: CountedLog | null;
  /** Of the package itself. */
  readonly own: TakenNumber;
}

function indexOf({ input, meant, log, found, taken, own }: Work): PackageIndex {
  const { from, to, reference, receivedOn, parts } = input;
  const released = meant.released.map(({ number, contactedAt }, at): ReleasedRecord => {
    const record = found[at];
    const leftOut = record === undefined ? [] : leftOutOf(record, input);
    return { number, copy: taken[at]?.number ?? '', contactedAt, leftOut };
  });
  return {
    ...{ from, to, number: own.number, reference, receivedOn, dueOn: answerDueOn(receivedOn) },
    records: parts.includes('notifications') ? released : null,
    withheld: meant.withheld.map(({ one: { number, contactedAt }, reason }) => ({ number, contactedAt, reason })),
    under18: meant.under18,
    log: log === null ? null : { shown: log.log.lines.length, apart: log.apart },
  };
}

/** The index first, then the pages of the daily log. */
async function addPapers(zip: BatchZip, work: Work, index: PackageIndex): Promise<void> {
  const { member, input, issuedAt, signer, told, log } = work;
  const about = { ...input, ...told, station: member.open.station.name, issuedAt, stamp: work.stamp };
  const papers = [publicRecordsIndex(index), ...(log === null ? [] : [log.log])];
  for (const paper of papers) zip.addPaper(paper.name, await signDocument(paper, about, signer));
}

interface Zipped {
  readonly name: string;
  readonly zip: Uint8Array;
  readonly manifest: string;
}

/** On record before it leaves: number, to whom, under which reference, and what of it; the copies with it. */
async function keep(work: Work, index: PackageIndex, { name, zip, manifest }: Zipped): Promise<void> {
  const { member, input, meant, found } = work;
  const { audience, reference, receivedOn, from, to, leaveOut } = input;
  const release = {
    ...{ kind: 'public-records', number: index.number, audience, reference, receivedOn, dueOn: index.dueOn, from, to },
    ...{ leaveOut, records: found.length, withheld: meant.withheld.length, under18: meant.under18, log: index.log },
    ...{ manifest, files: digestsOf([[name, zip]]) },
  };
  await member.open.store.transaction(async (tx) => {
    await keepCopies(tx, work, { zip: name, manifest });
    await cover(tx, member, { type: 'release.written', disclosures: { release } });
  });
}

async function write(work: Work): Promise<Reply<WrittenPackage>> {
  const { member, input, meant, own, issuedAt, told, signer } = work;
  const name = `public-records-${own.number}.zip`;
  const place = await zipPlace(input.folder, name);
  if (!place.ok) return refused(place.refusal);
  const made = await makeCopies(work);
  if (made === undefined) return refuse('cancelled');
  const index = indexOf(work);
  await addPapers(made, work, index);
  const { name: station, logOrigin: log } = member.open.station;
  const leftOut = input.leaveOut.map((part) => part.name);
  const { audience, purpose } = told;
  const batch = { station, audience, purpose, leftOut, issuedAt: stamp(issuedAt) };
  const zipped = { name, ...(await made.end(batch, { ...signer, log })) };
  if (wasEnded(member)) return refuse('cancelled');
  await keep(work, index, zipped);
  const written = await writeZip(input.folder, name, zipped.zip);
  if (!written.ok) return refused(written.refusal);
  return done({
    ...{ file: written.value, number: own.number, dueOn: index.dueOn },
    ...{ records: meant.released.length, arrests: index.log?.shown ?? null },
    withheld: { byHand: meant.withheld.length, under18: meant.under18 },
  });
}

async function prepare(member: Member, input: Input): Promise<Reply<WrittenPackage>> {
  const meant = await meantBy(member, input);
  const wantsLog = input.parts.includes('daily-log');
  const apart = wantsLog ? await apartRefusals(member.open.store.read, input, input.apart) : [];
  const strange = [...strangers(input, meant), ...apart];
  if (strange.length > 0) return refused(...strange);
  const ids = meant.released.map(({ notificationId }) => notificationId);
  const many = tooMany(ids.length);
  if (many !== undefined) return many;
  const { audience, reference, leaveOut } = input;
  const told = { audience, purpose: purposeOf(reference), leaveOut };
  const ready = await readyToSign(member, ids, told);
  if (!ready.ok) return refused(...ready.refusals);
  const { found, signer } = ready;
  const issuedAt = member.state.options.clock.now();
  const log = wantsLog ? await countedLog(member.open.store.read, input, input.apart) : null;
  const [own, ...taken] = await takeNumbers(member, ids.length + 1, issuedAt);
  if (own === undefined) throw new RangeError('no number');
  expectCopies(member, ids.length);
  const mark = `${purposeOf(reference)} · released ${stationDate(issuedAt)} · ${own.number}`;
  return write({ member, told, found, signer, taken, issuedAt, stamp: mark, input, meant, log, own });
}

/** Writes the answer to a request for public records: one zip, signed. Ended halfway, nothing is written or on record. */
export async function writePackage(member: Member, input: Input): Promise<Reply<WrittenPackage>> {
  const { audience, reference, leaveOut } = input;
  const refusals = [
    ...contactRefusals(reference, 'reference'),
    ...copyRefusals({ audience, purpose: purposeOf(''), leaveOut }),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return whileExporting(member, () => prepare(member, input));
}
