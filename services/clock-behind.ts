// A clock that was set back makes every time that was told before it lie ahead. Whoever is refused by that is told so.
import { TIME_FACTS } from '../policy/decide/fact-names.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { StationState } from './state.ts';
import { steadyNow } from './steady-clock.ts';

const MINUTE_MS = 60_000;
/** Clocks that differ by less are no reason for anything, as in the rules of the store. */
const TOLERATED = 5;

const AHEAD: readonly string[] = ['future', 'future-day', 'country-day'];

/** The refusal that a clock behind the records stands for; null where it goes right. */
export async function clockBehind({ open, options, steady }: StationState): Promise<Refusal | null> {
  if (open === null) return null;
  const counted = await steadyNow(steady, options.clock, open.store.read);
  const minutes = Math.floor((counted - options.clock.now().getTime()) / MINUTE_MS);
  return minutes > TOLERATED ? { code: 'clock-behind', params: { minutes } } : null;
}

/** Whether any of these names is a fact that tells a time. */
export function tellsTime(names: readonly string[]): boolean {
  return TIME_FACTS.some((fact) => names.includes(fact));
}

function restsOnTime({ code, params }: Refusal): boolean {
  if (code === 'clock-behind') return true;
  if (code === 'wrong-value') return AHEAD.includes(String(params?.['why']));
  return code === 'ground-not-open' && tellsTime(String(params?.['contradicted'] ?? '').split(', '));
}

/** Refusals that rest on a time, led by the clock where that is what is wrong. */
export async function ledByClock(state: StationState, refusals: readonly Refusal[]): Promise<readonly Refusal[]> {
  if (!refusals.some(restsOnTime)) return refusals;
  const behind = await clockBehind(state);
  return behind === null ? refusals : [behind, ...refusals.filter(({ code }) => code !== 'clock-behind')];
}
