import { join } from 'node:path';
import type { z } from 'zod';
import type { ChangedKey, changeKeyInput, StationKeys } from '../contract/keys.ts';
import type { Reply } from '../contract/reply.ts';
import { insertCertificate } from '../db/station/writer.ts';
import { listCertificates } from '../db/station/reader.ts';
import { clearText, type Cleared } from '../policy/gate.ts';
import { fileStamp } from './keys/station-files.ts';
import { writeNewFile, writeRefusal } from './keys/safe-files.ts';
import { dropKeyBefore, keepKeyBefore, kidBefore } from './keys/key-before.ts';
import { loadSigningKey, saveSigningKey } from './keys/signing-key.ts';
import { readCertified } from './keys/certified.ts';
import type { CalledBack, IssuedNext, OpenedRoot } from './keys/next-certificate.ts';
import { thenWiped } from './keys/wipe.ts';
import { calledBack, kidNow, listChanges, stationKeys } from './key-lines.ts';
import { tryToSignHead } from './log-head.ts';
import { OTHER_ROOT, withRoot } from './open-root.ts';
import { cover } from './record.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input = z.output<typeof changeKeyInput>;

const kidOf = (pem: string): string => readCertified(pem).kid;

/** The certificates of the station: which key signs today, and which signed before. */
export async function listKeys(member: Member): Promise<Reply<StationKeys>> {
  return done(await stationKeys(member));
}

interface Opened {
  readonly root: OpenedRoot;
  readonly reason: Cleared<string>;
}

interface Changing extends Opened {
  readonly member: Member;
  readonly input: Input;
  readonly next: IssuedNext;
  /** Thumbprint of the key that signed until now. */
  readonly old: string;
}

/** The certificate and why it came, under one entry; then the file, in which one key replaces the other. */
async function takeOver({ member, input, next, old, reason }: Changing): Promise<number> {
  const { state, open } = member;
  const { clock, folder, random } = state.options;
  const at = clock.now().toISOString();
  const kid = kidOf(next.certificate.pem);
  // Both lie under the same box: a key is not lost, nor in other hands, without the one before it.
  const beside = input.why === 'term' ? null : await kidBefore(folder);
  const entry = await open.store.transaction(async (tx) => {
    const change = { why: input.why, old, next: kid, at, ...(beside === null ? {} : { before: beside }) };
    const meta = await cover(tx, member, { type: 'key.changed', disclosures: { change, reason } });
    await insertCertificate(tx, next.certificate, meta);
    return meta.entrySeq;
  });
  // The old key signs a last head alone, over the entry that names the new one, and then heads beside it for some weeks:
  // who knows the old one follows. A key that is lost, or that somebody else may have, has said its last word.
  const before = input.why === 'term' ? await loadSigningKey(folder, open.key) : null;
  if (before?.ok === true) {
    await tryToSignHead(state, open, 'key');
    await keepKeyBefore(folder, { before: before.value, key: open.key, now: clock.now(), random });
  } else await dropKeyBefore(folder);
  await saveSigningKey(folder, { privateKey: next.privateKey, key: open.key }, random);
  await tryToSignHead(state, open, 'key');
  return entry;
}

/** The key that signed until now; where its file is gone, the one that was certified last. '' where none ever was. */
async function kidUntilNow(member: Member): Promise<string> {
  const now = await kidNow(member);
  if (now !== null) return now;
  const newest = (await listCertificates(member.open.store.read)).findLast(({ kind }) => kind === 'signing');
  return newest === undefined ? '' : kidOf(newest.pem);
}

/** What the root calls back, with what it called back before. */
async function listOfCalledBack(member: Member): Promise<readonly CalledBack[]> {
  const certificates = await listCertificates(member.open.store.read);
  const back = calledBack(await listChanges(member, certificates));
  return certificates.flatMap(({ kind, pem }) => {
    const change = kind === 'signing' ? back.get(kidOf(pem)) : undefined;
    return change === undefined ? [] : [{ pem, compromised: change.why === 'compromised', at: new Date(change.at) }];
  });
}

/** Writes the list beside the recovery files, for the town clerk and the town's page; null where nothing is on it. */
async function writeList(
  member: Member,
  { input, root }: Pick<Changing, 'input' | 'root'>,
): Promise<Reply<string | null>> {
  const called = await listOfCalledBack(member);
  if (called.length === 0) return done(null);
  const { revocationList } = await import('./keys/next-certificate.ts');
  const now = member.state.options.clock.now();
  const list = await revocationList(called, root, now);
  if (list === null) return refused(OTHER_ROOT);
  // Each list is longer than the one before: two of the same second have names of their own.
  const path = join(input.recoveryFolder, `station-crl-${fileStamp(now)}-${String(called.length)}.pem`);
  try {
    await writeNewFile(path, list);
    return done(path);
  } catch (thrown) {
    const refusal = writeRefusal(thrown, 'recoveryFolder');
    if (refusal === undefined) throw thrown;
    return refused(refusal.refusal);
  }
}

/**
 * Another key signs from now on, certified by the same root: records signed before stay good, and recipients compare the
 * same fingerprint. Ended halfway, the old key goes on signing and the change can be made again.
 */
export async function changeKey(member: Member, input: Input): Promise<Reply<ChangedKey>> {
  const reason = clearText(input.reason, 'reason');
  if (!reason.ok) return refused(...reason.refusals.map((refusal) => ({ ...refusal, field: 'reason' })));
  return withRoot(member, input, (root) => changeWith(member, input, { root, reason: reason.value }));
}

async function changeWith(member: Member, input: Input, opened: Opened): Promise<Reply<ChangedKey>> {
  const { options } = member.state;
  const { name: stationName, ori } = member.open.station;
  const issue = { stationName, ori, now: options.clock.now(), random: options.random };
  const { issueNext } = await import('./keys/next-certificate.ts');
  const next = await issueNext(issue, opened.root);
  if (next === null) return refused(OTHER_ROOT);
  const old = await kidUntilNow(member);
  const entry = await thenWiped(next.privateKey, () => takeOver({ ...opened, member, input, next, old }));
  const crl = await writeList(member, { input, root: opened.root });
  return crl.ok ? done({ ...(await stationKeys(member)), entry, crl: crl.value }) : crl;
}
