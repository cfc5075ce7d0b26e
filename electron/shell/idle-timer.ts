/** After this long without a key or the mouse in our window it locks at the latest (CJIS Security Policy AC-11). */
export const MOST_IDLE_SECONDS = 30 * 60;

/** Calls `act` when nothing was used for so long. */
export interface IdleTimer {
  /** Something was used: the time begins anew. */
  readonly used: () => void;
  /** From now on after this long; never longer than the most, and the time begins anew. */
  readonly after: (seconds: number) => void;
  readonly stop: () => void;
}

const isTime = (seconds: number): boolean => seconds > 0 && seconds <= MOST_IDLE_SECONDS;

/** @param seconds as `after` takes them; a value that is no time counts as the most */
export function createIdleTimer(seconds: number, act: () => void): IdleTimer {
  let limit = MOST_IDLE_SECONDS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const used = (): void => {
    clearTimeout(timer);
    timer = setTimeout(act, limit * 1000);
  };
  const after = (wanted: number): void => {
    limit = isTime(wanted) ? wanted : MOST_IDLE_SECONDS;
    used();
  };
  after(seconds);
  return {
    used,
    after,
    stop: () => {
      clearTimeout(timer);
    },
  };
}
