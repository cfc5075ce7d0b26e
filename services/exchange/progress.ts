/** Where an import stands; the caller adds whose import it is. */
export interface ProgressNews {
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Null until it can be told. */
  readonly secondsLeft: number | null;
  readonly phase: 'reading' | 'storing' | 'done' | 'cancelled' | 'refused';
}

export interface ProgressMeter {
  /** Sends news, at most five times a second; a change of phase is always sent. */
  tell(now: { readonly rows: number; readonly bytesRead: number; readonly phase: ProgressNews['phase'] }): void;
}

const INTERVAL_MS = 200;
/** Before this nothing is known about the speed. */
const LEAST_MS = 500;

/** @param clock milliseconds, from any start */
export function progressMeter(
  bytesTotal: number,
  given: { readonly clock: () => number; readonly send: (news: ProgressNews) => void },
): ProgressMeter {
  const started = given.clock();
  let sent = started - INTERVAL_MS;
  let phase: ProgressNews['phase'] | null = null;
  return {
    tell: (now) => {
      const at = given.clock();
      if (now.phase === phase && at - sent < INTERVAL_MS) return;
      sent = at;
      phase = now.phase;
      given.send({ ...now, bytesTotal, secondsLeft: secondsLeft(now.bytesRead, bytesTotal, at - started) });
    },
  };
}

function secondsLeft(read: number, total: number, elapsed: number): number | null {
  if (elapsed < LEAST_MS || read === 0) return null;
  return Math.max(0, Math.ceil(((total - read) * elapsed) / read / 1000));
}
