// Triggers that several migrations share. Frozen like the migrations that use it: a change needs a new file.

/** Refuses an insert unless `good` is true; NULL is not true, so an unknown date function or value refuses as well. */
export function guard(table: string, name: string, good: string): string {
  return `create trigger ${table}_${name} before insert on ${table} begin
  select raise(abort, '${table}: ${name.replaceAll('_', ' ')}') where (${good}) is not true;
end`;
}

/** Rows stay as they were written. A key that is taken refuses before OR REPLACE could remove its row. */
export function appendOnly(table: string, keys: readonly (readonly string[])[]): readonly string[] {
  const taken = keys.map((columns) => {
    const same = columns.map((column) => `${column} = new.${column}`).join(' and ');
    return guard(table, `key_once_${columns.join('_')}`, `not exists (select 1 from ${table} where ${same})`);
  });
  return [
    `create trigger ${table}_no_update before update on ${table} begin
  select raise(abort, '${table}: rows never change');
end`,
    `create trigger ${table}_no_delete before delete on ${table} begin
  select raise(abort, '${table}: rows never go');
end`,
    ...taken,
  ];
}

/** A foreign key, said once more where `pragma foreign_keys` cannot turn it off. NULL is allowed where the column allows it. */
export function known(table: string, column: string, target: string): string {
  const [name = '', key = ''] = target.split('.');
  return guard(
    table,
    `known_${column.replaceAll('"', '')}`,
    `new.${column} is null or exists (select 1 from ${name} where ${key} = new.${column})`,
  );
}

/** Times are ISO dates with times that SQLite can read. */
export function times(table: string, ...columns: readonly string[]): string {
  return guard(
    table,
    'readable_times',
    columns.map((column) => `strftime('%s', new.${column}) is not null`).join(' and '),
  );
}

/** Every record is covered by an entry of the ledger, and an entry by one record of a table at most (its primary key). */
export function covered(table: string): string {
  return known(table, 'entry_seq', 'ledger_entry.seq');
}
