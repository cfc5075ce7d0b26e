/** One line of the bench: a value, the floor it is held against, and whether the goal is met. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Measured in the same run. */
  readonly floor: number;
  readonly floorName: string;
  /** value / floor. */
  readonly ratio: number;
  readonly goal: string;
  readonly ok: boolean;
}

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor: number;
  readonly floorName: string;
}

/** At least this share of the floor (more is better), or at most this multiple of it (less is better). */
export type Goal =
  | { readonly ratioAtLeast: number }
  | { readonly ratioAtMost: number }
  | { readonly valueAtMost: number }
  | { readonly valueAtLeast: number };

function judge(value: number, ratio: number, goal: Goal): { readonly goal: string; readonly ok: boolean } {
  if ('ratioAtLeast' in goal)
    return { goal: `>= ${String(goal.ratioAtLeast)} x floor`, ok: ratio >= goal.ratioAtLeast };
  if ('ratioAtMost' in goal) return { goal: `<= ${String(goal.ratioAtMost)} x floor`, ok: ratio <= goal.ratioAtMost };
  if ('valueAtMost' in goal) return { goal: `< ${String(goal.valueAtMost)}`, ok: value < goal.valueAtMost };
  return { goal: `>= ${String(goal.valueAtLeast)}`, ok: value >= goal.valueAtLeast };
}

const short = (value: number): number => Number(value.toPrecision(4));

export function result(measured: Measured, goal: Goal): BenchResult {
  const ratio = measured.value / measured.floor;
  return {
    ...measured,
    value: short(measured.value),
    floor: short(measured.floor),
    ratio: short(ratio),
    ...judge(measured.value, ratio, goal),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
