import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { SetupFinished, setupFinishInput, setupJudgeInput } from '../contract/station.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { IssuedCertificates } from './keys/certificates.ts';
import { addSystemSlot, foundKeyring, keepSlot, makeSlot } from './keys/keyring.ts';
import { judgePassphrase } from './keys/passphrase-rules.ts';
import { makeRecoveryKey, sameRecoveryKey } from './keys/recovery-key.ts';
import { removeRecoveryFiles, writeRecoveryFiles } from './keys/recovery-files.ts';
import { saveSigningKey } from './keys/signing-key.ts';
import { generateStationKey, wipeStationKey, type StationKey } from './keys/station-key.ts';
import { wipe } from './keys/wipe.ts';
import {
  clearUnfinishedSetup,
  fileStamp,
  keyringPath,
  readStationFile,
  writeStationFile,
} from './keys/station-files.ts';
import { makeVerifier } from './keys/passphrase-verifier.ts';
import { foundStation } from './found-station.ts';
import { personTexts, textRefusals } from './text-refusals.ts';
import { done, refuse, refused } from './reply.ts';
import type { Caller } from './route.ts';
import type { StationState } from './state.ts';

type Input = z.output<typeof setupFinishInput>;

/** Makes the recovery key and shows it once; nothing is written until it was typed back. */
export async function beginSetup({ state }: Caller): Promise<Reply<{ readonly recoveryKey: string }>> {
  const refusal = await alreadyThere(state);
  if (refusal !== null) return refused(refusal);
  state.recoveryKey = makeRecoveryKey(state.options.random);
  return done({ recoveryKey: state.recoveryKey });
}

async function alreadyThere(state: StationState): Promise<Refusal | null> {
  const file = await readStationFile(state.options.folder);
  if (!file.ok) return file.refusal;
  return file.value === null ? null : { code: 'station-exists' };
}

type Typed = z.output<typeof setupJudgeInput>;

/** What stands against the names and the passphrase. */
async function judgeTyped({ name: station, chief }: Typed): Promise<readonly Refusal[]> {
  const told = textRefusals(station, 'name', 'title');
  if (chief === undefined) return told;
  const { name, displayName, passphrase } = chief;
  const why = await judgePassphrase(passphrase, [name, displayName, station]);
  const weak: readonly Refusal[] =
    why === null ? [] : [{ code: 'weak-passphrase', field: 'chief.passphrase', params: { why } }];
  return [...told, ...personTexts(chief, 'chief.'), ...weak];
}

/** The same as at the end, for the page on which it was typed; nothing is kept. */
export async function judgeSetup({ state }: Caller, input: Typed): Promise<Reply<null>> {
  const there = await alreadyThere(state);
  const told = there === null ? await judgeTyped(input) : [there];
  return told.length === 0 ? done(null) : refused(...told);
}

async function judge(state: StationState, input: Input): Promise<readonly Refusal[]> {
  const there = await alreadyThere(state);
  if (there !== null) return [there];
  if (state.recoveryKey === null || !sameRecoveryKey(state.recoveryKey, input.recoveryKey)) {
    return [{ code: 'wrong-recovery-key', field: 'recoveryKey' }];
  }
  return judgeTyped({ name: input.name, chief: input.chief });
}

/** Founds the station. One set-up at a time: two would write keys over each other. */
export async function finishSetup({ state }: Caller, input: Input): Promise<Reply<SetupFinished>> {
  if (state.founding) return refuse('station-in-use');
  state.founding = true;
  try {
    return await foundOnce(state, input);
  } finally {
    state.founding = false;
  }
}

async function foundOnce(state: StationState, input: Input): Promise<Reply<SetupFinished>> {
  const told = await judge(state, input);
  if (told.length > 0) return refused(...told);
  const { folder, clock, random } = state.options;
  const now = clock.now();
  await clearUnfinishedSetup(folder, fileStamp(now));
  const key = generateStationKey(random);
  // Read only here: every other start would pay for a certificate library it does not need.
  const { issueCertificates } = await import('./keys/certificates.ts');
  const issued = await issueCertificates({ stationName: input.name, ori: input.ori, now, random });
  try {
    return await foundWith(state, { input, key, issued, now });
  } finally {
    wipe(issued.rootPrivateKey, issued.signingPrivateKey);
    wipeStationKey(key);
  }
}

async function foundWith(state: StationState, station: NewStation): Promise<Reply<SetupFinished>> {
  const { folder, random, scryptLn } = state.options;
  const { input, key, issued } = station;
  const recovery = await writeRecoveryFiles({
    folder: input.recoveryFolder,
    stationFolder: folder,
    recoveryKey: input.recoveryKey,
    stationName: input.name,
    key,
    rootPrivateKey: issued.rootPrivateKey,
    random,
    scryptLn,
  });
  if (!recovery.ok) return refused(recovery.refusal);
  const broken = await orWithout(recovery.value, () => writeStation(state, station));
  if (broken !== null) return refused(broken);
  state.recoveryKey = null;
  const { rootFingerprint } = await import('./keys/certificates.ts');
  return done({ rootFingerprint: rootFingerprint(issued.rootPem), recoveryFiles: recovery.value });
}

/** Recovery files of a station that did not come to be open nothing, and would stand in the way of the next try. */
async function orWithout(files: readonly string[], work: () => Promise<Refusal | null>): Promise<Refusal | null> {
  let founded = false;
  try {
    const refusal = await work();
    founded = refusal === null;
    return refusal;
  } finally {
    if (!founded) await removeRecoveryFiles(files);
  }
}

interface NewStation {
  readonly input: Input;
  readonly key: StationKey;
  readonly issued: IssuedCertificates;
  readonly now: Date;
}

/** Keys, certificates, records with the first chief. `station.json` comes last. */
async function writeStation(state: StationState, { input, key, issued, now }: NewStation): Promise<Refusal | null> {
  const { folder, random } = state.options;
  await saveSigningKey(folder, { privateKey: issued.signingPrivateKey, key }, random);
  const verifier = await makeVerifier(input.chief.passphrase, state.options);
  const founded = await foundStation(state, { input, key, issued, verifier });
  if (!founded.ok) return founded.refusal;
  const { stationId, chiefId } = founded.value;
  const keptNot = await keepKeys(state, { input, key, chiefId });
  if (keptNot !== null) return keptNot;
  const { name, ori } = input;
  await writeStationFile(folder, { format: 1, stationId, name, ori, createdAt: now.toISOString() });
  return null;
}

async function keepKeys(
  state: StationState,
  kept: { readonly input: Input; readonly key: StationKey; readonly chiefId: string },
): Promise<Refusal | null> {
  const { folder, systemKeyGuard } = state.options;
  const ring = keyringPath(folder);
  const { name, passphrase } = kept.input.chief;
  await foundKeyring(ring);
  const slot = await keepSlot(
    ring,
    await makeSlot({ personId: kept.chiefId, name, passphrase, key: kept.key }, state.options),
  );
  if (!slot.ok) return slot.refusal;
  if (systemKeyGuard === undefined || !(await systemKeyGuard.protects())) return null;
  const system = await addSystemSlot(ring, systemKeyGuard, kept.key);
  return system.ok ? null : system.refusal;
}
