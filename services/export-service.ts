import type { z } from 'zod';
import type { ExportedRecord, exportInput } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { reserveNumber } from '../db/booking/writer.ts';
import { findDisclosures, findLeaf } from '../db/ledger/reader.ts';
import { findNotification } from '../db/notification/reader.ts';
import { insertExport } from '../db/notification/writer.ts';
import { listCertificates } from '../db/station/reader.ts';
import { clearContact } from '../policy/gate.ts';
import { LEAVE_OUT_WORDS } from '../policy/release.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp, stationYear } from './clock.ts';
import { writeBundle } from './export/bundle.ts';
import { logOf, recordProof } from './export/log-proof.ts';
import { signRecord } from './export/sdjwt.ts';
import { RECORD_SHAPE } from './export/whitelist.ts';
import { loadSigningKey, type SigningKey } from './keys/signing-key.ts';
import { keepHead } from './log-head.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input = z.output<typeof exportInput>;

interface Numbered {
  readonly number: string;
  readonly issuedAt: Date;
}

/** The export is on record, with its number and recipient, before a file leaves. */
async function keepExport(member: Member, input: Input, notificationId: string): Promise<Numbered> {
  const { clock, ids } = member.state.options;
  const issuedAt = clock.now();
  const id = ids.uuid();
  return member.open.store.transaction(async (tx) => {
    const reserved = await reserveNumber(tx, 'export', {
      year: stationYear(issuedAt),
      at: stamp(issuedAt),
      by: member.person.id,
      recordId: id,
    });
    const { number } = reserved;
    const { audience, purpose, leaveOut } = input;
    const meta = await cover(tx, member, {
      type: 'record.exported',
      disclosures: { export: { number, notificationId, audience, purpose, leaveOut } },
    });
    const leftOut = leaveOut.map(({ name }) => name);
    await insertExport(tx, { id, number, notificationId, audience, leftOut }, meta);
    return { number, issuedAt };
  });
}

interface Found {
  readonly notificationId: string;
  readonly seq: number;
  readonly leaf: Uint8Array;
  readonly disclosures: Awaited<ReturnType<typeof findDisclosures>>;
}

async function findOne(member: Member, notificationId: string): Promise<Found | null> {
  const { read } = member.open.store;
  const notification = await findNotification(read, notificationId);
  const leaf = notification === undefined ? undefined : await findLeaf(read, notification.entry);
  if (notification === undefined || leaf === undefined) return null;
  const { entry: seq } = notification;
  return { notificationId, seq, leaf, disclosures: await findDisclosures(read, seq) };
}

/** All of them, or null where one is not there: nothing is written before that is known. */
async function findAll(member: Member, ids: readonly string[]): Promise<readonly Found[] | null> {
  const found: Found[] = [];
  for (const id of ids) {
    const one = await findOne(member, id);
    if (one === null) return null;
    found.push(one);
  }
  return found;
}

interface Signer {
  readonly key: SigningKey;
  readonly certificates: Awaited<ReturnType<typeof listCertificates>>;
}

/** The head of the log is signed once the export itself stands in it. */
async function proofOf(member: Member, { seq, leaf, key }: Found & Signer): Promise<string | undefined> {
  const { state, open } = member;
  const head = await keepHead(state, open, { key, cause: 'export' });
  return recordProof(open.store.read, { seq, leaf, head, origin: open.station.logOrigin });
}

async function exportOne(member: Member, input: Input, of: Found & Signer): Promise<Reply<ExportedRecord>> {
  const { notificationId, leaf, disclosures, key, certificates } = of;
  const { number, issuedAt } = await keepExport(member, input, notificationId);
  const record = signRecord({
    leaf,
    disclosures,
    leaveOut: input.leaveOut.map(({ name }) => name),
    certificates,
    key,
    issuer: logOf(leaf),
    audience: input.audience,
    exportNumber: number,
    issuedAt,
  });
  const logProof = await proofOf(member, of);
  const { folder, purpose } = input;
  const leftOut = input.leaveOut.map(({ name, reason }) => ({ name, reason: LEAVE_OUT_WORDS[reason] }));
  // Fonts and the PDF writer are loaded by whoever writes a copy, not as the station starts.
  const { recordPdf } = await import('./export/record-pdf.ts');
  const pdf = await recordPdf({ record, logProof, purpose, leftOut, key });
  const written = await writeBundle({ folder, exportNumber: number, record, logProof, pdf });
  if (!written.ok) return refused(written.refusal);
  return done({ notificationId, exportNumber: number, folder: written.value.folder, files: written.value.files });
}

/** Both are free text and leave the house: they pass the gate first. */
function textRefusals({ audience, purpose }: Input): readonly Refusal[] {
  return Object.entries({ audience, purpose }).flatMap(([field, text]) => {
    const cleared = clearContact(text);
    return cleared.ok ? [] : cleared.refusals.map((refusal) => ({ ...refusal, field }));
  });
}

/** Writes one signed record per notification: a PDF, and files that openssl alone can check. */
export async function exportNotifications(member: Member, input: Input): Promise<Reply<readonly ExportedRecord[]>> {
  const told = textRefusals(input);
  if (told.length > 0) return refused(...told);
  if (!input.leaveOut.every(({ name }) => Object.hasOwn(RECORD_SHAPE, name)))
    return refuse('wrong-value', { field: 'leaveOut' });
  const found = await findAll(member, input.notificationIds);
  if (found === null) return refuse('not-found', { field: 'notificationIds' });
  const key = await loadSigningKey(member.state.options.folder, member.open.key);
  if (!key.ok) return refused(key.refusal);
  const signer = { key: key.value, certificates: await listCertificates(member.open.store.read) };
  const exported: ExportedRecord[] = [];
  for (const each of found) {
    const one = await exportOne(member, input, { ...each, ...signer });
    if (!one.ok) return one;
    exported.push(one.value);
  }
  return done(exported);
}
