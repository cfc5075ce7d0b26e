/** Milliseconds since the epoch at which the start reached a step; printed as one JSON line when all are there. */
export interface Times {
  mark(step: (typeof STEPS)[number]): void;
}

const STEPS = ['main', 'ready', 'window', 'shown', 'station', 'screen'] as const;

export function createTimes(now: () => number, print: (line: string) => void): Times {
  const marks = new Map<string, number>();
  return {
    mark: (step) => {
      if (marks.has(step)) return;
      marks.set(step, now());
      if (marks.size === STEPS.length) print(JSON.stringify({ times: Object.fromEntries(marks) }));
    },
  };
}
