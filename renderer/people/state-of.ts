import type { Account } from '../../contract/account.ts';
import { words } from '../words/words.ts';

/** How an account stands, in a few words. */
export function stateOf({ active, closed }: Pick<Account, 'active' | 'closed'>): string {
  if (!active) return words.people.inactive;
  return closed === null ? words.people.active : words.people.closed[closed];
}
