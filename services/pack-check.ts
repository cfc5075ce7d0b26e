import type { Check } from '../contract/system.ts';
import { refusalMessage } from '../policy/refusal-words.ts';
import { checkDecisions } from './decision-check.ts';
import type { OpenStation } from './state.ts';

function packCheck(open: OpenStation): Check {
  const why = open.policyTrouble;
  if (why !== null)
    return { name: 'policy pack', ok: false, detail: refusalMessage({ code: 'no-policy', params: { why } }) };
  const bad = (open.packBook ?? []).filter(({ proof }) => proof !== 'good');
  const names = bad.map(({ id, version, proof }) => `${id} version ${version} (${proof})`).join(', ');
  const detail =
    bad.length === 0
      ? `In force: ${open.pack.id}, version ${open.pack.version}. Every adopted version is as it was signed.`
      : `These adopted versions are not as they were signed: ${names}.`;
  return { name: 'policy pack', ok: bad.length === 0, detail };
}

/** The policy in force and its signatures, and every decision on record judged once more. */
export async function checkPolicy(open: OpenStation): Promise<readonly Check[]> {
  return [packCheck(open), await checkDecisions(open.store.read, open.packBook ?? [])];
}
