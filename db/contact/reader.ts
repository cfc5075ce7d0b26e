import { CONTACT_KINDS, type ContactCard } from '../../policy/contacts.ts';
import type { ReadDb } from '../database.ts';
import { oneOf } from '../parse.ts';

export interface StoredContactVersion extends ContactCard {
  readonly contactId: string;
  readonly version: number;
  readonly checkedAt: string | null;
  /** Id of the person. */
  readonly checkedById: string | null;
  /** Display name. */
  readonly checkedBy: string | null;
  readonly retired: boolean;
  readonly changedAt: string;
  /** Display name. */
  readonly changedBy: string;
}

function versions(db: ReadDb) {
  return db
    .selectFrom('contact as c')
    .innerJoin('person as p', 'p.id', 'c.by')
    .leftJoin('person as k', 'k.id', 'c.checked_by')
    .selectAll('c')
    .select(['p.display_name as changer', 'k.display_name as checker'])
    .orderBy('c.entry_seq');
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

function toVersion(row: Row): StoredContactVersion {
  return {
    contactId: row.contact_id,
    version: row.version,
    kind: oneOf(CONTACT_KINDS, row.kind, 'contact.kind'),
    name: row.name,
    agency: row.agency,
    number: row.number,
    second: row.second,
    notes: row.notes,
    checkedAt: row.checked_at,
    checkedById: row.checked_by,
    checkedBy: row.checker,
    retired: row.retired === 1,
    changedAt: row.at,
    changedBy: row.changer,
  };
}

/** Every version of every card, in the order in which it was entered. */
export async function listContactVersions(db: ReadDb): Promise<readonly StoredContactVersion[]> {
  return (await versions(db).execute()).map(toVersion);
}

/** The card as it stands now, also where it was taken off the list. */
export async function findContact(db: ReadDb, contactId: string): Promise<StoredContactVersion | undefined> {
  const rows = await versions(db).where('c.contact_id', '=', contactId).execute();
  const newest = rows.at(-1);
  return newest === undefined ? undefined : toVersion(newest);
}
