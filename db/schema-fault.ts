// What exactly was changed in a schema that is not the one that was built in.
import { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { StoreDialect, type Connection } from './dialect.ts';
import { StoreFault } from './fault.ts';
import { migrateFresh } from './migrate.ts';

/** Names that a sentence takes. */
const SHOWN = 3;

interface Part {
  readonly kind: string;
  readonly sql: string;
}

function partsOf(connection: Connection): ReadonlyMap<string, Part> {
  const rows = connection
    .prepare(
      `select type || char(31) || name || char(31) || coalesce(sql, '') as part from sqlite_schema
      where tbl_name not like 'kysely!_%' escape '!'`,
    )
    .all([]);
  const texts = rows.map((row) => (typeof row === 'object' && row !== null && 'part' in row ? String(row.part) : ''));
  return new Map(
    texts.map((text) => {
      const [kind = '', name = '', ...sql] = text.split('\u001f');
      return [name, { kind, sql: sql.join('\u001f') }];
    }),
  );
}

const KINDS: Readonly<Record<string, string>> = { trigger: 'guard', table: 'table', index: 'index', view: 'view' };
const nameOf = (name: string, part: Part | undefined): string => `${KINDS[part?.kind ?? ''] ?? 'part'} ${name}`;

function listed(what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > SHOWN ? ` and ${String(names.length - SHOWN)} more` : '';
  return [`${what}: ${names.slice(0, SHOWN).join(', ')}${more}`];
}

function difference(found: ReadonlyMap<string, Part>, built: ReadonlyMap<string, Part>): string {
  const missing = [...built].filter(([name]) => !found.has(name)).map(([name, part]) => nameOf(name, part));
  const added = [...found].filter(([name]) => !built.has(name)).map(([name, part]) => nameOf(name, part));
  const changed = [...found].filter(([name, { sql }]) => (built.get(name)?.sql ?? sql) !== sql);
  const names = changed.map(([name, part]) => nameOf(name, part));
  return [...listed('missing', missing), ...listed('changed', names), ...listed('put in', added)].join('; ');
}

/**
 * The fault of a store whose schema is another one, with the names of what is missing, changed or put in.
 * @param fresh makes an empty database that knows the program's functions
 */
export async function schemaFault(found: Connection, fresh: () => Connection): Promise<StoreFault> {
  const connection = fresh();
  try {
    await migrateFresh(new Kysely<Database>({ dialect: new StoreDialect(connection) }));
    const parts = difference(partsOf(found), partsOf(connection));
    const what = `Somebody changed how the records are guarded (${parts})`;
    return new StoreFault('damaged', 'the schema was changed', { what });
  } finally {
    connection.close();
  }
}
