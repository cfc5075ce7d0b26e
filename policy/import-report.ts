/** The import report, a promise to outside scripts: change its shape only with a version field. */
export interface ImportReport {
  readonly file: string;
  readonly sha256: string;
  readonly profile: string;
  readonly encoding: string;
  /** Lines of the file. */
  readonly rows: number;
  /** What the rows make up; the five verdicts below add up to it. */
  readonly bookings: number;
  readonly accepted: number;
  readonly updated: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly failed: number;
  readonly columns: readonly ImportColumn[];
  readonly texts: readonly {
    readonly heading: string;
    readonly rows: number;
    readonly categories: Readonly<Record<string, number>>;
  }[];
  readonly errors: readonly ImportError[];
}

export interface ImportColumn {
  readonly heading: string;
  readonly field: string | null;
  readonly verdict: 'mapped' | 'refused' | 'unknown' | 'screened';
  readonly category?: string;
  readonly clause?: string;
  /** Rows in which a refused or unknown column held a value. */
  readonly rows: number;
}

export interface ImportError {
  readonly code: string;
  readonly heading: string | null;
  readonly rows: number;
  readonly first: number;
  readonly message: string;
}

/** One line of `--rows`. */
export interface ImportRow {
  readonly row: number;
  readonly sourceId: string | null;
  readonly verdict: 'accepted' | 'quarantined' | 'duplicate' | 'updated' | 'failed';
  readonly headings: readonly string[];
  readonly categories: readonly string[];
}
