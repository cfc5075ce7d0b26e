// The booking offenses of Massachusetts with what section 2 of the policy makes of each. Facts and doubts: SOURCES.md.
import type { Ground } from '../decision.ts';
import { GROUNDS } from '../decision.ts';
import data from './ma-offenses.json' with { type: 'json' };

const LEVELS = ['felony', 'misdemeanor', 'civil', 'custody'] as const;
/** `custody` is no offense of its own: a warrant, a rendition, protective custody. */
export type OffenseLevel = (typeof LEVELS)[number];

export interface Offense {
  readonly id: string;
  readonly citation: string;
  readonly title: string;
  readonly level: OffenseLevel;
  /** Force, its threat or direct danger to a person is part of it. */
  readonly violent: boolean;
  readonly sexOffense: boolean;
  /** Which item of the list in 2(a) it is, null where it is none. */
  readonly namedInPolicy: string | null;
  /** Section 2 grounds that the charge itself shows. */
  readonly grounds: readonly Ground[];
  /** Grounds that need the officer's own facts; never met by the charge. */
  readonly candidateGrounds: readonly Ground[];
  /** Trial Court code, such as `265/15A/A`; several offenses may share one. */
  readonly courtCode: string | null;
  readonly nibrs: string | null;
  readonly category: string;
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((item) => item === text);
  if (found === undefined) throw new Error('ma-offenses.json: a word outside its list');
  return found;
}

function read(row: (typeof data)[number]): Offense {
  return {
    id: row.id,
    citation: row.citation,
    title: row.title,
    level: oneOf(LEVELS, row.level),
    violent: row.violent,
    sexOffense: row.sexOffense,
    namedInPolicy: row.namedInPolicy,
    grounds: row.grounds.map((ground) => oneOf(GROUNDS, ground)),
    candidateGrounds: row.candidateGrounds.map((ground) => oneOf(GROUNDS, ground)),
    courtCode: row.courtCode,
    nibrs: row.nibrs,
    category: row.category,
  };
}

export const OFFENSES: readonly Offense[] = data.map(read);

const BY_ID: ReadonlyMap<string, Offense> = new Map(OFFENSES.map((offense) => [offense.id, offense]));

/** The offense of this id, undefined where the catalogue has none. */
export function findOffense(id: string): Offense | undefined {
  return BY_ID.get(id);
}
