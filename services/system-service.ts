import type { Reply } from '../contract/reply.ts';
import type { CheckReport } from '../contract/system.ts';
import { done } from './reply.ts';
import type { Member } from './route.ts';
import { checkStation } from './check-station.ts';

/** Integrity of the store, the ledger and the decisions, in plain words. */
export async function checkSystem(member: Member): Promise<Reply<CheckReport>> {
  return done(await checkStation(member.open, member.state.options.folder));
}
