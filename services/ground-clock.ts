// The clock of 2(c) runs from the moment at which the facts are known, whatever comes of the question and whatever
// becomes of the policy: reaching the task force is a duty, everything else in section 2 is a permission.
import type { Reply } from '../contract/reply.ts';
import { decide } from '../policy/decide.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import { openDuties } from './duty-log.ts';
import { prepareAbout } from './ground-question.ts';
import { ask } from './ground-request.ts';
import { policyTrouble } from './pack-guard.ts';
import { refused } from './reply.ts';
import type { Member } from './route.ts';

/** Starts the clock as soon as that moment is told, once for each. Nothing else is kept. */
export async function startClock(member: Member, read: DecisionRequest, bookingId: string | null): Promise<void> {
  if (read.facts.times.factsKnownAt === undefined) return;
  const decision = decide({ ...read, ground: '2c' }, member.open.pack);
  const due = decision.due.filter(({ duty }) => duty === 'jttf');
  await member.open.store.transaction((tx) =>
    openDuties(tx, member, { decision: { ...decision, due }, request: read, owner: { matterId: null, bookingId } }),
  );
}

/**
 * A question that needs a version of the policy in force. Without one it is refused; the moment that was told is kept
 * all the same, by the duty of the pack that ships with the program.
 */
export function underPolicyOrClock<I extends Parameters<typeof prepareAbout>[1], O>(
  handle: (member: Member, input: I) => Promise<Reply<O>>,
): (member: Member, input: I) => Promise<Reply<O>> {
  return async (member, input) => {
    const trouble = policyTrouble(member);
    if (trouble === null) return handle(member, input);
    const prepared = await prepareAbout(member, input);
    if (!prepared.ok) return refused(...prepared.refusals);
    const { booking } = prepared.question;
    const { read } = ask(member, { ...prepared.question, act: 'notify-ice' });
    if (read !== null) await startClock(member, read, booking?.bookingId ?? null);
    return refused(trouble);
  };
}
