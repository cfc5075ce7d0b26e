import { StoreFault } from './fault.ts';

/** How long a write waits while another program holds the store, in milliseconds; then it is refused. */
export const PATIENCE = 2_000;
/** Time between two tries, in milliseconds. */
const PAUSE = 20;

const pause = (): Promise<void> =>
  new Promise((goOn) => {
    setTimeout(goOn, PAUSE);
  });

const isHeld = (fault: unknown): boolean => fault instanceof StoreFault && fault.code === 'in-use';

/**
 * Waits for a store that another program holds, without holding up who only reads. One call writes several times, and
 * many calls wait at once: after a wait in vain, the next ones try once and say so, as long as the store stays held.
 */
export class Patience {
  /** Runs out when a wait is worth it again; null while nobody waited in vain. */
  #held: AbortSignal | null = null;

  /** @throws StoreFault `in-use` where the store stays held */
  async run(attempt: () => Promise<void>): Promise<void> {
    try {
      await attempt();
    } catch (fault) {
      if (!isHeld(fault)) throw fault;
      await this.#wait(attempt, fault);
    }
    this.#held = null;
  }

  async #wait(attempt: () => Promise<void>, first: unknown): Promise<void> {
    let fault = first;
    const inVain = this.#held?.aborted === false;
    const end = AbortSignal.timeout(PATIENCE);
    while (!inVain && !end.aborted) {
      await pause();
      try {
        await attempt();
        return;
      } catch (again) {
        if (!isHeld(again)) throw again;
        fault = again;
      }
    }
    this.#held = AbortSignal.timeout(PATIENCE);
    throw fault;
  }
}
