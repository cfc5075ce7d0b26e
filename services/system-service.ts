import type { Reply } from '../contract/reply.ts';
import type { CheckReport } from '../contract/system.ts';
import { allRoots, stationKeys } from './key-lines.ts';
import { done, refuse } from './reply.ts';
import type { Member } from './route.ts';
import { checkStation } from './check-station.ts';

/** Integrity of the store, the ledger and the decisions, in plain words. */
export async function checkSystem(member: Member): Promise<Reply<CheckReport>> {
  return done(await checkStation(member.open, member.state.options));
}

/** Fingerprints of the roots by which outsiders know what this station signed: its own, and a town's. */
export async function getRoot(member: Member): Promise<Reply<{ readonly roots: readonly string[] }>> {
  const roots = allRoots(await stationKeys(member));
  return roots.length === 0 ? refuse('not-found') : done({ roots });
}
