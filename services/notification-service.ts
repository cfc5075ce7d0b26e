import type { z } from 'zod';
import type { Booking } from '../contract/booking.ts';
import type { Notification, notificationIdInput, notificationInput } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import { reserveNumber } from '../db/booking/writer.ts';
import { findDetermination, type StoredDetermination } from '../db/ground/reader.ts';
import { findNotification, listNotifications } from '../db/notification/reader.ts';
import { insertNotification } from '../db/notification/writer.ts';
import type { Act } from '../policy/decision.ts';
import { clearNotification } from '../policy/gate.ts';
import { needsGround } from '../policy/notification.ts';
import { stamp, stationYear } from './clock.ts';
import { openDuties } from './duty-log.ts';
import { recordDisclosures } from './export/record-disclosures.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { judgeAgain } from './standing.ts';

type Input = z.output<typeof notificationInput>;
type Judged = ReturnType<typeof judgeAgain> | { readonly refusal: null };

interface Context {
  readonly booking: Booking | undefined;
  readonly determination: StoredDetermination | undefined;
}

async function gather(member: Member, input: Input): Promise<Context> {
  const { read } = member.open.store;
  return {
    booking: input.bookingId === undefined ? undefined : await findBooking(read, input.bookingId),
    determination:
      input.determinationId === undefined ? undefined : await findDetermination(read, input.determinationId),
  };
}

/** An answer to them may rest on a ground that opens answering alone. */
function actOf({ direction }: Input, { opens }: StoredDetermination): Act {
  return direction === 'in' && opens.includes('reply-request') ? 'reply-request' : 'notify-ice';
}

/** Whatever leaves needs a ground that stands for the same booking; declines and no action release nothing (M12). */
function judge(member: Member, input: Input, context: Context): Judged {
  if (input.bookingId !== undefined && context.booking === undefined) {
    return { refusal: { code: 'not-found', field: 'bookingId' } };
  }
  if (!needsGround(input)) return { refusal: null };
  const { booking, determination } = context;
  if (booking === undefined || determination === undefined) {
    const params = { missing: 'ground' };
    return { refusal: { code: 'ground-not-open', field: 'determinationId', clause: '2', params } };
  }
  return judgeAgain(member, { booking, determination, act: actOf(input, determination) });
}

/** Puts a contact, a decline or a decision not to notify on the notification log. */
export async function recordNotification(member: Member, input: Input): Promise<Reply<Notification>> {
  const { clock, ids } = member.state.options;
  const cleared = clearNotification(input, { now: stamp(clock.now()) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const context = await gather(member, input);
  const judged = judge(member, input, context);
  if (judged.refusal !== null) return refused(judged.refusal);
  const id = ids.uuid();
  await member.open.store.transaction(async (tx) => {
    const now = clock.now();
    const number = await reserveNumber(tx, 'notification', {
      year: stationYear(now),
      at: stamp(now),
      by: member.person.id,
      recordId: id,
    });
    const meta = await cover(tx, member, {
      type: 'notification.recorded',
      disclosures: recordDisclosures({
        number: number.number,
        notification: cleared.value,
        booking: context.booking ?? null,
        determination: context.determination ?? null,
        station: member.open.station,
        pack: { id: member.open.pack.id, version: member.open.pack.version, digest: member.open.packDigest },
        decidedBy: member.person,
        enteredAt: stamp(now),
      }),
    });
    const cosignedBy = context.determination?.cosignedById ?? null;
    await insertNotification(tx, cleared.value, { id, number: number.number, cosignedBy, ...meta });
    if (!('decision' in judged) || input.bookingId === undefined) return;
    const owner = { matterId: null, bookingId: input.bookingId };
    await openDuties(tx, member, { decision: judged.decision, request: judged.request, owner });
  });
  return getNotification(member, { notificationId: id });
}

export async function listNotificationLog(member: Member): Promise<Reply<readonly Notification[]>> {
  return done(await listNotifications(member.open.store.read));
}

export async function getNotification(
  member: Member,
  input: z.output<typeof notificationIdInput>,
): Promise<Reply<Notification>> {
  const found = await findNotification(member.open.store.read, input.notificationId);
  return found === undefined ? refuse('not-found', { field: 'notificationId' }) : done(found);
}
