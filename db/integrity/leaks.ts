// Looks at every stored value again with the screen of today: one that came in before a word was known is found late,
// and found. What it says is never repeated.
import { sql } from 'kysely';
import { classifyName } from '../../policy/fields/classify.ts';
import { screenTogether } from '../../policy/gate/together.ts';
import { screenWithMemory } from '../../policy/screen/memory.ts';
import type { TaughtList } from '../../policy/screen/taught.ts';
import type { Database, ReadDb } from '../database.ts';
import { POLICY_GUARDS, type Guards } from '../guards.ts';
import type { Stored } from '../mark-check.ts';
import { MARK_RULES } from '../mark-rules.ts';
import { listTaughtPhrases, type StoredTaughtPhrase } from '../taught/reader.ts';
import { keyOf, listTables } from './reader.ts';
import { takenBackAt, type Passes } from './taken-back.ts';

/** A stored value that would not be let in today. */
export interface StoredLeak {
  readonly table: string;
  readonly column: string;
  /** Of the row: ids and numbers, joined by a slash. */
  readonly row: string;
  /** Of the screen; `name` for a protected name in stored JSON, `shape` for a value that its column does not take. */
  readonly category: string;
  readonly clause: string;
  /** Letters that tell it, or of the whole value. */
  readonly length: number;
  /** Let through when it was saved, by a phrase that was taken back at this time; null where nobody let it through. */
  readonly takenBack: string | null;
}

type Told = Pick<StoredLeak, 'category' | 'clause' | 'length'>;

/** The guards of the database, and what they refused last. */
class Watch {
  told: Told | null = null;
  readonly #taught: TaughtList;

  constructor(taught: TaughtList) {
    this.#taught = taught;
  }
  readonly guards: Guards = {
    ...POLICY_GUARDS,
    blocks: (text, field, allowed) => {
      const found = screenWithMemory(text, field, this.#taught).findings.find(
        ({ action, category }) => action === 'block' && !allowed.has(category),
      );
      if (found === undefined) return false;
      this.told = { category: found.category, clause: found.clause, length: found.end - found.start };
      return true;
    },
    blocksTogether: (entries, field) => {
      const [found] = screenTogether(entries, field, this.#taught);
      if (found === undefined) return false;
      const { category, clause, start, end } = found.finding;
      this.told = { category, clause, length: end - start };
      return true;
    },
    isProtectedName: (name) => {
      const verdict = classifyName(name);
      if (verdict.kind !== 'protected') return false;
      this.told = { category: 'name', clause: verdict.clause, length: name.length };
      return true;
    },
  };
}

type Row = Readonly<Record<string, unknown>>;

interface Place {
  readonly table: keyof Database;
  readonly taught: TaughtList;
  /** Every phrase that was ever taught. */
  readonly phrases: readonly StoredTaughtPhrase[];
}

/** Number of the ledger entry that a row stands under; null where it is under none. */
async function entryOf(db: ReadDb, table: keyof Database, row: Row): Promise<number | null> {
  const own = table === 'disclosure' ? row['seq'] : row['entry_seq'];
  if (typeof own === 'number') return own;
  if (table !== 'charge') return null;
  const saved = await db
    .selectFrom('booking_version')
    .select('entry_seq')
    .where('booking_id', '=', String(row['booking_id']))
    .where('version', '=', Number(row['version']))
    .executeTakeFirst();
  return saved?.entry_seq ?? null;
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'string' || typeof value === 'number' || Buffer.isBuffer(value);
}

function lengthOf(value: Stored): number {
  return typeof value === 'number' ? String(value).length : value.length;
}

interface Found extends Omit<StoredLeak, 'takenBack'> {
  readonly passes: Passes;
}

function foundIn({ table, taught }: Place, keys: readonly string[], row: Row): readonly Found[] {
  const values = MARK_RULES[table].map(([name]) => row[name]);
  return MARK_RULES[table].flatMap(([column, check], at) => {
    const value = values[at];
    const fits = (watch: Watch): boolean => isStored(value) && check(value, values, watch.guards);
    const watch = new Watch(taught);
    if (value === null || fits(watch)) return [];
    const told = watch.told ?? { category: 'shape', clause: '1(b)', length: isStored(value) ? lengthOf(value) : 0 };
    const passes: Passes = (list) => fits(new Watch(list));
    return [{ table, column, row: keys.map((key) => String(row[key])).join('/'), ...told, passes }];
  });
}

async function leaksOf(db: ReadDb, place: Place, at: { keys: readonly string[]; row: Row }): Promise<StoredLeak[]> {
  const found = foundIn(place, at.keys, at.row);
  if (found.length === 0) return [];
  const entry = await entryOf(db, place.table, at.row);
  return found.map(({ passes, ...leak }) => ({
    ...leak,
    takenBack: entry === null ? null : takenBackAt(place.phrases, entry, passes),
  }));
}

/** Rows that are read at a time. */
const CHUNK = 500;

async function leaksIn(db: ReadDb, place: Place): Promise<{ rows: number; leaks: readonly StoredLeak[] }> {
  const { table } = place;
  const keys = await keyOf(db, table);
  const key = sql.join(keys.map((name) => sql.ref(name)));
  const leaks: StoredLeak[] = [];
  let rows = 0;
  let last: Row | undefined;
  do {
    const after = last === undefined ? sql`true` : sql`(${key}) > (${sql.join(keys.map((name) => last?.[name]))})`;
    const read =
      await sql<Row>`select * from ${sql.table(table)} where ${after} order by ${key} limit ${CHUNK}`.execute(db);
    for (const row of read.rows) leaks.push(...(await leaksOf(db, place, { keys, row })));
    rows += read.rows.length;
    last = read.rows.length < CHUNK ? undefined : read.rows.at(-1);
  } while (last !== undefined);
  return { rows, leaks };
}

/** Every value of every table; memory stays flat but for what is found. `taught`: words that the station lets through. */
export async function findStoredLeaks(
  db: ReadDb,
  taught: TaughtList,
): Promise<{ readonly rows: number; readonly leaks: readonly StoredLeak[] }> {
  const phrases = await listTaughtPhrases(db);
  const found = [];
  for (const table of listTables()) found.push(await leaksIn(db, { table, taught, phrases }));
  return { rows: found.reduce((sum, one) => sum + one.rows, 0), leaks: found.flatMap((one) => one.leaks) };
}
