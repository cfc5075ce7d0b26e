import type { WriteTx } from '../db/database.ts';
import { listDutiesBeside, listOpenDuties, type StoredDuty } from '../db/duty/reader.ts';
import { insertDuty, insertDutyEvent, type NewDutyEvent } from '../db/duty/writer.ts';
import type { Decision, Ground } from '../policy/decision.ts';
import { printMoment } from '../policy/decide/moment.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import { dutyRule, type DutyRule } from '../policy/duties.ts';
import { cover } from './record.ts';
import type { Member } from './route.ts';
import { steadyNow } from './steady-clock.ts';

/** What a duty hangs on. */
export interface DutyOwner {
  readonly matterId: string | null;
  readonly bookingId: string | null;
}

interface Due {
  readonly duty: string;
  readonly ground: Ground;
  readonly cite: string;
  readonly since: string;
  readonly by: string;
}

/** The moment from which a duty counts, as told in the request. */
function sinceOf(rule: DutyRule, request: DecisionRequest): string {
  const from = 'from' in rule.by ? rule.by.from : 'at';
  const moments = {
    at: request.at,
    factsKnownAt: request.facts.times.factsKnownAt,
    'instrument.requestedAt': request.facts.objects.instrument?.requestedAt,
    'custody.releaseEligibleAt': request.custody.releaseEligibleAt,
  };
  return printMoment(moments[from] ?? request.at);
}

function dueIn(member: Member, decision: Decision, request: DecisionRequest): readonly Due[] {
  return decision.due.flatMap(({ duty, by }) => {
    const rule = dutyRule(duty, member.open.pack);
    if (rule === undefined) return [];
    return [{ duty, ground: rule.ground, cite: rule.cite, since: sinceOf(rule, request), by }];
  });
}

/** The clock of 2(c) starts once for each moment at which facts were known; every other duty runs once at a time. */
function isOpened(due: Due, known: readonly StoredDuty[], owner: DutyOwner): boolean {
  const same = known.filter(({ duty }) => duty === due.duty);
  const again = same.some(({ since }) => Date.parse(since) === Date.parse(due.since));
  if (due.duty === 'jttf' || due.duty === 'held-past-release') return again;
  const own = same.filter(({ matterId }) => matterId === owner.matterId);
  return again || own.some(({ doneAt }) => owner.matterId !== null || doneAt === null);
}

/** Somebody has to be held, in our records, to be held past release. */
function hangsOnSomething(due: Due, owner: DutyOwner): boolean {
  return due.duty !== 'held-past-release' || owner.matterId !== null || owner.bookingId !== null;
}

/** Clocks that differ by less tell the same time. */
const TOLERATED_MS = 5 * 60_000;

/** Nobody knows anything in the future: a slip of the pen must not put the call to the task force off. */
const hasBegun = ({ duty, since }: Due, now: number): boolean =>
  duty !== 'jttf' || Date.parse(since) <= now + TOLERATED_MS;

async function openDuty(tx: WriteTx, member: Member, opened: Due & DutyOwner): Promise<void> {
  const id = member.state.options.ids.uuid();
  const { duty, ground, since, by } = opened;
  const meta = await cover(tx, member, { type: 'duty.opened', disclosures: { duty: { duty, ground, since, by } } });
  await insertDuty(tx, { id, ...opened }, meta);
}

/** Opens what a decision says must be done, each once. */
export async function openDuties(
  tx: WriteTx,
  member: Member,
  brought: { readonly decision: Decision; readonly request: DecisionRequest; readonly owner: DutyOwner },
): Promise<void> {
  const { decision, request, owner } = brought;
  const due = dueIn(member, decision, request);
  if (due.length === 0) return;
  const known = await listDutiesBeside(tx, owner);
  const now = await steadyNow(member.state.steady, member.state.options.clock, tx);
  for (const one of due) {
    const counts = hangsOnSomething(one, owner) && hasBegun(one, now);
    if (counts && !isOpened(one, known, owner)) await openDuty(tx, member, { ...one, ...owner });
  }
}

/** The alarm of somebody who is in our custody after release was due, without a criminal basis on record (3(c), M13). */
export async function openHeldPastRelease(
  tx: WriteTx,
  member: Member,
  held: { readonly bookingId: string; readonly releaseEligibleAt: string },
): Promise<void> {
  const duty = 'held-past-release';
  const rule = dutyRule(duty, member.open.pack);
  const owner = { matterId: null, bookingId: held.bookingId };
  if (rule === undefined) return;
  const { ground, cite } = rule;
  const due = { duty, ground, cite, since: held.releaseEligibleAt, by: held.releaseEligibleAt };
  if (!isOpened(due, await listDutiesBeside(tx, owner), owner)) await openDuty(tx, member, { ...due, ...owner });
}

/** Keeps what was done about a duty, under an entry of its own. */
export async function noteDuty(
  tx: WriteTx,
  member: Member,
  noted: { readonly duty: StoredDuty } & Omit<NewDutyEvent, 'id' | 'dutyId'>,
): Promise<void> {
  const { duty, kind, at, detail } = noted;
  const id = member.state.options.ids.uuid();
  const told = { dutyId: duty.dutyId, duty: duty.duty, kind, at, detail };
  const meta = await cover(tx, member, { type: `duty.${kind}`, disclosures: { event: told } });
  await insertDutyEvent(tx, { id, dutyId: duty.dutyId, kind, at, detail }, meta);
}

/** Ends open duties of these kinds by what happened: an event of the matter, or of the booking. */
export async function endDuties(
  tx: WriteTx,
  member: Member,
  ended: { readonly duties: readonly string[]; readonly owner: DutyOwner; readonly event: { id: string; at: string } },
): Promise<void> {
  const { duties, owner, event } = ended;
  if (duties.length === 0) return;
  const of = (duty: StoredDuty): boolean =>
    (owner.matterId !== null && duty.matterId === owner.matterId) ||
    (owner.bookingId !== null && duty.bookingId === owner.bookingId && endsAnywhere(duty));
  const open = (await listOpenDuties(tx)).filter((duty) => duties.includes(duty.duty) && of(duty));
  for (const duty of open)
    await noteDuty(tx, member, { duty, kind: 'done', at: event.at, detail: { event: event.id } });
}

/** A duty that no matter owns, or one that lies on the person: somebody released is held in no matter any more. */
function endsAnywhere(duty: StoredDuty): boolean {
  return duty.matterId === null || duty.duty === 'held-past-release';
}
