import type { Act, Decision } from '../policy/decision.ts';
import { factsOfArrest, restsOnBooking } from '../policy/decide/unbooked.ts';
import type { Pack } from '../policy/packs/pack.ts';
import type { Refusal } from '../policy/refusal.ts';

/** The refusal of an act, under its clause: names of what is missing and of what does not fit, never what was said. */
export function notOpen(decision: Decision, pack: Pack): Refusal {
  const clause = pack.grounds.find(({ ground }) => ground === decision.ground)?.cite;
  const first = decision.missing[0] ?? decision.contradicted[0] ?? 'ground';
  return {
    code: 'ground-not-open',
    field: `facts.${first}`,
    ...(clause === undefined ? {} : { clause }),
    params: {
      missing: decision.missing.join(', '),
      contradicted: decision.contradicted.join(', '),
      why: decision.why,
    },
  };
}

/** Place and demand of a problem: `facts.wms.at: must be …`. */
function splitProblem(problem: string): readonly [path: string, must: string] {
  const at = problem.indexOf(': ');
  return at < 0 ? ['facts', ''] : [problem.slice(0, at), problem.slice(at + 2)];
}

/** A fact that cannot be read, called as the pack calls it; what it must be, never what was given. */
export function unreadFact(problem: string | null, pack: Pack): Refusal {
  const [path, must] = splitProblem(problem ?? '');
  const names = [path, path.split('.')[1]];
  const fact = pack.facts.find((one) => names.includes(one.fact))?.name;
  const params = fact === undefined ? { why: problem ?? '' } : { why: 'fact', fact, must };
  return { code: 'wrong-value', field: path, params };
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
