/** The window's clock: the only place in the renderer that reads the computer's. */
export interface WindowClock {
  /** Moves once a second. */
  readonly now: Date;
}

export function createClock(): WindowClock {
  let now = $state.raw(new Date());
  setInterval(() => (now = new Date()), 1000);
  return {
    get now() {
      return now;
    },
  };
}
