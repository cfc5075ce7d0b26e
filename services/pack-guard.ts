import type { Reply } from '../contract/reply.ts';
import type { Refusal } from '../policy/refusal.ts';
import { refused } from './reply.ts';
import type { Member } from './route.ts';

/** Why no gated act can be opened now; null while a version of the policy is in force. */
export function policyTrouble(member: Member): Refusal | null {
  const { policyTrouble: why } = member.open;
  return why === null ? null : { code: 'no-policy', params: { why } };
}

/** A call that needs a version of the policy in force; without one it is refused and nothing else is looked at. */
export function underPolicy<I, O>(
  handle: (member: Member, input: I) => Promise<Reply<O>>,
): (member: Member, input: I) => Promise<Reply<O>> {
  return async (member, input) => {
    const trouble = policyTrouble(member);
    return trouble === null ? handle(member, input) : refused(trouble);
  };
}
