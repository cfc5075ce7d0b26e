import type { Contact } from '../../contract/contact.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';

/** The stored contacts, for every room that shows a number. Whoever changes one calls `refresh`. */
export interface ContactBook {
  readonly contacts: readonly Contact[];
  readonly refusals: readonly Refusal[];
  /** The station has answered once. */
  readonly loaded: boolean;
  refresh(): Promise<void>;
}

export function createContactBook(): ContactBook {
  let contacts = $state.raw<readonly Contact[]>([]);
  let refusals = $state.raw<readonly Refusal[]>([]);
  let loaded = $state.raw(false);

  return {
    get contacts() {
      return contacts;
    },
    get refusals() {
      return refusals;
    },
    get loaded() {
      return loaded;
    },
    async refresh() {
      const reply = await call('contact.list', {});
      if (reply.ok) contacts = reply.value;
      refusals = reply.ok ? [] : reply.refusals;
      loaded = true;
    },
  };
}
