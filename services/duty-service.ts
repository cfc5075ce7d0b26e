import type { z } from 'zod';
import type { Duty, dutyActInput, DutyEvent, listDutiesInput } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import {
  findDuty,
  listDuties,
  listDutyEvents,
  listOpenDuties,
  type StoredDuty,
  type StoredDutyEvent,
} from '../db/duty/reader.ts';
import { clearDutyDetail } from '../policy/gate.ts';
import { dutyRule, dutyStanding, endsByHand } from '../policy/duties.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { noteDuty } from './duty-log.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { steadyNow } from './steady-clock.ts';

const MOST = 500;

function shown({ kind, at, enteredAt, by, detail }: StoredDutyEvent): DutyEvent {
  return { kind, at, enteredAt, by, detail };
}

/** Duties as a page shows them, with what is left by the steady clock. */
export async function showDuties(member: Member, stored: readonly StoredDuty[]): Promise<readonly Duty[]> {
  const { open, state } = member;
  const now = await steadyNow(state.steady, state.options.clock, open.store.read);
  const events = await listDutyEvents(
    open.store.read,
    stored.map(({ dutyId }) => dutyId),
  );
  const courses = Map.groupBy(events, ({ dutyId }) => dutyId);
  return stored.map((duty) => ({
    ...duty,
    label: dutyRule(duty.duty, open.pack)?.label ?? duty.duty,
    left: dutyStanding(duty, now).left,
    escalation: dutyStanding(duty, now).escalation,
    events: (courses.get(duty.dutyId) ?? []).map(shown),
  }));
}

/** What has to be done, the most urgent first; with `open` false what was done as well. */
export async function listDutyLog(
  member: Member,
  input: z.output<typeof listDutiesInput>,
): Promise<Reply<readonly Duty[]>> {
  await keepDutiesUp(member);
  const { read } = member.open.store;
  const duties = await showDuties(member, input.open ? await listOpenDuties(read) : await listDuties(read, MOST));
  return done(duties.toSorted((one, other) => one.left - other.left));
}

/** Why somebody may not end a duty by a word: it ends by what happens, or it is the chief's (M11, M13). */
function endRefusal(member: Member, { duty, matterId }: StoredDuty): Refusal | null {
  if (!endsByHand(duty, matterId !== null)) {
    return { code: 'wrong-value', field: 'kind', params: { why: 'ends-by-itself' } };
  }
  const { role } = member.person;
  const others = duty === 'chief-review' && role !== 'chief';
  return others ? { code: 'role-not-allowed', field: 'kind', params: { role } } : null;
}

async function shownDuty(member: Member, dutyId: string): Promise<Reply<Duty>> {
  const after = await findDuty(member.open.store.read, dutyId);
  const [first] = await showDuties(member, after === undefined ? [] : [after]);
  return first === undefined ? refuse('not-found', { field: 'dutyId' }) : done(first);
}

/** A try, or the end of a duty. */
export async function actOnDuty(member: Member, input: z.output<typeof dutyActInput>): Promise<Reply<Duty>> {
  const { dutyId, kind, at } = input;
  const found = await findDuty(member.open.store.read, dutyId);
  if (found === undefined) return refuse('not-found', { field: 'dutyId' });
  const now = stamp(member.state.options.clock.now());
  const cleared = clearDutyDetail(found.duty, { kind, at, detail: input.detail }, { now });
  if (!cleared.ok) return refused(...cleared.refusals);
  const no = kind === 'done' ? endRefusal(member, found) : null;
  if (no !== null) return refused(no);
  const taken = await member.open.store.transaction(async (tx) => {
    const duty = await findDuty(tx, dutyId);
    if (duty?.doneAt !== null) return false;
    await noteDuty(tx, member, { duty, kind, at, detail: cleared.value });
    return true;
  });
  return taken ? shownDuty(member, dutyId) : refuse('changed-meanwhile', { field: 'dutyId' });
}
