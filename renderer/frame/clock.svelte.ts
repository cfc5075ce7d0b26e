/** The window's clock: the only place in the renderer that reads the computer's. */
export interface WindowClock {
  /** Moves once a second. */
  readonly now: Date;
  /** Milliseconds since the window opened, by a clock that nobody can set: what a duty counts by. */
  readonly steady: number;
}

export function createClock(): WindowClock {
  let now = $state.raw(new Date());
  let steady = $state.raw(performance.now());
  setInterval(() => {
    now = new Date();
    steady = performance.now();
  }, 1000);
  return {
    get now() {
      return now;
    },
    get steady() {
      return steady;
    },
  };
}
