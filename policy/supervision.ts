// What a supervisor looks after, from what is still to be done. Requirements S12, M13, M29; policy X1, X2,
// 3(b)(i), 3(c).

/** `clocks`: time runs; `reviews`: X2, whoever is due; the others are over their time. */
export const SUPERVISED = ['held', 'clocks', 'unfinished', 'confirmations', 'reviews'] as const;
export type Supervised = (typeof SUPERVISED)[number];

/** What is said of a duty once its time is over; before that its clock runs like any other. */
const OVERDUE: Readonly<Partial<Record<string, Supervised>>> = {
  'finish-facts': 'unfinished',
  'written-confirmation': 'confirmations',
};

/** Under which heading an open duty stands; each stands under one. @param left milliseconds, below zero late */
export function supervisedAs(duty: string, left: number): Supervised {
  if (duty === 'held-past-release') return 'held';
  if (duty === 'chief-review') return 'reviews';
  return (left < 0 ? OVERDUE[duty] : undefined) ?? 'clocks';
}

/** Whether it waits for a supervisor by itself: a clock that runs is the desk's own. */
export function waitsForSupervisor(duty: string, left: number): boolean {
  return supervisedAs(duty, left) !== 'clocks';
}
