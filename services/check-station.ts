import type { Check, CheckReport } from '../contract/system.ts';
import { checkStore } from './ledger/check.ts';
import type { OpenStation } from './state.ts';

function packCheck(open: OpenStation): Check {
  return {
    name: 'policy pack',
    ok: open.packAdopted,
    detail: open.packAdopted
      ? `The pack in force is the one the station adopted: ${open.pack.id}, version ${open.pack.version}.`
      : 'This program brings another policy pack than the one the station adopted. The chief has to adopt it.',
  };
}

/** Everything that can be checked of a station's records, in plain words. */
export async function checkStation(open: OpenStation): Promise<CheckReport> {
  const checks = [...(await checkStore(open.store.read)), packCheck(open)];
  const bad = checks.find((check) => !check.ok);
  return { ok: bad === undefined, checks, ...(bad === undefined ? {} : { firstBad: bad.name }) };
}
