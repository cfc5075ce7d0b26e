import type { Check } from '../contract/system.ts';
import { listDecisions, type StoredDecision } from '../db/ground/reader.ts';
import { decide, readRequest } from '../policy/decide.ts';
import { refusalMessage } from '../policy/refusal-words.ts';
import type { PackVersion } from './pack-book.ts';
import type { OpenStation } from './state.ts';

/** Decisions that are judged at a time. */
const CHUNK = 500;

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

/** The same answer as the one on record: allowed or refused, by the version of that time. */
function holds(decision: StoredDecision, versions: readonly PackVersion[]): boolean {
  const pack = versions.find(({ digest }) => digest === decision.packDigest)?.pack ?? null;
  if (pack === null) return false;
  const read = readRequest(decision.request, pack);
  if (!read.ok) return false;
  const again = decide(read.request, pack);
  return again.decision === decision.outcome && (decision.outcome === 'refuse' || again.ground === decision.ground);
}

async function decisionCheck(open: OpenStation): Promise<Check> {
  const versions = open.packBook ?? [];
  let count = 0;
  let bad: number | null = null;
  for (let after = -1; ;) {
    const page = await listDecisions(open.store.read, { after, limit: CHUNK });
    const last = page.at(-1);
    if (last === undefined) break;
    count += page.length;
    bad ??= page.find((decision) => !holds(decision, versions))?.entry ?? null;
    after = last.entry;
  }
  const detail =
    bad === null
      ? `${String(count)} decisions, each judged again by the version of its time with the same answer`
      : `judged again by the version of its time, the decision at entry ${String(bad)} comes out otherwise`;
  return { name: 'decisions', ok: bad === null, detail };
}

/** The policy in force and its signatures, and every decision on record judged once more. */
export async function checkPolicy(open: OpenStation): Promise<readonly Check[]> {
  return [packCheck(open), await decisionCheck(open)];
}
