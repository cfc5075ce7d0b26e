import type { Booking } from '../contract/booking.ts';
import type { StoredDetermination } from '../db/ground/reader.ts';
import { custodyOf } from '../policy/custody.ts';
import type { Act, Decision } from '../policy/decision.ts';
import { decide, readRequest } from '../policy/decide.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import { notOpen } from './ground-refusal.ts';
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

/** Judges an act afresh under a determination: its stored facts and people, today's custody, this moment. */
export function judgeAgain(member: Member, { determination, booking, act }: Again): JudgedAgain {
  const trouble = policyTrouble(member);
  if (trouble !== null) return { refusal: trouble };
  if (determination.bookingId !== booking.bookingId) {
    return { refusal: { code: 'not-found', field: 'determinationId' } };
  }
  const at = stamp(member.state.options.clock.now());
  const ended = determination.revokedAt !== null || Date.parse(determination.expiresAt) <= Date.parse(at);
  if (ended) {
    return { refusal: { code: 'ground-not-open', field: 'determinationId', params: { missing: 'ground' } } };
  }
  const read = readRequest({ ...determination.request, at, act, custody: custodyOf(booking) }, member.open.pack);
  if (!read.ok) return { refusal: { code: 'ground-not-open', field: 'facts', params: { why: read.error } } };
  const decision = decide(read.request, member.open.pack);
  if (decision.decision !== 'allow') return { refusal: notOpen(decision) };
  return { refusal: null, decision, request: read.request };
}

/** The same, where only the refusal counts; null where the act is open. */
export function askAgain(member: Member, again: Again): Refusal | null {
  return judgeAgain(member, again).refusal;
}
