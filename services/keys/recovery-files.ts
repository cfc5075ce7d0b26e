import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { liesWithin } from './lies-within.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { closeBox, openBox } from './passphrase-box.ts';
import { decryptJwe, encryptJwe } from './passphrase-jwe.ts';
import { readTypedKey } from './recovery-key.ts';
import { readJsonFile, syncFolder, systemCode, writeNewFile, writeRefusal } from './safe-files.ts';
import { parseStationKey, serialiseStationKey, type StationKey } from './station-key.ts';

const DATABASE_FORMAT = 'sallyport/database-recovery/1';
const DATABASE_RECOVERY = 'database-recovery.json';
const ROOT_RECOVERY = 'root-recovery.jwe';

const recoveryFile = z.strictObject({ station: z.string(), box: z.unknown() });

interface Recovery {
  /** Where the person keeps it: never the station folder. */
  readonly folder: string;
  readonly stationFolder?: string;
  /** As typed back; read with all its slips of case and spacing. */
  readonly recoveryKey: string;
  readonly stationName: string;
  readonly key: StationKey;
  /** PKCS#8 DER; kept nowhere else. */
  readonly rootPrivateKey: Uint8Array;
  readonly random: (size: number) => Uint8Array;
}

const field = 'recoveryFolder';

/** Takes back what was just written. */
export async function removeRecoveryFiles(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}

async function writeAll(
  files: readonly (readonly [string, string])[],
  folder: string,
): Promise<Outcome<readonly string[]>> {
  const written: string[] = [];
  try {
    for (const [file, content] of files) {
      await writeNewFile(file, content);
      written.push(file);
    }
    await syncFolder(folder);
    return good(written);
  } catch (thrown) {
    await removeRecoveryFiles(written);
    if (systemCode(thrown) === 'EEXIST') return bad('wrong-value', { field, params: { why: 'already-there' } });
    const refusal = writeRefusal(thrown, field);
    if (refusal === undefined) throw thrown;
    return refusal;
  }
}

async function makeFolder(folder: string): Promise<ReturnType<typeof bad> | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    return undefined;
  } catch (thrown) {
    const refusal =
      writeRefusal(thrown, field) ?? (systemCode(thrown) === 'EEXIST' ? bad('wrong-value', { field }) : undefined);
    if (refusal === undefined) throw thrown;
    return refusal;
  }
}

/** Writes both recovery files or none, never over others; answers their paths. */
export async function writeRecoveryFiles(recovery: Recovery): Promise<Outcome<readonly string[]>> {
  const { folder, stationName, key, rootPrivateKey, random } = recovery;
  const typed = readTypedKey(recovery.recoveryKey);
  if (!typed.ok) return bad('wrong-recovery-key', { field: 'recoveryKey', params: { group: typed.group } });
  const refusal = await makeFolder(folder);
  if (refusal !== undefined) return refusal;
  if (recovery.stationFolder !== undefined && (await liesWithin(folder, recovery.stationFolder)))
    return bad('wrong-value', { field, params: { why: 'station-folder' } });
  const passphrase = typed.key;
  const box = await closeBox(serialiseStationKey(key), { format: DATABASE_FORMAT, passphrase, random });
  const jwe = await encryptJwe(rootPrivateKey, passphrase, random);
  return writeAll(
    [
      [join(folder, DATABASE_RECOVERY), `${JSON.stringify({ station: stationName, box }, null, 2)}\n`],
      [join(folder, ROOT_RECOVERY), jwe],
    ],
    folder,
  );
}

const notOurs = (file: string, why: string): ReturnType<typeof bad> =>
  bad('unreadable-file', { field: file, params: { file, why } });

/** Opens the station key from a recovery folder. */
export async function openDatabaseRecovery(folder: string, recoveryKey: string): Promise<Outcome<StationKey>> {
  const read = await readJsonFile(join(folder, DATABASE_RECOVERY));
  if (!read.ok) return read;
  if (read.value === null) return bad('not-found', { field: DATABASE_RECOVERY });
  const file = recoveryFile.safeParse(read.value);
  const typed = readTypedKey(recoveryKey);
  if (!typed.ok) return bad('wrong-recovery-key', { params: { group: typed.group } });
  const opened = file.success
    ? await openBox(file.data.box, DATABASE_FORMAT, typed.key)
    : ({ kind: 'damaged' } as const);
  if (opened.kind === 'wrong-passphrase') return bad('wrong-recovery-key');
  const key = opened.kind === 'opened' ? parseStationKey(opened.secret) : undefined;
  return key === undefined ? notOurs(DATABASE_RECOVERY, 'damaged') : good(key);
}

/** Opens the root private key (PKCS#8 DER) from a recovery folder. */
export async function openRootRecovery(folder: string, recoveryKey: string): Promise<Outcome<Uint8Array>> {
  const typed = readTypedKey(recoveryKey);
  if (!typed.ok) return bad('wrong-recovery-key', { params: { group: typed.group } });
  let jwe: string;
  try {
    jwe = await readFile(join(folder, ROOT_RECOVERY), 'utf8');
  } catch (thrown) {
    const missing = systemCode(thrown) === 'ENOENT';
    return missing ? bad('not-found', { field: ROOT_RECOVERY }) : notOurs(ROOT_RECOVERY, 'not-readable');
  }
  const opened = await decryptJwe(jwe, typed.key);
  if (opened.kind === 'wrong-passphrase') return bad('wrong-recovery-key');
  return opened.kind === 'opened' ? good(opened.secret) : notOurs(ROOT_RECOVERY, 'damaged');
}
