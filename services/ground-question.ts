import type { Booking } from '../contract/booking.ts';
import { findBooking } from '../db/booking/reader.ts';
import type { ReadDb } from '../db/database.ts';
import type { Ground } from '../policy/decision.ts';
import { FACT_NAMES } from '../policy/decide/fact-names.ts';
import { clearFacts } from '../policy/gate.ts';
import { refuseName } from '../policy/gate/refusals.ts';
import type { MatterSubject } from '../policy/matters/matter.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { About } from './ground-request.ts';
import type { Member } from './route.ts';
import { dropStaleWords } from './second-word.ts';

interface Given {
  readonly bookingId?: string | undefined;
  readonly subject?: MatterSubject | undefined;
  readonly ground?: Ground | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cosignId?: string | undefined;
}

type Prepared<T> =
  { readonly ok: true; readonly question: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };
type Found = About & { readonly cosignId: string | undefined };

const isFactName = (name: string): boolean => FACT_NAMES.some((known) => known === name);

/**
 * Clears the facts of a form and finds its booking, if any; names that are no facts are refused by name.
 * @param db the transaction at hand, where the answer is kept in it
 */
export async function prepareAbout(
  member: Member,
  given: Given,
  db: ReadDb = member.open.store.read,
): Promise<Prepared<Found>> {
  await dropStaleWords(member, db);
  const cleared = clearFacts(given.facts);
  if (!cleared.ok) return { ok: false, refusals: cleared.refusals };
  const strange = Object.keys(given.facts).filter((name) => !isFactName(name));
  if (strange.length > 0) return { ok: false, refusals: strange.map((name) => refuseName('facts', name)) };
  const { bookingId, subject, ground, cosignId } = given;
  const booking = bookingId === undefined ? null : await findBooking(db, bookingId);
  if (booking === undefined) return { ok: false, refusals: [{ code: 'not-found', field: 'bookingId' }] };
  return { ok: true, question: { booking, subject, ground, facts: cleared.value, cosignId } };
}

/** The same for a ground of one booking. */
export async function prepare(
  member: Member,
  given: Given & { readonly bookingId: string; readonly ground: Ground },
  db?: ReadDb,
): Promise<Prepared<Found & { readonly booking: Booking; readonly ground: Ground }>> {
  const prepared = await prepareAbout(member, given, db);
  if (!prepared.ok) return prepared;
  const { booking } = prepared.question;
  if (booking === null) return { ok: false, refusals: [{ code: 'not-found', field: 'bookingId' }] };
  return { ok: true, question: { ...prepared.question, booking, ground: given.ground } };
}
