import type { TreatyCountries } from '../../policy/consular/treaty-countries.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import { parseTexts } from '../parse.ts';
import type { RecordMeta } from '../record-meta.ts';

export interface StoredList extends TreatyCountries {
  readonly version: number;
  readonly at: string;
  /** Display name. */
  readonly by: string;
}

/** The newest version that this station wrote; undefined where it goes by the one that ships. */
export async function findConsularList(db: ReadDb): Promise<StoredList | undefined> {
  const row = await db
    .selectFrom('treaty_list as l')
    .innerJoin('person as p', 'p.id', 'l.by')
    .select(['l.version', 'l.as_of', 'l.source', 'l.countries', 'l.unless_resident', 'l.at', 'p.display_name'])
    .orderBy('l.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    version: row.version,
    asOf: row.as_of,
    source: row.source,
    countries: parseTexts(row.countries, 'treaty_list.countries'),
    unlessResident: parseTexts(row.unless_resident, 'treaty_list.unless_resident'),
    at: row.at,
    by: row.display_name,
  };
}

export async function insertConsularList(
  tx: WriteTx,
  list: Cleared<TreatyCountries>,
  next: RecordMeta & { readonly version: number },
): Promise<void> {
  await insertRow(tx, 'treaty_list', {
    entry_seq: next.entrySeq,
    version: next.version,
    as_of: list.asOf,
    source: list.source,
    countries: JSON.stringify(list.countries),
    unless_resident: JSON.stringify(list.unlessResident),
    at: next.at,
    by: next.by,
  });
}
