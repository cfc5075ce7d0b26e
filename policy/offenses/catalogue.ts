import rows from './ma-offenses.json' with { type: 'json' };

/** One offense of the Massachusetts catalogue; columns and sources are told in SOURCES.md. */
export interface CatalogueOffense {
  readonly id: string;
  readonly citation: string;
  readonly title: string;
  /** `felony`, `misdemeanor`, `civil`, or `custody` for what is no offense of its own. */
  readonly level: string;
  /** Force, its threat or direct danger to a person is part of it. Only a violent felony matters to 2(a) and 2(b). */
  readonly violent: boolean;
  readonly sexOffense: boolean;
  /** Which item of the 2(a) list it is. */
  readonly namedInPolicy: string | null;
  /** Section 2 grounds that the charge itself shows. */
  readonly grounds: readonly string[];
  /** Grounds that need the officer's reasons; never met by the charge. */
  readonly candidateGrounds: readonly string[];
  readonly nibrs: string | null;
  readonly maxPenaltyNote: string;
  readonly category: string;
  readonly courtCode: string | null;
}

export const OFFENSES: readonly CatalogueOffense[] = rows;

const BY_ID: ReadonlyMap<string, CatalogueOffense> = new Map(OFFENSES.map((offense) => [offense.id, offense]));

/** Undefined where the catalogue has no such id. */
export function findOffense(id: string): CatalogueOffense | undefined {
  return BY_ID.get(id);
}
