import type { Connection } from './store-attack.ts';

/** Takes the guards of some tables off, of all where none is named, works, and puts them back as they were. */
export function withoutGuards(connection: Connection, tables: readonly string[], work: () => void): void {
  const some = tables.length === 0 ? '' : `and tbl_name in (${tables.map((name) => `'${name}'`).join()})`;
  const triggers = connection.prepare(`select name, sql from sqlite_schema where type = 'trigger' ${some}`).raw().all();
  const texts = triggers.map((row) => (Array.isArray(row) ? row.map(String) : []));
  // All at once: a guard is quickly taken off, and slowly put on a disk by itself.
  connection.exec('begin');
  for (const [name = ''] of texts) connection.exec(`drop trigger ${name}`);
  work();
  for (const [, text = ''] of texts) connection.exec(text);
  connection.exec('commit');
}

/** What somebody does who has the key: takes guards off, meddles, and puts them back as they were. */
export function meddleWith(connection: Connection, sql: string, tables: readonly string[] = []): void {
  connection.pragma('foreign_keys = off');
  withoutGuards(connection, tables, () => connection.exec(sql));
}
