// Stores as earlier versions left them: the frozen steps up to one of them, with a station and its first people.
import { randomUUID } from 'node:crypto';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreDialect } from '../../db/dialect.ts';
import { connect } from '../../db/open.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { newStorePlace, type StorePlace } from './store-place.ts';
import { LOG, NOBODYS, now } from './store-station.ts';

type Connection = ReturnType<typeof connect>;

const STEPS = Object.keys(MIGRATIONS);
const isThere = (step: string, wanted: string): boolean => STEPS.indexOf(step) >= STEPS.indexOf(wanted);

interface Entered {
  readonly type: string;
  readonly at: string;
  readonly actor: string;
}

function addEntry(connection: Connection, seq: number, entered: Entered): void {
  const leaf = leafBytes({ log: LOG, seq, id: randomUUID(), ...entered, digests: [] });
  connection
    .prepare('insert into ledger_entry (seq, leaf, leaf_hash) values (?, ?, ?)')
    .run(seq, Buffer.from(leaf), Buffer.from(leafHash(leaf)));
}

function addStation(connection: Connection): void {
  const at = now();
  addEntry(connection, 0, { type: 'station.founded', at, actor: randomUUID() });
  connection
    .prepare(
      `insert into station (entry_seq, id, name, ori, log_origin, agency_code, created_at)
      values (0, ?, 'Exampleton Police', 'MA0EX0100', ?, 'WPD', ?)`,
    )
    .run(randomUUID(), LOG, at);
}

function addPeople(connection: Connection): void {
  for (const [seq, name, role] of [
    [1, 'kim', 'chief'],
    [2, 'alex', 'booking-officer'],
  ] as const) {
    const [id, at] = [randomUUID(), now()];
    addEntry(connection, seq, { type: 'person.added', at, actor: id });
    connection
      .prepare(
        `insert into person (entry_seq, id, name, display_name, badge, role, verifier, created_at, created_by)
        values (?, ?, ?, ?, '4711', ?, ?, ?, ?)`,
      )
      .run(seq, id, name, `${name} Placeholder`, role, NOBODYS, at, id);
  }
}

/** @param step the last one that this version knew */
export async function earlierStore(step: string): Promise<StorePlace> {
  const place = newStorePlace();
  const connection = connect({ file: place.file, keys: place.keys, create: true }, 'write');
  const db = new Kysely<unknown>({ dialect: new StoreDialect(connection) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateTo(step);
  if (error !== undefined) throw new Error(`step ${step} failed`, { cause: error });
  if (isThere(step, '0020-create-station')) addStation(connection);
  if (isThere(step, '0030-create-people')) addPeople(connection);
  connection.close();
  return place;
}
