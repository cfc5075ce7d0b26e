// An arrest is told by its booking and by nothing else. A notice about somebody who is not booked therefore rests on no
// arrest: 2(a) and 2(b) stay closed, 2(c) and 2(d) keep the way that needs none. Policy 2(a) to 2(d).
import type { Act } from '../decision.ts';
import type { GroundRule, Pack } from '../packs/pack.ts';
import type { NamedFact } from './fact-names.ts';

const OF_AN_ARREST: ReadonlySet<string> = new Set<NamedFact>(['arrestingAgency', 'arrestedAt', 'offense']);

/** Whether the act about this person may rest on what a booking tells. */
export function restsOnBooking({ act, booked }: { readonly act: Act; readonly booked: boolean }): boolean {
  return booked || act !== 'notify-ice';
}

/** Facts among these names that a booking alone tells. */
export function factsOfArrest(names: readonly string[]): readonly string[] {
  return names.filter((name) => OF_AN_ARREST.has(name));
}

function withoutArrest(rule: GroundRule): GroundRule {
  const ways = rule.anyOf.filter(({ needs }) => !needs.some(({ fact }) => OF_AN_ARREST.has(fact)));
  return ways.length === 0 ? rule : { ...rule, anyOf: ways };
}

/**
 * The pack as it is put to somebody who is not booked: of a ground with several ways, those that need no arrest. It
 * opens nothing that the whole pack would not open, and says what is missing of the ways that are left.
 */
export function unbookedPack(pack: Pack): Pack {
  return { ...pack, grounds: pack.grounds.map(withoutArrest) };
}
