import type { Duty } from '../../contract/matter.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';
import type { WindowClock } from './clock.svelte.ts';

/** Duties that nobody has ended yet, with the time that is left of each. Rooms call `refresh` after they have written. */
export interface DutyNews {
  readonly duties: readonly Duty[];
  readonly refusals: readonly Refusal[];
  /** Requests that are open. */
  readonly openRequests: number;
  /** Milliseconds left of a duty now; below zero it is late. */
  left(duty: Duty): number;
  refresh(): Promise<void>;
}

export function createDutyNews(clock: WindowClock): DutyNews {
  let duties = $state.raw<readonly Duty[]>([]);
  let refusals = $state.raw<readonly Refusal[]>([]);
  let openRequests = $state.raw(0);
  /** On the steady clock: what has run since the station told what is left. */
  let toldAt = $state.raw(clock.steady);

  return {
    get duties() {
      return duties;
    },
    get refusals() {
      return refusals;
    },
    get openRequests() {
      return openRequests;
    },
    left: (duty) => duty.left - Math.max(0, clock.steady - toldAt),
    async refresh() {
      const [reply, requests] = await Promise.all([
        call('duty.list', {}),
        call('matter.list', { kind: 'request', open: true }),
      ]);
      refusals = reply.ok ? [] : reply.refusals;
      if (reply.ok) {
        duties = reply.value;
        toldAt = clock.steady;
      }
      if (requests.ok) openRequests = requests.value.length;
    },
  };
}
