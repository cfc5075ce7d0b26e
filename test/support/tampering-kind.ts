import { meddle, type Copy } from './meddled-station.ts';

/** Meddles with a copy; `other` makes one more. */
export type Act = (copy: Copy, other: () => Copy) => Promise<void> | void;

/** One way to tamper with the records, and what the check must say of it. */
export interface Kind {
  readonly name: string;
  /** In the order of the check. */
  readonly codes: readonly string[];
  /** The entry that the first of them names, where one can be told. */
  readonly at: number | null;
  readonly act: Act;
}

/** For tables: `[name, codes, at, act]`. */
export type Line = readonly [name: string, codes: readonly string[], at: number | null, act: Act];

export function kindOf([name, codes, at, act]: Line): Kind {
  return { name, codes, at, act };
}

/** Meddles with the guards of these tables off; of all where none is named. */
export function withoutGuards(sql: string, ...tables: readonly string[]): Act {
  return (copy) => {
    meddle(copy, sql, tables);
  };
}
