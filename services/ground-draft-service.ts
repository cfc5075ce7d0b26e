// Facts told on "May we …?" wait for whoever told them: past leaving the page, the lock and a restart. Only what passed
// the screen is kept, and nothing of it is a record.
import type { z } from 'zod';
import type { KeptTold, keepToldInput, ToldKept, toldPlaceInput } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import type { ReadDb } from '../db/database.ts';
import { deleteTold, findTold, saveTold, type ToldPlace } from '../db/ground/draft.ts';
import { findMatter } from '../db/matter/reader.ts';
import { clearTold } from '../policy/gate.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

type Place = z.output<typeof toldPlaceInput>;

/** A matter says by itself whom it is about, whether booked or not. */
function placeOf(member: Member, { act, bookingId, matterId }: Place): ToldPlace {
  const by = member.person.id;
  if (matterId !== undefined) return { by, act, bookingId: null, matterId };
  return { by, act, bookingId: bookingId ?? null, matterId: null };
}

/** Null where the record is there, or none is named. */
async function strange(db: ReadDb, { bookingId, matterId }: ToldPlace): Promise<Refusal | null> {
  if (matterId !== null && (await findMatter(db, matterId)) === undefined)
    return { code: 'not-found', field: 'matterId' };
  const unknown = bookingId !== null && (await findBooking(db, bookingId)) === undefined;
  return unknown ? { code: 'not-found', field: 'bookingId' } : null;
}

/** Keeps what passes, fact by fact; the rest is named and not kept. */
export async function keepTold(member: Member, input: z.output<typeof keepToldInput>): Promise<Reply<KeptTold>> {
  const { clock, ids } = member.state.options;
  const place = placeOf(member, input);
  const named = place.bookingId === null && place.matterId === null;
  const now = stamp(clock.now());
  const { kept, refusals } = clearTold({ subject: named ? input.subject : {}, facts: input.facts }, { now });
  return member.open.store.transaction(async (tx) => {
    const no = await strange(tx, place);
    if (no !== null) return refused(no);
    await saveTold(tx, kept, { ...place, id: ids.uuid(), ground: input.ground ?? null, at: now });
    return done({ keptAt: now, notKept: refusals });
  });
}

/** What the same person told there before. */
export async function getTold(member: Member, input: Place): Promise<Reply<ToldKept>> {
  const found = await findTold(member.open.store.read, placeOf(member, input));
  if (found === undefined) return done({ keptAt: null, subject: {}, ground: null, facts: {} });
  const { keptAt, subject, ground, facts } = found;
  return done({ keptAt, subject, ground, facts });
}

/** It was recorded, or begins afresh. */
export function dropTold(member: Member, input: Place): Promise<Reply<{ readonly dropped: boolean }>> {
  const place = placeOf(member, input);
  return member.open.store.transaction(async (tx) => done({ dropped: await deleteTold(tx, place) }));
}
