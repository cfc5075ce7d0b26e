import type { Act, Decision } from '../policy/decision.ts';
import { factsOfArrest, restsOnBooking } from '../policy/decide/unbooked.ts';
import type { Refusal } from '../policy/refusal.ts';

/** The refusal of an act: names of what is missing and of what does not fit, never what was said. */
export function notOpen(decision: Decision): Refusal {
  const first = decision.missing[0] ?? decision.contradicted[0] ?? 'ground';
  return {
    code: 'ground-not-open',
    field: `facts.${first}`,
    params: {
      missing: decision.missing.join(', '),
      contradicted: decision.contradicted.join(', '),
      why: decision.why,
    },
  };
}

/** Facts of an arrest that were told of somebody who is not booked: a booking tells them, and nothing else. */
export function arrestTold(asked: {
  readonly act: Act;
  readonly booking: object | null;
  readonly facts: Readonly<Record<string, unknown>>;
}): readonly Refusal[] {
  const { act, booking, facts } = asked;
  if (restsOnBooking({ act, booked: booking !== null })) return [];
  const params = { why: 'told-by-booking' };
  return factsOfArrest(Object.keys(facts)).map((name) => ({ code: 'wrong-value', field: `facts.${name}`, params }));
}
