import { connectTo, type StorePlace } from './store-place.ts';
import type { TestStation } from './store-station.ts';

export type Cell = string | number | Buffer | null;
export type Row = Readonly<Record<string, Cell>>;
export type Connection = ReturnType<typeof connectTo>;
interface Attacked {
  readonly station: Pick<TestStation, 'place'>;
}

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

type Weakened = readonly (readonly [weakness: string, connection: Connection])[];

/** A connection reads the whole schema before its first statement, so each is kept for the attacks that follow. */
const kept = new WeakMap<StorePlace, Weakened>();

function weaken(place: StorePlace): Weakened {
  return Object.entries(WEAKENED).map(([weakness, pragmas]) => {
    const connection = connectTo(place);
    for (const pragma of pragmas) connection.pragma(pragma);
    return [weakness, connection];
  });
}

/** Ways in which the attack got through; empty where the database refused them all. */
export function breaches({ station: { place } }: Attacked, attack: Attack): readonly string[] {
  const connections = kept.get(place) ?? weaken(place);
  kept.set(place, connections);
  const ways = 'sql' in attack ? ['sql'] : WAYS;
  return connections.flatMap(([weakness, connection]) =>
    ways.filter((way) => tryOnce(connection, attack, way) === null).map((way) => `${weakness}: ${way}`),
  );
}

/** The message with which a write was refused on a connection as opened; null where it was taken. */
export function refusalOf(world: Attacked, attack: Attack): string | null {
  const connection = connectTo(world.station.place);
  const message = tryOnce(connection, attack, 'insert');
  connection.close();
  return message;
}
