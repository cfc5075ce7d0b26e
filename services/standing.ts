import type { Booking } from '../contract/booking.ts';
import type { StoredDetermination } from '../db/ground/reader.ts';
import { custodyOf } from '../policy/custody.ts';
import type { Act, Decision } from '../policy/decision.ts';
import { decide, readRequest } from '../policy/decide.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import { isOfBooking } from './fact-provenance.ts';
import { notOpen } from './ground-refusal.ts';
import { knownFacts } from './known-facts.ts';
import { policyTrouble } from './pack-guard.ts';
import type { Member } from './route.ts';

interface Again {
  readonly determination: StoredDetermination;
  readonly booking: Booking;
  readonly act: Act;
}

type JudgedAgain =
  | { readonly refusal: Refusal }
  | { readonly refusal: null; readonly decision: Decision; readonly request: DecisionRequest };

const closed = (why: string, more: Refusal['params'] = {}): Refusal => ({
  code: 'ground-not-open',
  field: 'determinationId',
  clause: '2',
  params: { missing: 'ground', why, ...more },
});

/** Names of the facts that the booking told when the ground was found, and tells otherwise now. */
export function changedFacts(
  member: Member,
  { determination, booking }: { readonly determination: StoredDetermination; readonly booking: Booking },
): readonly string[] {
  const { asserted, request } = determination;
  const told = readFacts(request['facts']);
  const now = new Map(
    knownFacts(booking, member.open.station, member.open.pack).map(({ fact, value }) => [fact, value]),
  );
  const then = Object.keys(told).filter((name) => isOfBooking(asserted?.[name]));
  return [...new Set([...now.keys(), ...then])].filter((name) => now.get(name) !== told[name]);
}

function readFacts(facts: unknown): Readonly<Record<string, unknown>> {
  return typeof facts === 'object' && facts !== null ? { ...facts } : {};
}

/** Why a determination stands no more for this booking, now; null where it still does. */
function endedBecause(member: Member, { determination, booking }: Again, at: string): Refusal | null {
  if (determination.revokedAt !== null) return closed('revoked');
  if (Date.parse(determination.expiresAt) <= Date.parse(at)) return closed('over');
  const changed = changedFacts(member, { determination, booking });
  return changed.length > 0 ? closed('booking-changed', { changed: changed.join(', ') }) : null;
}

/**
 * Judges an act afresh under a determination: its stored facts and people, today's custody, this moment. Where the
 * booking tells an arrest otherwise by now, what was done under the ground stays good, and nothing more is done under
 * it before it was looked at again (requirements 1.5, 2a).
 */
export function judgeAgain(member: Member, again: Again): JudgedAgain {
  const { determination, booking, act } = again;
  const trouble = policyTrouble(member);
  if (trouble !== null) return { refusal: trouble };
  if (determination.bookingId !== booking.bookingId) {
    return { refusal: { code: 'not-found', field: 'determinationId' } };
  }
  const at = stamp(member.state.options.clock.now());
  const ended = endedBecause(member, again, at);
  if (ended !== null) return { refusal: ended };
  const read = readRequest({ ...determination.request, at, act, custody: custodyOf(booking) }, member.open.pack);
  if (!read.ok) return { refusal: { code: 'ground-not-open', field: 'facts', params: { why: read.error } } };
  const decision = decide(read.request, member.open.pack);
  if (decision.decision !== 'allow') return { refusal: notOpen(decision, member.open.pack) };
  return { refusal: null, decision, request: read.request };
}

/** The same, where only the refusal counts; null where the act is open. */
export function askAgain(member: Member, again: Again): Refusal | null {
  return judgeAgain(member, again).refusal;
}
