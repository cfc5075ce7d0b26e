// Stores as earlier versions left them: the frozen steps up to one of them, with a station, its first people and their records.
import { randomUUID } from 'node:crypto';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreDialect } from '../../db/dialect.ts';
import { connect } from '../../db/open.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { addEntry, addRecords, put } from './earlier-records.ts';
import { newStorePlace, type StorePlace } from './store-place.ts';
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

function addPerson(connection: Connection, name: string, role: string): string {
  const [id, at] = [randomUUID(), now()];
  const entry_seq = addEntry(connection, { type: 'person.added', at, actor: id });
  const named = { name, display_name: `${name} Placeholder`, badge: '4711', role, verifier: NOBODYS };
  put(connection, 'person', { entry_seq, id, ...named, created_at: at, created_by: id });
  return id;
}

function fill(connection: Connection, step: string): void {
  if (!isThere(step, '0020-create-station')) return;
  const stationId = addStation(connection);
  if (!isThere(step, '0030-create-people')) return;
  addPerson(connection, 'kim', 'chief');
  addRecords({ connection, stationId, officer: addPerson(connection, 'alex', 'booking-officer') });
}

/** @param step the last one that this version knew */
export async function earlierStore(step: string): Promise<StorePlace> {
  const place = newStorePlace();
  const connection = connect({ file: place.file, keys: place.keys, create: true }, 'write');
  const db = new Kysely<unknown>({ dialect: new StoreDialect(connection) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateTo(step);
  if (error !== undefined) throw new Error(`step ${step} failed`, { cause: error });
  connection.transaction(() => {
    fill(connection, step);
  })();
  connection.close();
  return place;
}

/** Rows by table, each under the columns that it had. */
export type Contents = ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: readonly unknown[] }>;

function rowsOf(connection: Connection, table: string, columns: readonly string[]): readonly unknown[] {
  const names = columns.map((name) => `"${name}"`).join();
  return connection.prepare(`select ${names} from "${table}" order by 1, 2, 3`).raw().all();
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
