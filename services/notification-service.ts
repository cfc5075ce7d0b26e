import type { z } from 'zod';
import type { Booking } from '../contract/booking.ts';
import type {
  Notification,
  notificationIdInput,
  notificationInput,
  notificationPageInput,
} from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import { reserveNumber } from '../db/booking/writer.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { findDetermination, type StoredDetermination } from '../db/ground/reader.ts';
import { findNotification, listNotifications } from '../db/notification/reader.ts';
import { insertNotification } from '../db/notification/writer.ts';
import type { Act } from '../policy/decision.ts';
import { clearNotification, type Cleared } from '../policy/gate.ts';
import { needsGround, type NotificationDraft } from '../policy/notification.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp, stationYear } from './clock.ts';
import { openDuties } from './duty-log.ts';
import { recordDisclosures } from './export/record-disclosures.ts';
import { recordUnbooked, strayForm } from './matter-notice.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { judgeAgain } from './standing.ts';

type Input = z.output<typeof notificationInput>;
type Judged = ReturnType<typeof judgeAgain> | { readonly refusal: Refusal | null };

interface Context {
  readonly booking: Booking | undefined;
  readonly determination: StoredDetermination | undefined;
}

async function gather(db: ReadDb, input: Input): Promise<Context> {
  return {
    booking: input.bookingId === undefined ? undefined : await findBooking(db, input.bookingId),
    determination: input.determinationId === undefined ? undefined : await findDetermination(db, input.determinationId),
  };
}

/** Where nothing leaves no ground is asked for, but one that is named belongs to the booking all the same. */
function refuseNamed({ determinationId }: Input, { booking, determination }: Context): Refusal | null {
  const named =
    determinationId === undefined || (booking !== undefined && determination?.bookingId === booking.bookingId);
  return named ? null : { code: 'not-found', field: 'determinationId' };
}

/** An answer to them may rest on a ground that opens answering alone. */
function actOf({ direction }: Input, { opens }: StoredDetermination): Act {
  return direction === 'in' && opens.includes('reply-request') ? 'reply-request' : 'notify-ice';
}

/** Whatever leaves needs a ground that stands for the same booking; declines and no action release nothing (M12). */
function judge(member: Member, input: Input, context: Context): Judged {
  const { booking, determination } = context;
  if (input.bookingId !== undefined && booking === undefined) {
    return { refusal: { code: 'not-found', field: 'bookingId' } };
  }
  if (!needsGround(input)) return { refusal: refuseNamed(input, context) };
  if (booking === undefined || determination === undefined) {
    const params = { missing: 'ground' };
    return { refusal: { code: 'ground-not-open', field: 'determinationId', clause: '2', params } };
  }
  return judgeAgain(member, { booking, determination, act: actOf(input, determination) });
}

interface Recorded {
  readonly id: string;
  readonly notification: Cleared<NotificationDraft>;
  readonly context: Context;
}

async function write(tx: WriteTx, member: Member, { id, notification, context }: Recorded): Promise<void> {
  const { station, pack, packDigest } = member.open;
  const { booking = null, determination = null } = context;
  const now = member.state.options.clock.now();
  const wanted = { year: stationYear(now), at: stamp(now), by: member.person.id, recordId: id };
  const { number } = await reserveNumber(tx, 'notification', wanted);
  const meta = await cover(tx, member, {
    type: 'notification.recorded',
    disclosures: recordDisclosures({
      number,
      notification,
      booking,
      determination,
      station,
      pack: { id: pack.id, version: pack.version, digest: packDigest },
      decidedBy: member.person,
      enteredAt: stamp(now),
    }),
  });
  const cosignedBy = determination?.cosignedById ?? null;
  await insertNotification(tx, notification, { id, number, cosignedBy, ...meta });
}

/** About a booking, or about nobody in particular. */
async function recordBooked(member: Member, input: Input): Promise<Reply<string>> {
  const { clock, ids } = member.state.options;
  const cleared = clearNotification(input, { now: stamp(clock.now()) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const id = ids.uuid();
  return member.open.store.transaction(async (tx) => {
    const context = await gather(tx, input);
    const judged = judge(member, input, context);
    if (judged.refusal !== null) return refused(judged.refusal);
    await write(tx, member, { id, notification: cleared.value, context });
    if (!('decision' in judged) || input.bookingId === undefined) return done(id);
    const owner = { matterId: null, bookingId: input.bookingId };
    await openDuties(tx, member, { decision: judged.decision, request: judged.request, owner });
    return done(id);
  });
}

/** Puts a contact, a decline or a decision not to notify on the notification log; judged in the transaction at hand. */
export async function recordNotification(member: Member, input: Input): Promise<Reply<Notification>> {
  const stray = strayForm(input);
  if (stray.length > 0) return refused(...stray);
  const { ground, facts, cosignId, ...contact } = input;
  const { subject } = contact;
  const reply = await (subject === undefined
    ? recordBooked(member, contact)
    : recordUnbooked(member, { contact: { ...contact, subject }, form: { ground, facts, cosignId } }));
  return reply.ok ? getNotification(member, { notificationId: reply.value }) : reply;
}

export async function listNotificationLog(
  member: Member,
  page: z.output<typeof notificationPageInput>,
): Promise<Reply<readonly Notification[]>> {
  return done(await listNotifications(member.open.store.read, page));
}

export async function getNotification(
  member: Member,
  input: z.output<typeof notificationIdInput>,
): Promise<Reply<Notification>> {
  const found = await findNotification(member.open.store.read, input.notificationId);
  return found === undefined ? refuse('not-found', { field: 'notificationId' }) : done(found);
}
