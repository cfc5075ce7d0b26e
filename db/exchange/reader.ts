import type { ReadDb } from '../database.ts';
import { parseTexts } from '../parse.ts';

export interface StoredSource {
  readonly bookingId: string;
  readonly admission: string;
  /** SHA-256 of the content that was taken in last, hex. */
  readonly rowDigest: string;
}

export interface StoredQuarantine {
  readonly quarantineId: string;
  readonly file: string;
  readonly row: number;
  readonly sourceId: string | null;
  readonly headings: readonly string[];
  readonly categories: readonly string[];
  readonly importedAt: string;
}

export interface StoredImport {
  readonly importId: string;
  readonly file: string;
  readonly sha256: string;
  readonly profile: string;
  readonly bookings: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly at: string;
}

/** One admission of a record of another system, with the digests of all that it has said. */
export interface StoredAdmission extends StoredSource {
  /** Of its contents before the newest, oldest first. */
  readonly earlier: readonly string[];
}

/** Every admission known under one id of another system, each with its newest content and those before. */
export async function listImportSources(
  db: ReadDb,
  wanted: { readonly sourceSystem: string; readonly sourceRecordId: string },
): Promise<readonly StoredAdmission[]> {
  const rows = await db
    .selectFrom('import_source')
    .select(['booking_id as bookingId', 'admission', 'row_digest as rowDigest'])
    .where('source_system', '=', wanted.sourceSystem)
    .where('source_record_id', '=', wanted.sourceRecordId)
    .orderBy('entry_seq')
    .execute();
  const newest = new Map(rows.map((row) => [row.admission, row]));
  return [...newest.values()].map((row) => {
    const contents = rows.filter(({ admission }) => admission === row.admission).map(({ rowDigest }) => rowDigest);
    return { ...row, earlier: contents.slice(0, -1) };
  });
}

/** What is known of one admission of a record of another system. */
export async function findImportSource(
  db: ReadDb,
  wanted: { readonly sourceSystem: string; readonly sourceRecordId: string; readonly admission: string },
): Promise<StoredSource | undefined> {
  return db
    .selectFrom('import_source')
    .select(['booking_id as bookingId', 'admission', 'row_digest as rowDigest'])
    .where('source_system', '=', wanted.sourceSystem)
    .where('source_record_id', '=', wanted.sourceRecordId)
    .where('admission', '=', wanted.admission)
    .orderBy('entry_seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Rows that were kept out, the newest import first. */
export async function listQuarantine(db: ReadDb): Promise<readonly StoredQuarantine[]> {
  const rows = await db
    .selectFrom('quarantine as q')
    .innerJoin('import_run as r', 'r.id', 'q.import_id')
    .select(['q.id as quarantineId', 'r.file_name as file', 'q.row', 'q.source_id as sourceId'])
    .select(['q.headings', 'q.categories', 'r.at as importedAt'])
    .orderBy('r.entry_seq', 'desc')
    .orderBy('q.row')
    .execute();
  return rows.map((row) => ({
    ...row,
    headings: parseTexts(row.headings, 'quarantine.headings'),
    categories: parseTexts(row.categories, 'quarantine.categories'),
  }));
}

export async function countQuarantine(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The newest first. */
export async function listImportRuns(db: ReadDb): Promise<readonly StoredImport[]> {
  return db
    .selectFrom('import_run')
    .select(['id as importId', 'file_name as file', 'sha256', 'profile', 'bookings', 'accepted', 'quarantined', 'at'])
    .orderBy('entry_seq', 'desc')
    .execute();
}
