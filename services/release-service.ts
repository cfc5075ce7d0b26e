import type { z } from 'zod';
import type { ReleaseKind, releaseInput, WrittenRelease } from '../contract/release-calls.ts';
import type { Reply } from '../contract/reply.ts';
import { apartRefusals } from './apart-refusals.ts';
import type { Signer } from './export/make-copy.ts';
import { digestsOf, folderFor, writeRelease, type ReleaseFiles } from './export/write-release.ts';
import { contactRefusals } from './export-service.ts';
import { keepHead } from './log-head.ts';
import { cover } from './record.ts';
import { auditSample } from './release/audit-sample.ts';
import { clerkPacket } from './release/clerk-packet.ts';
import { apartLog, publicLog } from './release/daily-log.ts';
import type { ReleaseDocument } from './release/document.ts';
import { reportPaper } from './release/report-paper.ts';
import { signDocument } from './release/sign-document.ts';
import { done, refused } from './reply.ts';
import { getReport } from './report-service.ts';
import type { Member } from './route.ts';
import { loadSigner } from './signer.ts';

type Input = z.output<typeof releaseInput>;
type Made = ReleaseDocument | Extract<Reply<never>, { readonly ok: false }>;

/** A report is counted under a head of its own, so that its totals are bound to the log (B6). */
async function countedReport(member: Member, { from, to }: Input, { key }: Signer): Promise<Made> {
  const head = await keepHead(member.state, member.open, { key, cause: 'report' });
  const report = await getReport(member, { from, to, head: head.note });
  return report.ok ? reportPaper(report.value) : report;
}

async function packet(member: Member, input: Input, { key }: Signer): Promise<Made> {
  const head = await keepHead(member.state, member.open, { key, cause: 'month' });
  return clerkPacket(member.open.store.read, input, { head, origin: member.open.station.logOrigin });
}

type LogMaker = (...from: Parameters<typeof apartLog>) => Promise<ReleaseDocument>;

/** A log of the days, unless a number to keep apart is not in it. */
async function logBy(make: LogMaker, { open }: Member, input: Input): Promise<Made> {
  const refusals = await apartRefusals(open.store.read, input, input.apart);
  return refusals.length > 0 ? refused(...refusals) : make(open.store.read, input, input.apart);
}

const MAKERS: Readonly<Record<ReleaseKind, (member: Member, input: Input, signer: Signer) => Promise<Made>>> = {
  'daily-log': (member, input) => logBy(publicLog, member, input),
  'daily-log-apart': (member, input) => logBy(apartLog, member, input),
  'clerk-packet': packet,
  'audit-sample': ({ state, open }, input) => auditSample(open.store.read, input, state.options.random),
  report: countedReport,
};

/** On record before a file leaves: what kind, for which days, to whom, and the digest of each file. */
async function keep(member: Member, { kind, from, to, audience, purpose }: Input, files: ReleaseFiles): Promise<void> {
  const release = { kind, from, to, audience, purpose, files: digestsOf(files) };
  await member.open.store.transaction((tx) => cover(tx, member, { type: 'release.written', disclosures: { release } }));
}

/** Writes one paper that leaves into a folder of its own: a signed PDF, and the same as CSV and JSON. */
export async function writePaper(member: Member, input: Input): Promise<Reply<WrittenRelease>> {
  const { audience, purpose } = input;
  const refusals = [...contactRefusals(audience, 'audience'), ...contactRefusals(purpose, 'purpose')];
  if (refusals.length > 0) return refused(...refusals);
  const loaded = await loadSigner(member);
  if (!loaded.ok) return refused(loaded.refusal);
  const signer = loaded.value;
  const made = await MAKERS[input.kind](member, input, signer);
  if ('ok' in made) return made;
  // What cannot leave is not put on record as if it had: the next packet for the clerk leads on from the last that left.
  const free = await folderFor(input.folder, made.name);
  if (!free.ok) return refused(free.refusal);
  const { name: station } = member.open.station;
  const told = { ...input, station, issuedAt: member.state.options.clock.now() };
  const files = await signDocument(made, told, signer);
  await keep(member, input, files);
  const written = await writeRelease(input.folder, made.name, files);
  if (!written.ok) return refused(written.refusal);
  return done({ folder: written.value, files: files.map(([name]) => name), lines: made.lines.length });
}
