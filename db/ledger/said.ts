import { sql, type RawBuilder } from 'kysely';

/**
 * What an entry says, as its index says it, letter for letter: null where somebody made the entry unreadable.
 * @param leaf a column: `e.leaf`
 */
export function said(name: 'type' | 'actor', leaf: string): RawBuilder<string | null> {
  const text = sql`cast(${sql.ref(leaf)} as text)`;
  return sql<string | null>`iif(json_valid(${text}), ${text} ->> ${sql.lit(name)}, null)`;
}

/** When an entry was written, to the minute: null where it says no moment. A day or an hour too many is none. */
export function saidAt(leaf: string): RawBuilder<string | null> {
  const text = sql`cast(${sql.ref(leaf)} as text)`;
  // Only with something to add does SQLite reckon the 31st of February and 24:30 anew.
  const moment = sql`iif(strftime('%Y-%m-%dT%H:%MZ', ${text} ->> 'at', '+0 days') = ${text} ->> 'at', ${text} ->> 'at', null)`;
  return sql<string | null>`iif(json_valid(${text}), ${moment}, null)`;
}
