import type { Booking } from '../contract/booking.ts';
import type { StoredDetermination } from '../db/ground/reader.ts';
import type { Act } from '../policy/decision.ts';
import { decide, readRequest } from '../policy/decide.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import { custodyOf } from './custody.ts';
import { policyTrouble } from './pack-guard.ts';
import type { Member } from './route.ts';

interface Again {
  readonly determination: StoredDetermination;
  readonly booking: Booking;
  readonly act: Act;
}

/**
 * Judges an act afresh under a determination: its stored facts and people, today's custody, this moment.
 * Null where the act is open, otherwise the refusal.
 */
export function askAgain(member: Member, { determination, booking, act }: Again): Refusal | null {
  const trouble = policyTrouble(member);
  if (trouble !== null) return trouble;
  if (determination.bookingId !== booking.bookingId) return { code: 'not-found', field: 'determinationId' };
  const at = stamp(member.state.options.clock.now());
  const ended = determination.revokedAt !== null || Date.parse(determination.expiresAt) <= Date.parse(at);
  if (ended) return { code: 'ground-not-open', field: 'determinationId', params: { missing: 'ground' } };
  const read = readRequest({ ...determination.request, at, act, custody: custodyOf(booking.events) }, member.open.pack);
  if (!read.ok) return { code: 'ground-not-open', field: 'facts', params: { why: read.error } };
  const decision = decide(read.request, member.open.pack);
  if (decision.decision === 'allow') return null;
  const first = decision.missing[0] ?? decision.contradicted[0] ?? 'ground';
  return {
    code: 'ground-not-open',
    field: `facts.${first}`,
    params: { missing: decision.missing.join(', '), why: decision.why },
  };
}
