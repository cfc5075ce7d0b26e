import type { Desk } from '../../contract/booking.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';
import type { DutyNews } from './duty-news.svelte.ts';

/** What the desk, the bar and the rail show. Rooms call `refresh` after they have written something. */
export interface DeskNews {
  readonly desk: Desk | null;
  readonly refusals: readonly Refusal[];
  refresh(): Promise<void>;
}

/** What was written may have brought a duty or ended one, so these are asked again with it. */
export function createDeskNews(duties: DutyNews): DeskNews {
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
      const [reply] = await Promise.all([call('desk.get', {}), duties.refresh()]);
      if (reply.ok) desk = reply.value;
      refusals = reply.ok ? [] : reply.refusals;
    },
  };
}
