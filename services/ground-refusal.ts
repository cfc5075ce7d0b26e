import type { Decision } from '../policy/decision.ts';
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
