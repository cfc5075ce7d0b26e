/** The real clock, some milliseconds off. */
export interface MovedClock {
  by: number;
  now(): Date;
}

export function movedClock(): MovedClock {
  return {
    by: 0,
    now() {
      return new Date(Date.now() + this.by);
    },
  };
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
