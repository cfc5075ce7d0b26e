import type { CheckReport } from '../contract/system.ts';
import { checkStore } from './ledger/check.ts';
import { checkPolicy } from './pack-check.ts';
import type { OpenStation } from './state.ts';

/** Everything that can be checked of a station's records, in plain words. */
export async function checkStation(open: OpenStation): Promise<CheckReport> {
  const checks = [...(await checkStore(open.store.read)), ...(await checkPolicy(open))];
  const bad = checks.find((check) => !check.ok);
  return { ok: bad === undefined, checks, ...(bad === undefined ? {} : { firstBad: bad.name }) };
}
