import { sql } from 'kysely';
import { DEFAULT_SETTINGS, readSetting, type StationSettings } from '../../policy/settings.ts';
import type { ReadDb } from '../database.ts';

/** What begins the count anew: the right secret, a release, a new passphrase. */
const RESETS = ['signed-in', 'unlocked', 'vouched', 'proved'];
const WRONG = ['sign-in-failed', 'unlock-failed', 'vouch-failed', 'proof-failed'];
const list = (kinds: readonly string[]) => sql.join(kinds.map((kind) => sql.lit(kind)));

/** The newest of each kind, from the end of its index: who came a hundred thousand times is not counted through. */
const newest = (personId: string, kinds: readonly string[]) =>
  sql.join(
    kinds.map((kind) => sql`(select max(entry_seq) from audit_event where person_id = ${personId} and kind = ${kind})`),
  );

/** Under the ledger: what let somebody in again. */
const letIn = (personId: string) => sql`select entry_seq, at from account_event
    where person_id = ${personId} and kind = 'released'
  union all select entry_seq, at from person_event where person_id = ${personId} and kind = 'passphrase-changed'`;

/** When, by the clock, somebody last proved themselves or was let in again under the ledger. */
const since = (personId: string) => sql`select max(at) from (
  select at from audit_event where person_id = ${personId} and kind in (${list(RESETS)})
  union all select at from (${letIn(personId)}))`;

/**
 * Moments of wrong tries since somebody last proved themselves or was let in again, in the order in which they happened,
 * whatever the clock said then. Those beside the ledger are of the time while it was refused.
 */
export async function listWrongTries(db: ReadDb, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly at: string }>`with reset (seq) as (
      select coalesce(max(seq), -1) from (
        select entry_seq as seq from audit_event where entry_seq in (${newest(personId, RESETS)})
        union all select entry_seq from (${letIn(personId)}))),
    beside (at) as materialized (
      select at from session_event where person_id = ${personId} and kind in (${list(WRONG)}) and at > coalesce(
        (select max(at) from session_event where person_id = ${personId} and kind in (${list(RESETS)})), ''))
    select at from (
      select at, entry_seq as seq from audit_event where person_id = ${personId} and kind in (${list(WRONG)})
        and entry_seq > (select seq from reset)
      union all select at, 9e15 from beside where at > coalesce((${since(personId)}), ''))
    order by seq, at`.execute(db);
  return rows.map(({ at }) => at);
}

/** When somebody was last in, let in again or added, whichever is newest by the log's order. */
export async function lastSeen(db: ReadDb, personId: string): Promise<string | null> {
  const { rows } = await sql<{ readonly at: string }>`select at from (
      select entry_seq as seq, at from audit_event where entry_seq in (${newest(personId, RESETS)})
      union all select entry_seq, at from account_event where person_id = ${personId}
      union all select entry_seq, created_at from person where id = ${personId}
      union all select entry_seq, at from person_event where person_id = ${personId} and kind = 'passphrase-changed')
    order by seq desc limit 1`.execute(db);
  return rows[0]?.at ?? null;
}

/** What the chief set last, by name; what was not set is as it is from the start. */
export async function readSettings(db: ReadDb): Promise<StationSettings> {
  const rows = await db.selectFrom('station_setting').select(['name', 'value']).orderBy('entry_seq').execute();
  return rows.reduce<StationSettings>(
    (settings, { name, value }) => ({ ...settings, ...readSetting(name, value) }),
    DEFAULT_SETTINGS,
  );
}
