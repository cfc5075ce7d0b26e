import { randomUUID } from 'node:crypto';
import type { Attack, Row } from './store-attack.ts';
import { neededBy, type SignedRows, type SignedTable } from './store-signed-rows.ts';

type Before = NonNullable<Attack['before']>;

/** Writes of a signed row with one thing changed. */
export interface SignedAttacks {
  /** On what the row stands on. */
  readonly write: (table: SignedTable, change?: Row, before?: Before) => Attack;
  /** One more row of a table that holds the good one, itself changed by `first`. */
  readonly next: (table: SignedTable, change?: Row, first?: Row) => Attack;
}

/** @param third an entry that covers nothing yet, behind the one of the good rows */
export function signedAttacks(good: SignedRows, third: number): SignedAttacks {
  const write: SignedAttacks['write'] = (table, change = {}, before = []) => ({
    ...{ name: table, table, before: [...neededBy(good, table), ...before] },
    row: { ...good[table], ...change },
  });
  const next: SignedAttacks['next'] = (table, change = {}, first = {}) => {
    const id = 'id' in good[table] ? { id: randomUUID() } : {};
    return write(table, { entry_seq: third, ...id, ...change }, [[table, { ...good[table], ...first }]]);
  };
  return { write, next };
}
