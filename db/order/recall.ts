import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

/** Somebody who has a copy, or was told. */
export interface Audience {
  readonly audience: string;
  /** Whom there, or the number that was used. */
  readonly reached: string | null;
  /** Of the copy or of the notice. */
  readonly number: string | null;
  readonly leftAt: string;
}

/** Who was handed a signed copy of these notices, who was notified, and to whom a criminal history went. */
export async function listAudiences(
  db: ReadDb,
  of: { readonly notificationIds: readonly string[]; readonly matterIds: readonly string[] },
): Promise<readonly Audience[]> {
  const notices = sql`select value from json_each(${JSON.stringify(of.notificationIds)})`;
  const matters = sql`select value from json_each(${JSON.stringify(of.matterIds)})`;
  const { rows } = await sql<Audience>`select e.audience, null as reached, e.number, e.at as leftAt
      from export e where e.notification_id in (${notices})
    union all select n.agency || coalesce(', ' || n.unit, ''), coalesce(n.recipient, n.reached_at), n.number, n.contacted_at
      from notification n where n.id in (${notices}) and n.outcome = 'notified'
    union all select json_extract(e.detail, '$.agency'), json_extract(e.detail, '$.recipient'), m.number, e.at
      from matter_event e join matter m on m.id = e.matter_id
      where m.kind = 'dissemination' and m.id in (${matters}) and json_extract(e.detail, '$.agency') is not null
    order by leftAt`.execute(db);
  return rows;
}

export interface StoredRecall extends Audience {
  readonly recallId: string;
  readonly entry: number;
}

/** Everybody who has yet to be told, the oldest first. */
export async function listRecalls(db: ReadDb): Promise<readonly StoredRecall[]> {
  return db
    .selectFrom('recall')
    .select(['id as recallId', 'entry_seq as entry', 'audience', 'reached', 'number', 'left_at as leftAt'])
    .orderBy('entry_seq')
    .execute();
}

export async function findRecall(db: ReadDb, recallId: string): Promise<StoredRecall | undefined> {
  return (await listRecalls(db)).find((recall) => recall.recallId === recallId);
}
