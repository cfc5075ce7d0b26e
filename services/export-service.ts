import type { z } from 'zod';
import type { CopyPreview, previewInput } from '../contract/export-calls.ts';
import type { ExportedRecord, exportInput } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { clearContact } from '../policy/gate.ts';
import { LEAVE_OUT_WORDS } from '../policy/release.ts';
import type { Refusal } from '../policy/refusal.ts';
import { writeBundle } from './export/bundle.ts';
import { findRecords, type FoundRecord } from './export/find-records.ts';
import { makeCopy, type Signer, type ToldOfCopy } from './export/make-copy.ts';
import { RECORD_SHAPE } from './export/whitelist.ts';
import { keepExport, takeNumber } from './export-numbers.ts';
import { keepHead } from './log-head.ts';
import { done, refuse, refused } from './reply.ts';
import { RolledBack } from './rolled-back.ts';
import type { Member } from './route.ts';
import { loadSigner } from './signer.ts';

type Input = z.output<typeof exportInput>;

export type ReadyToSign =
  | { readonly ok: true; readonly found: readonly FoundRecord[]; readonly signer: Signer }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Refusals of a text about a contact, at the field it was typed in. */
export function contactRefusals(text: string, field: string): readonly Refusal[] {
  const cleared = clearContact(text);
  return cleared.ok ? [] : cleared.refusals.map((refusal) => ({ ...refusal, field }));
}

/** Recipient and purpose are free text and leave the house: they pass the gate first. */
export function copyRefusals({ audience, purpose, leaveOut }: ToldOfCopy): readonly Refusal[] {
  const strange = leaveOut.some(({ name }) => !Object.hasOwn(RECORD_SHAPE, name));
  return [
    ...contactRefusals(audience, 'audience'),
    ...contactRefusals(purpose, 'purpose'),
    ...(strange ? [{ code: 'wrong-value', field: 'leaveOut' } as const] : []),
  ];
}

/** What is about somebody under 18 leaves by the chief alone (M28). */
const BY_THE_CHIEF: Refusal = { code: 'role-not-allowed', field: 'notificationIds', params: { why: 'under-18' } };

/** All that copies are made of, looked up before a number is taken. */
export async function readyToSign(member: Member, ids: readonly string[], told: ToldOfCopy): Promise<ReadyToSign> {
  const refusals = copyRefusals(told);
  if (refusals.length > 0) return { ok: false, refusals };
  const { open, person } = member;
  const found = await findRecords(open.store.read, ids);
  if (found === null) return { ok: false, refusals: [{ code: 'not-found', field: 'notificationIds' }] };
  if (person.role !== 'chief' && found.some(({ minor }) => minor)) return { ok: false, refusals: [BY_THE_CHIEF] };
  const signer = await loadSigner(member);
  return signer.ok ? { ok: true, found, signer: signer.value } : { ok: false, refusals: [signer.refusal] };
}

async function exportOne(
  member: Member,
  input: Input,
  { found, signer }: { readonly found: FoundRecord; readonly signer: Signer },
): Promise<Reply<ExportedRecord>> {
  const { state, open } = member;
  const { notificationId } = found;
  const issuedAt = state.options.clock.now();
  const { number } = await open.store.transaction(async (tx) => {
    const taken = await takeNumber(tx, member, issuedAt);
    await keepExport(tx, member, { ...taken, notificationId, told: input });
    return taken;
  });
  // The head of the log is signed once the export itself stands in it.
  const head = (): ReturnType<typeof keepHead> => keepHead(state, open, { key: signer.key, cause: 'export' });
  const origin = open.station.logOrigin;
  const copy = await makeCopy({ db: open.store.read, found, told: input, number, issuedAt, head, origin, ...signer });
  const written = await writeBundle({ folder: input.folder, exportNumber: number, ...copy });
  if (!written.ok) return refused(written.refusal);
  return done({ notificationId, exportNumber: number, folder: written.value.folder, files: written.value.files });
}

/** Writes one signed record per notification: a PDF, and files that openssl alone can check. */
export async function exportNotifications(member: Member, input: Input): Promise<Reply<readonly ExportedRecord[]>> {
  const ready = await readyToSign(member, input.notificationIds, input);
  if (!ready.ok) return refused(...ready.refusals);
  const exported: ExportedRecord[] = [];
  try {
    for (const found of ready.found) {
      const one = await exportOne(member, input, { found, signer: ready.signer });
      if (!one.ok) return one;
      exported.push(one.value);
    }
  } catch (fault) {
    if (fault instanceof RolledBack) return refused(...fault.refusals);
    throw fault;
  }
  return done(exported);
}

/** What a copy would say, word for word, before it has a number (U10). Nothing is signed, and nothing is written. */
export async function previewCopy(member: Member, input: z.output<typeof previewInput>): Promise<Reply<CopyPreview>> {
  const refusals = copyRefusals(input);
  if (refusals.length > 0) return refused(...refusals);
  const [found] = (await findRecords(member.open.store.read, [input.notificationId])) ?? [];
  if (found === undefined) return refuse('not-found', { field: 'notificationId' });
  const { previewOf } = await import('./export/preview.ts');
  const leftOut = input.leaveOut.map(({ name, reason }) => ({ name, reason: LEAVE_OUT_WORDS[reason] }));
  return done(previewOf(found, { ...input, leftOut, issuedAt: member.state.options.clock.now() }));
}
