/** What the policy needs to know of an offense; the catalogue's other columns are for the picker. */
export interface Offense {
  readonly id: string;
  readonly level: string;
  /** Force, its threat or direct danger to a person is part of it. Only a violent felony matters to 2(a) and 2(b). */
  readonly violent: boolean;
  /** Section 2 grounds that the charge itself shows. */
  readonly grounds: readonly string[];
}

/** The catalogue as the policy asks it. */
export type FindOffense = (id: string) => Offense | undefined;
