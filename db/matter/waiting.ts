import { sql } from 'kysely';
import { MATTER_RULES } from '../../policy/matters/matter-rules.ts';
import type { MatterKind } from '../../policy/matters/matter.ts';
import type { ReadDb } from '../database.ts';
import { findMatters, type StoredMatter } from './reader.ts';

export interface StoredWaiting extends StoredMatter {
  /** When it began, as told. */
  readonly since: string;
  readonly channel: string | null;
  readonly form: string | null;
}

/** Kinds that somebody has to see through, and the events after which nobody waits for them any more. */
const WAITS: readonly MatterKind[] = ['request', 'detention', 'assistance'];
const SETTLED = WAITS.flatMap((kind) =>
  MATTER_RULES[kind].events
    .filter((event) => event.closes || event.kind === 'decided')
    .map((event) => `${kind}/${event.kind}`),
);

const settled = sql<boolean>`exists (select 1 from matter_event e
  where e.matter_id = m.id and m.kind || '/' || e.kind in (${sql.join(SETTLED)}))`;
const FIRST = sql<number>`(select min(e.entry_seq) from matter_event e where e.matter_id = m.id)`;
const box = (name: 'channel' | 'form') => sql<string | null>`json_extract(f.detail, ${`$.${name}`})`;

/** Requests that nobody decided, and help and detentions that were not ended; what waits longest first. */
export async function listWaiting(db: ReadDb): Promise<readonly StoredWaiting[]> {
  const rows = await db
    .selectFrom('matter as m')
    .innerJoin('matter_event as f', (join) => join.on('f.entry_seq', '=', FIRST))
    .select(['m.id', 'f.at as since', box('channel').as('channel'), box('form').as('form')])
    .where('m.kind', 'in', WAITS)
    .where(sql<boolean>`not ${settled}`)
    .execute();
  const found = await findMatters(
    db,
    rows.map(({ id }) => id),
  );
  return rows
    .flatMap(({ id, ...begun }) => found.filter(({ matterId }) => matterId === id).map((one) => ({ ...one, ...begun })))
    .sort((one, other) => Date.parse(one.since) - Date.parse(other.since));
}
