import type { Desk, DueReview, WaitingMatter } from '../contract/booking.ts';
import type { WaitingForm, WaitingTold } from '../contract/waiting.ts';
import type { Reply } from '../contract/reply.ts';
import { listInCustody } from '../db/booking/list.ts';
import { listDrafts } from '../db/booking/reader.ts';
import type { ReadDb } from '../db/database.ts';
import { countQuarantine } from '../db/exchange/reader.ts';
import { listTold } from '../db/ground/draft.ts';
import { findNewest, listShiftEvents } from '../db/ledger/reader.ts';
import { listForms } from '../db/matter/draft.ts';
import { listWaiting } from '../db/matter/waiting.ts';
import type { Role } from '../policy/people.ts';
import { accountReviewDue } from './account/review-service.ts';
import { lateBackup } from './backup/late-backup.ts';
import { stamp } from './clock.ts';
import { drillDue } from './key-drills.ts';
import { toAcknowledge } from './pack-service.ts';
import { personOf } from './matter-page.ts';
import { done } from './reply.ts';
import { trailReviewDue } from './trail-service.ts';
import type { Member } from './route.ts';

/** A shift as the desk shows it: the last twelve hours. */
const SHIFT_MS = 12 * 3_600_000;

/** What waits, as the desk shows it. */
export async function waitingAt(db: ReadDb): Promise<readonly WaitingMatter[]> {
  return (await listWaiting(db)).map((matter) => {
    const { matterId, number, kind, since, channel, form } = matter;
    return { matterId, number, kind, person: personOf(matter), since, channel, form };
  });
}

/** Only who decides tells facts, and finds their own again. */
async function toldBy({ open, person }: Member): Promise<readonly WaitingTold[]> {
  return (await listTold(open.store.read, person.id)).map(
    ({ act, bookingId, matterId, number, person: whom, keptAt }) => {
      return { act, bookingId, matterId, number, person: whom, keptAt };
    },
  );
}

/** Who may tell of a matter finds what they began to type. */
async function formsBy({ open, person }: Member): Promise<readonly WaitingForm[]> {
  return (await listForms(open.store.read, person.id)).map(
    ({ kind, event, matterId, bookingId, number, person: whom, keptAt }) => {
      return { kind, event, matterId, bookingId, number, person: whom, keptAt };
    },
  );
}

interface Recurring {
  readonly kind: DueReview['kind'];
  readonly by: readonly Role[];
  readonly due: (member: Member, db: ReadDb) => Promise<{ readonly since: string; readonly overdue: boolean }>;
}
/** The trail of a week, the accounts of a year, the drills of a year. */
const RECURRING: readonly Recurring[] = [
  { kind: 'trail', by: ['chief', 'supervisor'], due: trailReviewDue },
  { kind: 'accounts', by: ['chief'], due: accountReviewDue },
  { kind: 'drill', by: ['chief'], due: drillDue },
];

/** What is overdue and whoever asks may do. */
async function dueReviews(member: Member): Promise<readonly DueReview[]> {
  const reviews: DueReview[] = [];
  for (const { kind, by, due } of RECURRING) {
    if (!by.includes(member.person.role)) continue;
    const { since, overdue } = await due(member, member.open.store.read);
    if (overdue) reviews.push({ kind, since });
  }
  return reviews;
}

/** Everything the desk shows, in one call. */
export async function getDesk(member: Member): Promise<Reply<Desk>> {
  const { read } = member.open.store;
  const since = stamp(new Date(member.state.options.clock.now().getTime() - SHIFT_MS));
  const head = await findNewest(read);
  const onDuty = [...member.state.sessions.values()].find((session) => session.person.role === 'supervisor');
  return done({
    drafts: await listDrafts(read),
    waiting: await waitingAt(read),
    told: await toldBy(member),
    forms: await formsBy(member),
    inCustody: await listInCustody(read),
    shift: await listShiftEvents(read, since),
    head: { entries: head === undefined ? 0 : head.seq + 1, at: head?.at ?? null },
    supervisor: onDuty?.person.displayName ?? null,
    quarantined: await countQuarantine(read),
    reviews: await dueReviews(member),
    lateBackup: await lateBackup(member.state, member.open),
    toAcknowledge: await toAcknowledge(member),
  });
}
