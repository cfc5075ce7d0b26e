import { findBooking } from '../db/booking/reader.ts';
import type { Ground } from '../policy/decision.ts';
import { FACT_NAMES } from '../policy/decide/fact-names.ts';
import { clearFacts } from '../policy/gate.ts';
import { refuseName } from '../policy/gate/refusals.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { Question } from './ground-request.ts';
import type { Member } from './route.ts';

/** How long a second person's word waits for the form that asked for it. */
const COSIGN_MS = 15 * 60_000;

interface Given {
  readonly bookingId: string;
  readonly ground: Ground;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cosignId?: string | undefined;
}

type Prepared =
  | { readonly ok: true; readonly question: Omit<Question, 'act'> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const isFactName = (name: string): boolean => FACT_NAMES.some((known) => known === name);

function dropOldCosigns(member: Member): void {
  const now = member.state.options.clock.now().getTime();
  for (const [id, cosign] of member.state.cosigns) {
    if (now - cosign.at > COSIGN_MS) member.state.cosigns.delete(id);
  }
}

/** Clears the facts of a form and finds its booking; names that are no facts are refused by name. */
export async function prepare(member: Member, given: Given): Promise<Prepared> {
  dropOldCosigns(member);
  const cleared = clearFacts(given.facts);
  if (!cleared.ok) return { ok: false, refusals: cleared.refusals };
  const strange = Object.keys(given.facts).filter((name) => !isFactName(name));
  if (strange.length > 0) return { ok: false, refusals: strange.map((name) => refuseName('facts', name)) };
  const booking = await findBooking(member.open.store.read, given.bookingId);
  if (booking === undefined) return { ok: false, refusals: [{ code: 'not-found', field: 'bookingId' }] };
  return { ok: true, question: { booking, ground: given.ground, facts: cleared.value, cosignId: given.cosignId } };
}
