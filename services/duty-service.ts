import type { z } from 'zod';
import type { Duty, dutyActInput, listDutiesInput } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { findDuty, listDuties, listDutyEvents, listOpenDuties, type StoredDuty } from '../db/duty/reader.ts';
import { clearDutyDetail } from '../policy/gate.ts';
import { dutyRule, dutyStanding, endsByHand } from '../policy/duties.ts';
import { stamp } from './clock.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { noteDuty } from './duty-log.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { steadyNow } from './steady-clock.ts';

const MOST = 500;

/** Duties as a page shows them, with what is left by the steady clock. */
export async function showDuties(member: Member, stored: readonly StoredDuty[]): Promise<readonly Duty[]> {
  const { open, state } = member;
  const now = await steadyNow(state.steady, state.options.clock, open.store.read);
  const events = await listDutyEvents(
    open.store.read,
    stored.map(({ dutyId }) => dutyId),
  );
  return stored.map((duty) => ({
    ...duty,
    label: dutyRule(duty.duty, open.pack)?.label ?? duty.duty,
    left: dutyStanding(duty, now).left,
    escalation: dutyStanding(duty, now).escalation,
    events: events.filter(({ dutyId }) => dutyId === duty.dutyId).map(({ dutyId: _, ...event }) => event),
  }));
}

/** What has to be done, the most urgent first; with `open` false what was done as well. */
export async function listDutyLog(
  member: Member,
  input: z.output<typeof listDutiesInput>,
): Promise<Reply<readonly Duty[]>> {
  await keepDutiesUp(member);
  const { read } = member.open.store;
  const shown = await showDuties(member, input.open ? await listOpenDuties(read) : await listDuties(read, MOST));
  return done(shown.toSorted((one, other) => one.left - other.left));
}

/** A try, or the end of a duty. What ends by what happens is never ended by a word (M11, M13). */
export async function actOnDuty(member: Member, input: z.output<typeof dutyActInput>): Promise<Reply<Duty>> {
  const { dutyId, kind, at } = input;
  const found = await findDuty(member.open.store.read, dutyId);
  if (found === undefined) return refuse('not-found', { field: 'dutyId' });
  const now = stamp(member.state.options.clock.now());
  const cleared = clearDutyDetail(found.duty, { kind, at, detail: input.detail }, { now });
  if (!cleared.ok) return refused(...cleared.refusals);
  if (kind === 'done' && !endsByHand(found.duty, found.matterId !== null)) {
    return refuse('wrong-value', { field: 'kind', params: { why: 'ends-by-itself' } });
  }
  if (kind === 'done' && found.duty === 'chief-review' && member.person.role !== 'chief') {
    return refuse('role-not-allowed', { field: 'kind', params: { role: member.person.role } });
  }
  const taken = await member.open.store.transaction(async (tx) => {
    const duty = await findDuty(tx, dutyId);
    if (duty?.doneAt !== null) return false;
    await noteDuty(tx, member, { duty, kind, at, detail: cleared.value });
    return true;
  });
  if (!taken) return refuse('changed-meanwhile', { field: 'dutyId' });
  const after = await findDuty(member.open.store.read, dutyId);
  const [shown] = await showDuties(member, after === undefined ? [] : [after]);
  return shown === undefined ? refuse('not-found', { field: 'dutyId' }) : done(shown);
}
