import type { TaughtList, TaughtPhrase } from '../../policy/screen/taught.ts';
import { call } from '../api.ts';

/** What this station lets through, for every box that is screened in the window. */
export interface TaughtPhrases {
  /** Undefined until the station has answered: nothing is let through. */
  readonly list: TaughtList | undefined;
  /** The station has just told what stands. */
  take(phrases: readonly TaughtPhrase[]): Promise<void>;
  refresh(): Promise<void>;
}

export function createTaughtPhrases(): TaughtPhrases {
  let list = $state.raw<TaughtList | undefined>();
  /** The lists of the screen are no part of the first screen; whoever types a text has them by then. */
  async function take(phrases: readonly TaughtPhrase[]): Promise<void> {
    const { TaughtList: Made } = await import('../../policy/screen/taught.ts');
    list = new Made(phrases);
  }
  return {
    get list() {
      return list;
    },
    take,
    async refresh() {
      const reply = await call('screen.list', {});
      if (reply.ok) await take(reply.value);
    },
  };
}
