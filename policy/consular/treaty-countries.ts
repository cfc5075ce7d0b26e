import treaty from './treaty-countries.json' with { type: 'json' };

/** Countries whose consulate is told of an arrest in any case (requirements S4), and the day of the list. */
export interface TreatyCountries {
  readonly asOf: string;
  /** Where it was read. */
  readonly source: string;
  readonly countries: readonly string[];
  /** Not for those who live here for good. */
  readonly unlessResident: readonly string[];
}

/** The list that ships with the program, until a station writes its own; nobody is asked for a country. */
export function treatyCountries(): TreatyCountries {
  return treaty;
}
