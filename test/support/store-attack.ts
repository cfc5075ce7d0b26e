import { connectTo } from './store-place.ts';
import type { World } from './store-world.ts';

export type Cell = string | number | Buffer | null;
export type Row = Readonly<Record<string, Cell>>;
export type Connection = ReturnType<typeof connectTo>;

type Before = readonly (readonly [table: string, row: Row])[];

/** One bad write: a row, or a statement as it stands. `before` are good rows that it needs. */
export type Attack = { readonly name: string; readonly before?: Before } & (
  { readonly table: string; readonly row: Row } | { readonly sql: string }
);

/** What a client may turn off before it attacks. */
export const WEAKENED = {
  'as opened': [],
  'foreign_keys off': ['foreign_keys = off'],
  'recursive_triggers off': ['recursive_triggers = off'],
  'ignore_check_constraints on': ['ignore_check_constraints = on'],
  'all three': ['foreign_keys = off', 'recursive_triggers = off', 'ignore_check_constraints = on'],
} as const;

const WAYS = ['insert', 'insert or ignore', 'insert or replace', 'insert or fail', 'replace'];

function insert(connection: Connection, into: string, row: Row): number {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map(() => '?').join();
  return connection.prepare(`${into} (${names.join()}) values (${places})`).run(Object.values(row)).changes;
}

/** What became of a write: the message of its refusal, or null where it was taken. */
function outcome(work: () => number): string | null {
  try {
    return work() === 0 ? 'nothing was stored' : null;
  } catch (error) {
    return error instanceof Error ? error.message : 'refused';
  }
}

function inVain<T>(connection: Connection, work: () => T): T {
  connection.exec('begin immediate');
  try {
    return work();
  } finally {
    if (connection.inTransaction) connection.exec('rollback');
  }
}

function tryOnce(connection: Connection, attack: Attack, way: string): string | null {
  return inVain(connection, () => {
    for (const [table, row] of attack.before ?? []) insert(connection, `insert into ${table}`, row);
    if ('sql' in attack) return outcome(() => connection.prepare(attack.sql).run().changes);
    return outcome(() => insert(connection, `${way} into ${attack.table}`, attack.row));
  });
}

/** Ways in which the attack got through; empty where the database refused them all. */
export function breaches(world: World, attack: Attack): readonly string[] {
  const through: string[] = [];
  for (const [weakness, pragmas] of Object.entries(WEAKENED)) {
    const connection = connectTo(world.station.place);
    for (const pragma of pragmas) connection.pragma(pragma);
    for (const way of 'sql' in attack ? ['sql'] : WAYS) {
      if (tryOnce(connection, attack, way) === null) through.push(`${weakness}: ${way}`);
    }
    connection.close();
  }
  return through;
}

/** The message with which a write was refused on a connection as opened; null where it was taken. */
export function refusalOf(world: World, attack: Attack): string | null {
  const connection = connectTo(world.station.place);
  const message = tryOnce(connection, attack, 'insert');
  connection.close();
  return message;
}
