import type { z } from 'zod';
import type { Explained, explainInput } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { decide, explainGrounds } from '../policy/decide.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import { openDuties } from './duty-log.ts';
import { prepareAbout } from './ground-question.ts';
import { ask } from './ground-request.ts';
import { knownFacts } from './known-facts.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

/**
 * The clock of 2(c) runs from the moment at which the facts are known, whatever comes of the page: it starts as soon as
 * that moment is told. Nothing else is kept here.
 */
async function startClock(member: Member, read: DecisionRequest, bookingId: string | null): Promise<void> {
  if (read.facts.times.factsKnownAt === undefined) return;
  const decision = decide({ ...read, ground: '2c' }, member.open.pack);
  const due = decision.due.filter(({ duty }) => duty === 'jttf');
  await member.open.store.transaction((tx) =>
    openDuties(tx, member, { decision: { ...decision, due }, request: read, owner: { matterId: null, bookingId } }),
  );
}

/** Every ground for one act, the nearest first, with what would open it (B1). */
export async function explainAct(member: Member, input: z.output<typeof explainInput>): Promise<Reply<Explained>> {
  const prepared = await prepareAbout(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const { act } = input;
  const asked = ask(member, { ...prepared.question, act });
  if (asked.decision === null || asked.read === null) {
    return refused({ code: 'wrong-value', field: 'facts', params: { why: asked.problem ?? '' } });
  }
  const { booking } = prepared.question;
  await startClock(member, asked.read, booking?.bookingId ?? null);
  const { station, pack } = member.open;
  return done({
    act,
    answer: asked.decision,
    grounds: explainGrounds({ ...asked.read, act }, pack),
    known: booking === null ? [] : knownFacts(booking, station, pack),
  });
}
