// A station of 10,000 events, copied for each kind of tampering, and what the check makes of the copy. Whoever meddles
// here is an insider who has every key: no guard and no mark stands in the way.
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Check } from '../../contract/system.ts';
import { asReadDb, type Database, type ReadDb } from '../../db/database.ts';
import { StoreDialect } from '../../db/dialect.ts';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { createMarker } from '../../db/mark.ts';
import { connect, openStore } from '../../db/open.ts';
import { getStation, listCertificates } from '../../db/station/reader.ts';
import { checkKeys } from '../../services/keys/check-keys.ts';
import { headPath, recordsPath } from '../../services/keys/station-files.ts';
import type { StationKey } from '../../services/keys/station-key.ts';
import { appendEntry } from '../../services/ledger/append.ts';
import { checkStore } from '../../services/ledger/check.ts';
import { readHeadFile, writeHeadFile } from '../../services/keys/head-file.ts';
import { loadSigningKey } from '../../services/keys/signing-key.ts';
import { signHead } from '../../services/ledger/sign-head.ts';
import { book, DECLINED } from './booked.ts';
import { keyOf } from './look-inside.ts';
import { newTestStation, type TestStation } from './station.ts';
import type { Connection } from './store-attack.ts';
import { meddleWith } from './store-meddle.ts';

export const EVENTS = 10_000;

export interface Copy {
  readonly folder: string;
  readonly key: StationKey;
  readonly log: string;
}

export interface Meddled extends Copy {
  readonly desk: TestStation;
  /** A folder with a copy of the station's files. */
  readonly copy: () => Copy;
}

const keysOf = ({ key }: Copy) => ({ database: key.database, mark: key.mark });

interface Added {
  readonly count: number;
  /** How far back the clock stands, in milliseconds. */
  readonly back?: number;
  readonly log?: string;
}

/** Appends entries as the program does, each with a disclosure. */
export async function addEntries(copy: Copy, { count, back = 0, log = copy.log }: Added): Promise<void> {
  const store = await openStore({ file: recordsPath(copy.folder), keys: keysOf(copy) });
  const actor = randomUUID();
  await store.transaction(async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const entry = { log, type: 'test.recorded', actor, at: new Date(Date.now() - back).toISOString() };
      await appendEntry(tx, { ...entry, id: randomUUID(), disclosures: { count: at } }, randomBytes);
    }
  });
  await store.close();
}

/** Signs the head as it is: coming and going would put entries of their own at the end. */
export async function signHeadOf(folder: string): Promise<void> {
  const key = await keyOf(folder);
  const signing = await loadSigningKey(folder, key);
  if (!signing.ok) throw new Error(signing.refusal.code);
  const store = await openStore({ file: recordsPath(folder), keys: { database: key.database, mark: key.mark } });
  const { logOrigin: origin } = await getStation(store.read);
  const at = new Date().toISOString();
  const { note } = await store.transaction((tx) => signHead(tx, { origin, key: signing.value, cause: 'month', at }));
  await writeHeadFile(folder, note);
  await store.close();
}

export async function meddledStation(): Promise<Meddled> {
  const desk = await newTestStation();
  const bookingId = await book(desk);
  await desk.done('notification.record', { ...DECLINED, bookingId });
  await desk.done('session.signOut', {});
  await desk.close();
  const { folder } = desk;
  const key = await keyOf(folder);
  const whole: Copy = {
    folder,
    key,
    log: await within({ folder, key, log: '' }, async (read) => (await getStation(read)).logOrigin),
  };
  await addEntries(whole, { count: EVENTS });
  await signHeadOf(folder);
  let copies = 0;
  return {
    ...whole,
    desk,
    copy: () => {
      copies += 1;
      const to = join(folder, '..', `copy-${String(copies)}`);
      mkdirSync(to);
      cpSync(folder, to, { recursive: true });
      rmSync(join(to, 'station.lock'), { force: true });
      return { ...whole, folder: to };
    },
  };
}

/** Meddles with the records: guards off, marks made anew, guards on again. */
export function meddle(copy: Copy, sql: string, tables: readonly string[] = []): void {
  const connection = connect({ file: recordsPath(copy.folder), keys: keysOf(copy) }, 'write');
  const marker = createMarker(copy.key.mark, POLICY_GUARDS);
  connection.function('app_mark', { varargs: true, deterministic: true }, (...values) => marker.seal(values));
  meddleWith(connection, sql, tables);
  connection.close();
}

/** A connection of the program itself, with its guards. */
export function onConnection(copy: Copy, work: (connection: Connection) => void): void {
  const connection = connect({ file: recordsPath(copy.folder), keys: keysOf(copy) }, 'write');
  work(connection);
  connection.close();
}

/** Reads past the door, which would not open on a schema that was changed. */
async function within<T>(copy: Copy, work: (read: ReadDb) => Promise<T>): Promise<T> {
  const connection = connect({ file: recordsPath(copy.folder), keys: keysOf(copy) }, 'read');
  const dialect = new StoreDialect(connection);
  const read = asReadDb(new Kysely<Database>({ dialect }), (text, parameters) => dialect.answer(text, parameters));
  try {
    return await work(read);
  } finally {
    connection.close();
  }
}

/** Everything that the check says of the copy. */
export async function check(copy: Copy): Promise<readonly Check[]> {
  return within(copy, async (read) => {
    const head = await readHeadFile(copy.folder);
    const certificates = await listCertificates(read);
    const keys = await checkKeys(copy.folder, copy.key, certificates);
    return [...(await checkStore(read, head.ok ? head.value : null)), keys];
  });
}

/** Text of the signed head beside the records. */
export function headOf({ folder }: Copy): string {
  return readFileSync(headPath(folder), 'utf8');
}
