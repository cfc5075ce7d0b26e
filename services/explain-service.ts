import type { z } from 'zod';
import type { Explained, explainInput } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { explainGrounds } from '../policy/decide.ts';
import { prepareAbout } from './ground-question.ts';
import { ask } from './ground-request.ts';
import { knownFacts } from './known-facts.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

/** Every ground for one act, the nearest first, with what would open it (B1). Keeps nothing. */
export async function explainAct(member: Member, input: z.output<typeof explainInput>): Promise<Reply<Explained>> {
  const prepared = await prepareAbout(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const { act } = input;
  const asked = ask(member, { ...prepared.question, act });
  if (asked.decision === null || asked.read === null) {
    return refused({ code: 'wrong-value', field: 'facts', params: { why: asked.problem ?? '' } });
  }
  const { booking } = prepared.question;
  const { station, pack } = member.open;
  return done({
    act,
    answer: asked.decision,
    grounds: explainGrounds({ ...asked.read, act }, pack),
    known: booking === null ? [] : knownFacts(booking, station, pack),
  });
}
