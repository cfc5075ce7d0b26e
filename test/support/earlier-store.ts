// Stores as earlier versions left them: the frozen steps up to one of them, with a station, its first people and their records.
import { randomBytes, randomUUID } from 'node:crypto';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreDialect } from '../../db/dialect.ts';
import { connect } from '../../db/open.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { addRecords } from './earlier-records.ts';
import { addEntry, put } from './earlier-rows.ts';
import {
  issueCertificates,
  type IssuedCertificate,
  type IssuedCertificates,
} from '../../services/keys/certificates.ts';
import { addLater } from './later-records.ts';
import { connectTo, newStorePlace, type StorePlace } from './store-place.ts';
import { LOG, NOBODYS, now } from './store-station.ts';

type Connection = ReturnType<typeof connect>;

const STEPS = Object.keys(MIGRATIONS);
const isThere = (step: string, wanted: string): boolean => STEPS.indexOf(step) >= STEPS.indexOf(wanted);

/** Answers its id. */
function addStation(connection: Connection): string {
  const [id, at] = [randomUUID(), now()];
  const entry_seq = addEntry(connection, { type: 'station.founded', at, actor: randomUUID() });
  const named = { name: 'Exampleton Police', ori: 'MA0EX0100', log_origin: LOG, agency_code: 'WPD' };
  put(connection, 'station', { entry_seq, id, ...named, created_at: at });
  return id;
}

function addCertificate(connection: Connection, { createdAt: created_at, ...row }: IssuedCertificate): void {
  const entry_seq = addEntry(connection, { type: 'test.recorded', at: created_at, actor: randomUUID() });
  put(connection, 'certificate', { entry_seq, ...row, created_at });
}

function addPerson(connection: Connection, name: string, role: string): string {
  const [id, at] = [randomUUID(), now()];
  const entry_seq = addEntry(connection, { type: 'person.added', at, actor: id });
  const named = { name, display_name: `${name} Placeholder`, badge: '4711', role, verifier: NOBODYS };
  put(connection, 'person', { entry_seq, id, ...named, created_at: at, created_by: id });
  return id;
}

/** Logs that are long enough for nodes of their tree, which take their time: before there were any, and after. */
export const LONG: readonly string[] = ['0250-keep-contacts', '0300-prove-ledger'];

/** The same for every store: they take a moment to make. */
export const ISSUED = issueCertificates({
  stationName: 'Exampleton Police',
  ori: 'MA0EX0100',
  now: new Date(),
  random: randomBytes,
});

function fill(connection: Connection, step: string, issued: IssuedCertificates): void {
  addEntry(connection, { type: 'test.recorded', at: now(), actor: randomUUID(), disclosures: { of: 'a test' } });
  if (!isThere(step, '0020-create-station')) return;
  const stationId = addStation(connection);
  for (const certificate of issued.certificates) addCertificate(connection, certificate);
  if (!isThere(step, '0030-create-people')) return;
  const chief = addPerson(connection, 'kim', 'chief');
  const [officer, clerk] = [
    addPerson(connection, 'alex', 'booking-officer'),
    addPerson(connection, 'dana', 'records-clerk'),
  ];
  const recorded = addRecords({ connection, stationId, officer });
  addLater({ connection, issued, chief, officer, clerk, ...recorded }, LONG.includes(step));
}

/** @param step the last one that this version knew */
export async function earlierStore(step: string): Promise<StorePlace> {
  const place = newStorePlace();
  const connection = connect({ file: place.file, keys: place.keys, create: true }, 'write');
  const db = new Kysely<unknown>({ dialect: new StoreDialect(connection) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateTo(step);
  if (error !== undefined) throw new Error(`step ${step} failed`, { cause: error });
  const issued = await ISSUED;
  connection.transaction(() => {
    fill(connection, step, issued);
  })();
  connection.close();
  return place;
}

/** Rows by table, each under the columns that it had. */
export type Contents = ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: readonly unknown[] }>;

function rowsOf(connection: Connection, table: string, columns: readonly string[]): readonly unknown[] {
  const names = columns.map((name) => `"${name}"`).join();
  return connection.prepare(`select ${names} from "${table}" order by ${names}`).raw().all();
}

/** Every record of a store, of the tables and columns that `before` had where it is given. */
export function contentsOf(place: StorePlace, before?: Contents): Contents {
  const connection = connect({ file: place.file, keys: place.keys }, 'read');
  const names = connection.prepare(`select name from pragma_table_list where schema = 'main' and type = 'table'
    and name not glob 'kysely_*' and name not glob 'sqlite_*'`);
  const tables = before === undefined ? names.pluck().all().map(String) : [...before.keys()];
  const found = tables.map((table) => {
    const all = connection.prepare('select name from pragma_table_xinfo(?)').pluck().all(table).map(String);
    const columns = before?.get(table)?.columns ?? all;
    return [table, { columns, rows: rowsOf(connection, table, columns) }] as const;
  });
  connection.close();
  return new Map(found);
}

/** The newest signed head, as it lies beside the records; null where none was signed. */
export function noteIn(place: StorePlace): string | null {
  const store = connectTo(place);
  const note: unknown = store.prepare('select note from checkpoint order by id desc limit 1').pluck().get();
  store.close();
  return typeof note === 'string' ? note : null;
}
