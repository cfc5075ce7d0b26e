import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import { SIGNS, type Review, type reviewInput, type Trail, type TrailLine } from '../contract/trail.ts';
import { listOpenings } from '../db/audit/openings.ts';
import { listSigns } from '../db/audit/signs.ts';
import { countTrail, insertReview, listReviews, listTrail, type TrailRow } from '../db/audit/trail.ts';
import type { ReadDb } from '../db/database.ts';
import { lastSeq } from '../db/ledger/reader.ts';
import { oneOf } from '../db/parse.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import { daysSince } from './review-due.ts';
import type { Member } from './route.ts';
import { textRefusals } from './text-refusals.ts';

/** CJIS Security Policy AU-6: the trail is looked through every week. */
const REVIEW_DAYS = 7;
const SHOWN = 300;
const REVIEWS_SHOWN = 12;

/** Days since the trail was last looked through, and whether that is a week ago. */
export async function trailReviewDue(
  { open, state }: Member,
  db: ReadDb,
): Promise<{ readonly since: string; readonly days: number; readonly overdue: boolean }> {
  const [last] = await listReviews(db, 1);
  const since = last?.at ?? open.station.createdAt;
  const days = daysSince(since, state.options.clock.now());
  return { since, days, overdue: days >= REVIEW_DAYS };
}

const untold = (row: TrailRow): TrailLine => ({ ...row, why: null });

/** Each line with why something sealed was opened there. */
async function withReasons({ open }: Member, rows: readonly TrailRow[]): Promise<readonly TrailLine[]> {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  if (newest === undefined || oldest === undefined) return [];
  const reasons = await listOpenings(open.store.read, { from: oldest.entry, to: newest.entry });
  return rows.map((row) => ({ ...row, why: reasons.get(row.entry) ?? null }));
}

/** The trail since the last review, with what it counts. */
export async function getTrail(member: Member): Promise<Reply<Trail>> {
  const { store } = member.open;
  const reviews = await listReviews(store.read, REVIEWS_SHOWN);
  const after = reviews[0]?.upto ?? -1;
  const { days, overdue } = await trailReviewDue(member, store.read);
  const rows = await listTrail(store.read, { after, limit: SHOWN });
  return done({
    lines: member.person.role === 'administrator' ? rows.map(untold) : await withReasons(member, rows),
    signs: (await listSigns(store.read, after)).map((sign) => ({
      ...sign,
      sign: oneOf(SIGNS, sign.sign, 'trail.sign'),
    })),
    counts: await countTrail(store.read, after),
    reviews,
    days,
    overdue,
  });
}

/** What somebody did themselves, the newest first; it tells nobody else's acts, and of their own not about whom. */
export async function getOwnTrail(member: Member): Promise<Reply<readonly TrailLine[]>> {
  const rows = await listTrail(member.open.store.read, { actor: member.person.id, limit: SHOWN });
  return done(await withReasons(member, rows));
}

/** Puts somebody's name under the trail up to an entry, from where the last review ended. */
export async function reviewTrail(member: Member, input: z.output<typeof reviewInput>): Promise<Reply<Review>> {
  const { upto, remark } = input;
  const told = remark === undefined ? [] : textRefusals(remark, 'remark', 'reason');
  if (told.length > 0) return refused(...told);
  return member.open.store.transaction(async (tx): Promise<Reply<Review>> => {
    if (upto > (await lastSeq(tx))) return refuse('not-found', { field: 'upto' });
    const [last] = await listReviews(tx, 1);
    if (last !== undefined && upto <= last.upto) {
      return refuse('changed-meanwhile', { field: 'upto', params: { why: 'signed' } });
    }
    const review = { upto, ...(remark === undefined ? {} : { remark }) };
    const meta = await cover(tx, member, { type: 'trail.reviewed', disclosures: { review } });
    await insertReview(tx, { id: member.state.options.ids.uuid(), upto, remark: remark ?? null }, meta);
    return done({ upto, at: meta.at, by: member.person.displayName, remark: remark ?? null });
  });
}
