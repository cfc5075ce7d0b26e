import type { z } from 'zod';
import type { BookingLine, findBookingsInput } from '../contract/booking.ts';
import type { Reply } from '../contract/reply.ts';
import { findBookings } from '../db/booking/find.ts';
import { readAsked, type AskedWord } from '../policy/find/asked.ts';
import { noteSafely } from './audit-trouble.ts';
import { stamp } from './clock.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';
import { textRefusals } from './text-refusals.ts';

/** Who types on within this time, by the same thing, is still at one search. */
const ONE_SEARCH_MS = 60_000;

/** Puts on record who searched, and by what; never for whom (CJIS AU-2). Before anything that was found leaves. */
async function noteSearch({ state, client, person }: Member, words: readonly AskedWord[]): Promise<void> {
  const session = state.sessions.get(client);
  if (session === undefined) return;
  const now = state.options.clock.now();
  const fresh = [...new Set(words.map(({ by }) => by))].filter((by) => {
    const since = now.getTime() - (session.searched.get(by) ?? Number.NEGATIVE_INFINITY);
    return since < 0 || since >= ONE_SEARCH_MS;
  });
  if (fresh.length === 0) return;
  const looks = fresh.map((category) => ({ kind: 'looked', call: 'booking.find', category }) as const);
  await noteSafely(state, { at: stamp(now), personId: person.id }, looks);
  for (const by of fresh) session.searched.set(by, now.getTime());
}

/** Bookings by what somebody types: names, numbers, dates, officers. The words are read by the screen and kept nowhere. */
export async function findBooking(
  member: Member,
  { words, limit }: z.output<typeof findBookingsInput>,
): Promise<Reply<readonly BookingLine[]>> {
  const told = textRefusals(words, 'words', 'search');
  if (told.length > 0) return refused(...told);
  const asked = readAsked(words);
  await noteSearch(member, asked);
  return done(await findBookings(member.open.store.read, { words: asked, limit }));
}
