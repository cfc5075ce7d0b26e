import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { textRefusals } from '../text-refusals.ts';
import { liesWithin } from './lies-within.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { closeBox, openBox } from './passphrase-box.ts';
import type { Stretching } from './scrypt.ts';
import { decryptJwe, encryptJwe } from './passphrase-jwe.ts';
import { readTypedKey } from './recovery-key.ts';
import { readJsonFile, syncFolder, systemCode, writeNewFile, writeRefusal } from './safe-files.ts';
import { parseStationKey, serialiseStationKey, type StationKey } from './station-key.ts';
import { thenWiped } from './wipe.ts';

const DATABASE_FORMAT = 'sallyport/database-recovery/1';
const DATABASE_RECOVERY = 'database-recovery.json';
const ROOT_RECOVERY = 'root-recovery.jwe';

const recoveryFile = z.strictObject({ station: z.string().min(1).max(120), box: z.unknown() });

interface Recovery extends Stretching {
  /** Where the person keeps it: never the station folder. */
  readonly folder: string;
  readonly stationFolder?: string;
  /** As typed back; read with all its slips of case and spacing. */
  readonly recoveryKey: string;
  readonly stationName: string;
  readonly key: StationKey;
  /** PKCS#8 DER; kept nowhere else. */
  readonly rootPrivateKey: Uint8Array;
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
  const { folder, stationName, key, rootPrivateKey, random, scryptLn } = recovery;
  const typed = readTypedKey(recovery.recoveryKey);
  if (!typed.ok) return bad('wrong-recovery-key', { field: 'recoveryKey', params: { group: typed.group } });
  const refusal = await makeFolder(folder);
  if (refusal !== undefined) return refusal;
  if (recovery.stationFolder !== undefined && (await liesWithin(folder, recovery.stationFolder)))
    return bad('wrong-value', { field, params: { why: 'station-folder' } });
  const passphrase = typed.key;
  const closing = { format: DATABASE_FORMAT, passphrase, random, scryptLn };
  const box = await thenWiped(serialiseStationKey(key), (secret) => closeBox(secret, closing));
  const jwe = await encryptJwe(rootPrivateKey, passphrase, random);
  return writeAll(
    [
      [join(folder, DATABASE_RECOVERY), `${JSON.stringify({ station: stationName, box }, null, 2)}\n`],
      [join(folder, ROOT_RECOVERY), jwe],
    ],
    folder,
  );
}

const OTHER_COPY = 'Take the other copy of the recovery files.';

/** Why a recovery file does not serve, and what next. */
const USELESS = {
  damaged: { what: 'It is damaged.', next: OTHER_COPY },
  'not-readable': {
    what: '',
    next: 'Check that the stick or folder is there and may be read, or take the other copy.',
  },
  missing: {
    cannot: 'found',
    what: 'It is not in the folder that was named.',
    next: 'Name the folder or stick with the recovery files.',
  },
} as const;

function useless(file: string, why: keyof typeof USELESS): ReturnType<typeof bad> {
  return bad('unreadable-file', { field: file, params: { file, why, ...USELESS[why] } });
}

type RecoveryFile = Readonly<z.output<typeof recoveryFile>>;

/** The recovery file of the records. @param folder the one that a person names */
export function databaseRecoveryPath(folder: string): string {
  return join(folder, DATABASE_RECOVERY);
}

function asDatabaseRecovery(read: Outcome<unknown>): Outcome<RecoveryFile> {
  if (!read.ok) {
    const isText = read.refusal.params?.['why'] === 'not-json';
    return useless(DATABASE_RECOVERY, isText ? 'damaged' : 'not-readable');
  }
  if (read.value === null) return useless(DATABASE_RECOVERY, 'missing');
  const file = recoveryFile.safeParse(read.value);
  return file.success ? good(file.data) : useless(DATABASE_RECOVERY, 'damaged');
}

/** The name comes from a file that anybody may have written: one that would not pass as a name is not repeated. */
function ofAnother(theirs: string, ours: string): ReturnType<typeof bad> {
  const whose = textRefusals(theirs, DATABASE_RECOVERY, 'title').length === 0 ? `“${theirs}”` : 'another station';
  const what = `It belongs to ${whose}, and this station is “${ours}”.`;
  const params = { file: DATABASE_RECOVERY, why: 'another-station', cannot: 'used here', what };
  return bad('unreadable-file', {
    field: DATABASE_RECOVERY,
    params: { ...params, next: 'Take the copy of this station.' },
  });
}

/**
 * Opens the station key from the recovery file of the records. A copy that names another station is refused before its
 * key is tried.
 * @param read the JSON of the file, null where there is none
 */
export async function openDatabaseRecoveryFile(
  read: Outcome<unknown>,
  recoveryKey: string,
  stationName?: string,
): Promise<Outcome<StationKey>> {
  const file = asDatabaseRecovery(read);
  if (!file.ok) return file;
  const { station, box } = file.value;
  if (stationName !== undefined && station !== stationName) return ofAnother(station, stationName);
  const typed = readTypedKey(recoveryKey);
  if (!typed.ok) return bad('wrong-recovery-key', { params: { group: typed.group } });
  const opened = await openBox(box, DATABASE_FORMAT, typed.key);
  if (opened.kind === 'wrong-passphrase') return bad('wrong-recovery-key');
  const key = opened.kind === 'opened' ? await thenWiped(opened.secret, parseStationKey) : undefined;
  return key === undefined ? useless(DATABASE_RECOVERY, 'damaged') : good(key);
}

/** The same, from a recovery folder. */
export async function openDatabaseRecovery(
  folder: string,
  recoveryKey: string,
  stationName?: string,
): Promise<Outcome<StationKey>> {
  return openDatabaseRecoveryFile(await readJsonFile(databaseRecoveryPath(folder)), recoveryKey, stationName);
}

/** Opens the root private key (PKCS#8 DER) from a recovery folder. Whoever asked wipes it. */
export async function openRootRecovery(folder: string, recoveryKey: string): Promise<Outcome<Uint8Array>> {
  const typed = readTypedKey(recoveryKey);
  if (!typed.ok) return bad('wrong-recovery-key', { params: { group: typed.group } });
  let jwe: string;
  try {
    jwe = await readFile(join(folder, ROOT_RECOVERY), 'utf8');
  } catch (thrown) {
    return useless(ROOT_RECOVERY, systemCode(thrown) === 'ENOENT' ? 'missing' : 'not-readable');
  }
  const opened = await decryptJwe(jwe, typed.key);
  if (opened.kind === 'wrong-passphrase') return bad('wrong-recovery-key');
  return opened.kind === 'opened' ? good(opened.secret) : useless(ROOT_RECOVERY, 'damaged');
}
