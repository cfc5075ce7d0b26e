import { Kysely, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { ADDED_FIELDS, type AddedFields } from '../../db/added-fields.ts';
import { asReadDb, type Database, type ReadDb } from '../../db/database.ts';
import { StoreDialect } from '../../db/dialect.ts';
import { dictionary } from '../../db/dictionary-check.ts';
import { addFields } from '../../migrations/added-fields.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import type { Connection } from './store-attack.ts';
import { connectTo } from './store-place.ts';
import { newWorld, type World } from './store-world.ts';

function checkOf(name: (typeof APPROVED_FIELDS)[number]['name']): ReturnType<typeof dictionary> {
  const field = APPROVED_FIELDS.find((one) => one.name === name);
  if (field === undefined) throw new Error(`${name} is no field`);
  return dictionary(field);
}

/** Two releases more, with fields that nobody approves; they are read as ones that there are. */
const ADDED: readonly AddedFields[] = [
  ...ADDED_FIELDS,
  { step: '9970', table: 'booking_version', columns: [['later_locker', checkOf('cell')]] },
  { step: '9970', table: 'charge', columns: [['later_plea', checkOf('charge_description')]] },
  {
    step: '9980',
    table: 'booking_version',
    columns: [
      ['later_coat', checkOf('cell')],
      ['later_keys', checkOf('rights_read')],
    ],
  },
];

function adding(...statements: readonly string[]): Migration {
  return {
    async up(db) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const STEPS: Readonly<Record<string, Migration>> = {
  ...MIGRATIONS,
  '9970-add-locker': adding(
    ...addFields('booking_version', '9970', ['later_locker text']),
    ...addFields('charge', '9970', ['later_plea text']),
  ),
  '9980-add-coat': adding(...addFields('booking_version', '9980', ['later_coat text', 'later_keys integer'])),
};

export interface GrownWorld extends World {
  readonly connection: Connection;
  readonly read: ReadDb;
  readonly added: readonly AddedFields[];
  /** All rows of bookings and charges, as they were before the fields came. */
  readonly before: readonly object[];
  end(): Promise<void>;
}

const isRow = (row: unknown): row is object => typeof row === 'object' && row !== null;

export function rowsOf(connection: Connection): readonly object[] {
  const tables = ['booking_version', 'charge'];
  return tables.flatMap((table) => connection.prepare(`select * from ${table}`).all().filter(isRow));
}

/** A store with records in it, to which two later versions then brought fields. */
export async function newGrownWorld(): Promise<GrownWorld> {
  const world = await newWorld();
  await world.station.store.close();
  const place = { ...world.station.place, added: ADDED };
  const connection = connectTo(place);
  const before = rowsOf(connection);
  const dialect = new StoreDialect(connection);
  const db = new Kysely<Database>({ dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(STEPS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the fields did not come', { cause: error });
  const end = (): Promise<void> => {
    connection.close();
    place.remove();
    return Promise.resolve();
  };
  return {
    ...world,
    station: { ...world.station, place },
    connection,
    read: asReadDb(db, (text, parameters) => dialect.answer(text, parameters)),
    added: ADDED,
    before,
    end,
  };
}
