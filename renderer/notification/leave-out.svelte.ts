import type { LeaveOutReason } from '../../policy/release.ts';

/** Parts of a record, in the order in which they read best. */
export const GROUPS = ['station', 'person', 'charge', 'custody', 'notice', 'authority', 'times'] as const;
type Group = (typeof GROUPS)[number];

const each = <T>(value: (group: Group) => T): Record<string, T> =>
  Object.fromEntries(GROUPS.map((group) => [group, value(group)]));

/** What copies show, and why they go without the rest. */
export class LeaveOutChoice<R extends LeaveOutReason> {
  readonly reasons: readonly R[];
  readonly #first: R;
  shown: Record<string, boolean>;
  why: Record<string, R>;

  /** @param first the reason that is proposed @param hidden parts that are left out unless somebody ticks them */
  constructor(reasons: readonly R[], first: R, hidden: readonly Group[] = []) {
    this.reasons = reasons;
    this.#first = first;
    this.shown = $state(each((group) => !hidden.includes(group)));
    this.why = $state(each(() => first));
  }

  get leaveOut(): { name: string; reason: R }[] {
    const without = GROUPS.filter((group) => this.shown[group] !== true);
    return without.map((name) => ({ name, reason: this.why[name] ?? this.#first }));
  }
}
