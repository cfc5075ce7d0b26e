import type { Check } from '../contract/system.ts';
import { listDecisions, type StoredDecision } from '../db/ground/reader.ts';
import { listMatterDecisions } from '../db/matter/decisions.ts';
import type { Ground } from '../policy/decision.ts';
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

/** What a decision must say again: of a booking's ground, or before a matter's event. */
interface Judged {
  readonly entry: number;
  readonly request: StoredDecision['request'];
  readonly packDigest: string;
  readonly outcome: 'allow' | 'refuse';
  readonly ground: Ground | null;
}

/** The same answer as the one on record: allowed or refused, by the version of that time. */
function holds(decision: Judged, versions: readonly PackVersion[]): boolean {
  const pack = versions.find(({ digest }) => digest === decision.packDigest)?.pack ?? null;
  if (pack === null) return false;
  const read = readRequest(decision.request, pack);
  if (!read.ok) return false;
  const again = decide(read.request, pack);
  return again.decision === decision.outcome && (decision.outcome === 'refuse' || again.ground === decision.ground);
}

type Pages = (page: { readonly after: number; readonly limit: number }) => Promise<readonly Judged[]>;

async function judgeAll(
  pages: Pages,
  versions: readonly PackVersion[],
): Promise<{ readonly count: number; readonly bad: number | null }> {
  let count = 0;
  let bad: number | null = null;
  for (let after = -1; ;) {
    const page = await pages({ after, limit: CHUNK });
    const last = page.at(-1);
    if (last === undefined) return { count, bad };
    count += page.length;
    bad ??= page.find((decision) => !holds(decision, versions))?.entry ?? null;
    after = last.entry;
  }
}

async function decisionCheck(open: OpenStation): Promise<Check> {
  const versions = open.packBook ?? [];
  const { read } = open.store;
  const grounds = await judgeAll((page) => listDecisions(read, page), versions);
  const matters = await judgeAll((page) => listMatterDecisions(read, page), versions);
  const bad = grounds.bad ?? matters.bad;
  const detail =
    bad === null
      ? `${String(grounds.count + matters.count)} decisions, each judged again by the version of its time with the same answer`
      : `judged again by the version of its time, the decision at entry ${String(bad)} comes out otherwise`;
  return { name: 'decisions', ok: bad === null, detail };
}

/** The policy in force and its signatures, and every decision on record judged once more. */
export async function checkPolicy(open: OpenStation): Promise<readonly Check[]> {
  return [packCheck(open), await decisionCheck(open)];
}
