import type { Desk } from '../../contract/booking.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';

/** What the desk, the bar and the rail show. Rooms call `refresh` after they have written something. */
export interface DeskNews {
  readonly desk: Desk | null;
  readonly refusals: readonly Refusal[];
  refresh(): Promise<void>;
}

export function createDeskNews(): DeskNews {
  let desk = $state.raw<Desk | null>(null);
  let refusals = $state.raw<readonly Refusal[]>([]);

  return {
    get desk() {
      return desk;
    },
    get refusals() {
      return refusals;
    },
    async refresh() {
      const reply = await call('desk.get', {});
      if (reply.ok) desk = reply.value;
      refusals = reply.ok ? [] : reply.refusals;
    },
  };
}
