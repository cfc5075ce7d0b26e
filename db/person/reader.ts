import { sql } from 'kysely';
import { ROLES, type Person } from '../../policy/people.ts';
import type { ReadDb } from '../database.ts';
import { oneOf } from '../parse.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly badge: string;
  readonly role: string;
  readonly verifier: string;
  readonly active: number;
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    badge: row.badge,
    role: oneOf(ROLES, row.role, 'person.role'),
    active: row.active === 1,
  };
}

function persons(db: ReadDb) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'display_name', 'badge', 'role'])
    .select(
      sql<string>`coalesce((select e.verifier from person_event e where e.person_id = person.id
        and e.kind = 'passphrase-changed' order by e.entry_seq desc limit 1), person.verifier)`.as('verifier'),
    )
    .select(
      sql<number>`not exists (select 1 from person_event e where e.person_id = person.id and e.kind = 'deactivated')`.as(
        'active',
      ),
    );
}

/** @param name as typed at sign-in, in any case */
export async function findPersonByName(
  db: ReadDb,
  name: string,
): Promise<{ readonly person: Person; readonly verifier: string } | undefined> {
  const row = await persons(db).where('name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : { person: toPerson(row), verifier: row.verifier };
}

export async function findPerson(db: ReadDb, id: string): Promise<Person | undefined> {
  const row = await persons(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toPerson(row);
}

/** In the order in which they were added, those who left included. */
export async function listPersons(db: ReadDb): Promise<readonly Person[]> {
  const rows = await persons(db).orderBy('entry_seq').execute();
  return rows.map(toPerson);
}
