import { ACTS, GROUNDS, type Act, type Ground } from '../../policy/decision.ts';
import type { ReadDb } from '../database.ts';
import { parseRequest } from '../ground/stored-request.ts';
import { MATTER_NOW, ofBooking } from './now.ts';
import { oneOf, parseTexts, type JsonRecord } from '../parse.ts';

export interface StoredMatterDecision {
  readonly entry: number;
  readonly id: string;
  readonly matterId: string | null;
  readonly event: string;
  readonly act: Act;
  readonly ground: Ground | null;
  readonly cite: string | null;
  readonly request: JsonRecord;
  /** Who asserted each fact, when, and on what basis; null in rows from before that was kept. */
  readonly asserted: JsonRecord | null;
  readonly packDigest: string;
  readonly outcome: 'allow' | 'refuse';
  readonly missing: readonly string[];
  readonly contradicted: readonly string[];
  readonly at: string;
  /** Display name. */
  readonly cosignedBy: string | null;
}

function decisions(db: ReadDb) {
  return db
    .selectFrom('matter_decision as d')
    .leftJoin('person as c', 'c.id', 'd.cosigned_by')
    .selectAll('d')
    .select('c.display_name as cosigner')
    .orderBy('d.entry_seq');
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number];

function toDecision(row: DecisionRow): StoredMatterDecision {
  return {
    entry: row.entry_seq,
    id: row.id,
    matterId: row.matter_id,
    event: row.event,
    act: oneOf(ACTS, row.act, 'matter_decision.act'),
    ground: row.ground === null ? null : oneOf(GROUNDS, row.ground, 'matter_decision.ground'),
    cite: row.cite,
    ...parseRequest(row.facts, 'matter_decision.facts'),
    packDigest: row.pack_digest,
    outcome: oneOf(['allow', 'refuse'] as const, row.outcome, 'matter_decision.outcome'),
    missing: parseTexts(row.missing, 'matter_decision.missing'),
    contradicted: parseTexts(row.contradicted, 'matter_decision.contradicted'),
    at: row.at,
    cosignedBy: row.cosigner,
  };
}

/** Every answer for one matter, the oldest first. */
export async function listDecisionsOf(db: ReadDb, matterId: string): Promise<readonly StoredMatterDecision[]> {
  return (await decisions(db).where('d.matter_id', '=', matterId).execute()).map(toDecision);
}

/** Every answer for any matter, the oldest first; a page starts after `after`. */
export async function listMatterDecisions(
  db: ReadDb,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly StoredMatterDecision[]> {
  return (await decisions(db).where('d.entry_seq', '>', page.after).limit(page.limit).execute()).map(toDecision);
}

/** Whether the policy ever opened an act for another matter of the same booking. */
export async function hasAllowedAct(db: ReadDb, bookingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('matter_decision as d')
    .innerJoin(MATTER_NOW, 'm.id', 'd.matter_id')
    .select('d.id')
    .where(ofBooking(bookingId))
    .where('d.outcome', '=', 'allow')
    .executeTakeFirst();
  return row !== undefined;
}
