import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard } from './guards.ts';

const left = (person: string): string =>
  `exists (select 1 from person_event where person_id = ${person} and kind = 'deactivated')`;
const roleOf = (person: string): string => `(select role from person where id = ${person})`;
const OWNER = '(select f.person_id from second_factor f where f.id = new.factor_id)';

const COUNTS = ['in_custody', 'clocks', 'unfinished', 'due', 'drafts', 'waiting', 'kept_apart'];

/** The type of the entry that a walk names as its beginning. */
const BEGINNING = `(select json_extract(cast(e.leaf as text), '$.type') from ledger_entry e where e.seq = new.begun)`;

const GUARDS = [
  guard(
    'account_review',
    'of_all_accounts',
    `new.accounts = (select count(*) from person)
    and new.active = (select count(*) from person p where not ${left('p.id')})`,
  ),
  guard('account_review', 'goes_on', `new.upto > coalesce((select max(upto) from account_review), -1)`),
  guard('second_factor', 'of_somebody_active', `not ${left('new.person_id')}`),
  guard('second_factor_event', 'by_somebody_active', `not ${left('new."by"')}`),
  // Whoever holds the recovery key takes the factor of the chief whose passphrase it renews, in that chief's name.
  guard(
    'second_factor_event',
    'removed_by_a_keeper',
    `new.kind <> 'removed' or ${roleOf('new."by"')} = 'chief'
    or (${roleOf('new."by"')} = 'administrator' and ${roleOf(OWNER)} <> 'chief')`,
  ),
  guard('handover', 'counts', COUNTS.map((name) => `new.${name} >= 0`).join(' and ')),
  guard('key_walk', 'yes_or_no', 'new.drill in (0, 1) and new.passed in (0, 1)'),
  guard(
    'key_walk',
    'begun_as_it_says',
    `new.begun is null or ${BEGINNING} = case new.drill when 1 then 'key.drilled' else 'key.changed' end`,
  ),
  guard(
    'key_walk',
    'begun_once',
    `new.begun is null or not exists (select 1 from key_walk w where w.begun = new.begun)`,
  ),
  guard(
    'treaty_list',
    'exceptions_of_its_countries',
    `not exists (select 1 from json_each(new.unless_resident) u
    where u.value not in (select c.value from json_each(new.countries) c))`,
  ),
  guard('sealing_event', 'opened_alone', `new.kind <> 'opened' or new.cosigned_by is null`),
];

/** What was left to checks of columns, which a client can turn off, or to the program alone. */
export const guardSigned: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of GUARDS) await sql.raw(statement).execute(db);
  },
};
