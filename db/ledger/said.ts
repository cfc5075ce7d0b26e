import { sql, type RawBuilder } from 'kysely';

/**
 * What an entry says, as its index says it, letter for letter: null where somebody made the entry unreadable.
 * @param leaf a column: `e.leaf`
 */
export function said(name: 'type' | 'actor', leaf: string): RawBuilder<string | null> {
  const text = sql`cast(${sql.ref(leaf)} as text)`;
  return sql<string | null>`iif(json_valid(${text}), ${text} ->> ${sql.lit(name)}, null)`;
}
