import type { Duty } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import type { LateEntry, SupervisedDuty, Supervision } from '../contract/supervision.ts';
import type { ReadDb } from '../db/database.ts';
import { findNoticeUnder, listOpenDuties } from '../db/duty/reader.ts';
import { listBookingEntries, listMatterEntries, listNotificationEntries } from '../db/late/reader.ts';
import { isLateEntry } from '../policy/late-entry.ts';
import { supervisedAs, type Supervised } from '../policy/supervision.ts';
import { stamp } from './clock.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { showDuties } from './duty-service.ts';
import { done } from './reply.ts';
import type { Member } from './route.ts';

/** How far back late entries are shown. */
const LATELY_MS = 7 * 24 * 3_600_000;

async function listLateEntries(db: ReadDb, since: string): Promise<readonly LateEntry[]> {
  const entries: readonly LateEntry[] = [
    ...(await listMatterEntries(db, since)).map((entry) => ({ of: 'matter', ...entry }) as const),
    ...(await listBookingEntries(db, since)).map((entry) => ({ of: 'booking', ...entry }) as const),
    ...(await listNotificationEntries(db, since)).map((entry) => ({ of: 'notification', ...entry }) as const),
  ];
  return entries
    .filter(({ at, enteredAt }) => isLateEntry(at, enteredAt))
    .toSorted((one, other) => other.entry - one.entry);
}

/** An exception is reviewed with the notice that was made under it. */
async function withRecord(db: ReadDb, duty: Duty): Promise<SupervisedDuty> {
  const { bookingId, ground, since } = duty;
  const reviewed = duty.duty === 'chief-review' && bookingId !== null;
  const notice = reviewed ? await findNoticeUnder(db, { bookingId, ground, since }) : undefined;
  return { ...duty, notificationId: notice ?? null };
}

/** What a supervisor looks after (S12): every open duty under one heading, and what was entered late. */
export async function getSupervision(member: Member): Promise<Reply<Supervision>> {
  await keepDutiesUp(member);
  const { read } = member.open.store;
  const open = await showDuties(member, await listOpenDuties(read));
  const duties = await Promise.all(open.map((duty) => withRecord(read, duty)));
  const under = (heading: Supervised): readonly SupervisedDuty[] =>
    duties
      .filter(({ duty, left }) => supervisedAs(duty, left) === heading)
      .toSorted((one, other) => one.left - other.left);
  const since = stamp(new Date(member.state.options.clock.now().getTime() - LATELY_MS));
  return done({
    held: under('held'),
    clocks: under('clocks'),
    unfinished: under('unfinished'),
    confirmations: under('confirmations'),
    reviews: under('reviews'),
    late: await listLateEntries(read, since),
  });
}
