const SECOND = 1000;
const two = (count: number): string => String(count).padStart(2, '0');

/** `02:48`, `1:02:48`: how much is left or over, without a sign. */
export function showSpan(milliseconds: number): string {
  const total = Math.floor(Math.abs(milliseconds) / SECOND);
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return hours === 0 ? rest : `${String(hours)}:${rest}`;
}

/** `34 min`, `2 h 05 min`, `3 days`: for reading, where seconds say nothing. */
export function showLength(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return `${String(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${String(hours)} h ${two(minutes % 60)} min`;
  return `${String(Math.floor(hours / 24))} days`;
}

interface Named {
  readonly duty: string;
}

/** The task force first, then what is held past release, then by the time that is left. */
export function byUrgency<D extends Named>(duties: readonly D[], left: (duty: D) => number): readonly D[] {
  const rank = (one: D): number => (one.duty === 'jttf' ? 0 : one.duty === 'held-past-release' ? 1 : 2);
  return [...duties].sort((one, other) => rank(one) - rank(other) || left(one) - left(other));
}

interface Step {
  readonly left: number;
  readonly minutes: number;
  readonly step: number;
}

/** The next step of the task force's clock, from what is left of the first one; null after the last. @param steps minutes */
export function nextStep(left: number, steps: readonly number[]): Step | null {
  const first = steps[0] ?? 0;
  for (const [step, minutes] of steps.entries()) {
    const leftOf = left + (minutes - first) * 60_000;
    if (leftOf >= 0) return { left: leftOf, minutes, step };
  }
  return null;
}
