// Every decision on record, judged once more: by the version of its time, from its own facts, which are those that its
// entry tells. Whoever changed an answer with its facts is found by the entry; whoever changed one of them, by either.
import type { Check } from '../contract/system.ts';
import type { ReadDb } from '../db/database.ts';
import { listDecisions, listDeterminations } from '../db/ground/reader.ts';
import { listMatterDecisions } from '../db/matter/decisions.ts';
import { listTold } from '../db/ledger/told.ts';
import type { JsonRecord } from '../db/parse.ts';
import { opens } from '../policy/decide/explain.ts';
import { decide, readRequest } from '../policy/decide.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { isRecord } from '../policy/gate/shapes.ts';
import { jcs } from './ledger/jcs.ts';
import type { PackVersion } from './pack-book.ts';

/** Decisions that are judged at a time. */
const CHUNK = 500;

/** What a decision must say again: of a booking's ground, before a matter's event, or of a ground that stands. */
interface Judged {
  readonly entry: number;
  readonly request: JsonRecord;
  readonly asserted: JsonRecord | null;
  readonly packDigest: string;
  readonly outcome: 'allow' | 'refuse';
  readonly ground: Ground | null;
  readonly cite?: string | null;
  readonly missing?: readonly string[];
  readonly contradicted?: readonly string[];
  /** Acts that a standing ground opens. */
  readonly opens?: readonly Act[];
}

type Pages = (page: { readonly after: number; readonly limit: number }) => Promise<readonly Judged[]>;

/** What the version of that time says to the facts of that time; null where either cannot be read any more. */
function judgeAgain({ packDigest, request }: Judged, versions: readonly PackVersion[]): Decision | null {
  const pack = versions.find(({ digest }) => digest === packDigest)?.pack ?? null;
  if (pack === null) return null;
  const read = readRequest(request, pack);
  return read.ok ? decide(read.request, pack) : null;
}

/** Under which clause it is allowed: every word of it that is on record. */
function sameClause({ ground, cite }: Judged, again: Decision): boolean {
  return again.ground === ground && (cite === undefined || again.cite === cite);
}

function opensNoMore({ ground, packDigest, opens: acts = [] }: Judged, versions: readonly PackVersion[]): boolean {
  const pack = versions.find(({ digest }) => digest === packDigest)?.pack ?? null;
  const open = pack === null || ground === null ? [] : opens(ground, pack);
  return acts.every((act) => open.includes(act));
}

/** The same answer as the one on record: allowed or refused, under which clause, by the version of that time. */
function holds(decision: Judged, versions: readonly PackVersion[]): boolean {
  const again = judgeAgain(decision, versions);
  if (again?.decision !== decision.outcome) return false;
  return decision.outcome === 'refuse' || (sameClause(decision, again) && opensNoMore(decision, versions));
}

/** Whether the row says what its entry told as it was made. Entries that told it otherwise, or not yet, are not held against it. */
function isAsTold(decision: Judged, told: ReadonlyMap<string, unknown> | undefined): boolean {
  const answer = told?.get('ground');
  const facts = told?.get('facts');
  if (!isRecord(answer) || !('outcome' in answer) || !isRecord(facts)) return true;
  const { ground, packDigest, outcome, missing, contradicted, asserted, request } = decision;
  const said = { ground, packDigest, outcome, missing, contradicted };
  const names = Object.entries(said).filter(([, value]) => value !== undefined);
  if (!names.every(([name, value]) => jcs(answer[name] ?? null) === jcs(value ?? null))) return false;
  return jcs(asserted === null ? request : { ...request, asserted }) === jcs(facts);
}

async function judgeAll(
  pages: Pages,
  { db, versions }: { readonly db: ReadDb; readonly versions: readonly PackVersion[] },
): Promise<{ readonly count: number; readonly bad: number | null }> {
  let count = 0;
  let bad: number | null = null;
  for (let after = -1; ;) {
    const page = await pages({ after, limit: CHUNK });
    const [first, last] = [page[0], page.at(-1)];
    if (first === undefined || last === undefined) return { count, bad };
    count += page.length;
    const told = await listTold(db, ['facts', 'ground'], { from: first.entry, to: last.entry });
    bad ??= page.find((one) => !holds(one, versions) || !isAsTold(one, told.get(one.entry)))?.entry ?? null;
    after = last.entry;
  }
}

export async function checkDecisions(db: ReadDb, versions: readonly PackVersion[]): Promise<Check> {
  const store = { db, versions };
  const grounds = await judgeAll((page) => listDecisions(db, page), store);
  const standing = await judgeAll((page) => listDeterminations(db, page), store);
  const matters = await judgeAll((page) => listMatterDecisions(db, page), store);
  const bad = grounds.bad ?? standing.bad ?? matters.bad;
  const detail =
    bad === null
      ? `${String(grounds.count + matters.count)} decisions, each judged again by the version of its time with the same answer`
      : `judged again by the version of its time, the decision at entry ${String(bad)} comes out otherwise`;
  return { name: 'decisions', ok: bad === null, detail };
}
