// What becomes of a duty as time goes by: how much is left, how far it has escalated, what has to be told to end it.
// Policy 2(c), 3(b); requirements M9, M11, M29. Pure: the moment is handed in, by the clock that nobody can set back.
import { contact, plain, choice } from './matters/boxes.ts';
import type { MatterField } from './matters/matter.ts';
import { CHANNELS } from './notification.ts';
import type { Deadline, Pack } from './packs/pack.ts';

export interface DutyTimes {
  /** Code of the pack. */
  readonly duty: string;
  readonly since: string;
  readonly by: string;
}

export interface DutyStanding {
  /** Milliseconds left; below zero it is late. */
  readonly left: number;
  readonly late: boolean;
  /** 0 not yet, then 1, 2, 3. */
  readonly escalation: number;
}

const MINUTE = 60_000;
/** The task force's clock goes to the shift supervisor at its deadline, then to the commander, then to the chief. */
const TIMES_THE_DEADLINE = [1, 2, 4] as const;

/** Minutes after which the task force's clock goes to the next person: 15, 30, 60 where the pack says 15. 2(c), "forthwith". */
export function jttfSteps({ since, by }: Pick<DutyTimes, 'since' | 'by'>): readonly number[] {
  const first = (Date.parse(by) - Date.parse(since)) / MINUTE;
  return TIMES_THE_DEADLINE.map((times) => times * first);
}

/** How a duty stands at a moment, in milliseconds since 1970. */
export function dutyStanding(times: DutyTimes, now: number): DutyStanding {
  const left = Date.parse(times.by) - now;
  const waited = (now - Date.parse(times.since)) / MINUTE;
  const steps = jttfSteps(times).filter((minutes) => waited >= minutes).length;
  return { left, late: left < 0, escalation: times.duty === 'jttf' ? steps : Number(left < 0) };
}

/** The task force is reached by somebody, somewhere, somehow; a try says what was tried. */
const ATTEMPT: readonly MatterField[] = [
  contact('number', 'optional', 60),
  choice('method', 'optional', CHANNELS),
  contact('note', 'optional'),
];
const REACHED: readonly MatterField[] = [
  contact('number', 'required', 60),
  contact('reached', 'required', 120),
  choice('method', 'required', CHANNELS),
  contact('reference', 'optional', 60),
  contact('note', 'optional'),
];
const DONE: readonly MatterField[] = [contact('note', 'optional'), plain('reference', 'optional', 60)];

/** The boxes of a try, or of what ends a duty. */
export function dutyFields(duty: string, kind: 'attempt' | 'done'): readonly MatterField[] {
  if (kind === 'attempt') return ATTEMPT;
  return duty === 'jttf' ? REACHED : DONE;
}

/** Held without a basis ends by release or a basis, never by a word; what a matter tells ends by its own event. */
export function endsByHand(duty: string, ofMatter: boolean): boolean {
  return duty !== 'held-past-release' && !(ofMatter && (duty === 'cleared' || duty === 'finish-facts'));
}

/** What the pack says about a duty: the ground that brings it, its words, from when it counts. */
export interface DutyRule {
  readonly ground: Pack['grounds'][number]['ground'];
  readonly cite: string;
  readonly label: string;
  readonly by: Deadline;
}

/** Undefined where the pack knows no such duty. */
export function dutyRule(duty: string, pack: Pack): DutyRule | undefined {
  for (const { ground, cite, duties } of pack.grounds) {
    const found = duties.find((one) => one.duty === duty);
    if (found !== undefined) return { ground, cite, label: found.label, by: found.by };
  }
  return undefined;
}
