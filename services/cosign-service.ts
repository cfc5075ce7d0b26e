import type { z } from 'zod';
import type { cosignInput } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import type { Person } from '../policy/people.ts';
import type { GivenFactor } from './account/factor-verdict.ts';
import { authenticate } from './authenticate.ts';
import { prepareAbout } from './ground-question.ts';
import { basisOf } from './ground-request.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

/** The supervisor or chief, another than who is signed in, whom name and passphrase prove. */
export async function secondPerson(
  member: Member,
  secret: GivenFactor & { readonly name: string; readonly passphrase: string },
): Promise<Reply<Person>> {
  const found = await authenticate(member.state, { ...secret, client: member.client }, 'vouch');
  if (!found.ok) return refused(found.refusal);
  if (found.person.id === member.person.id) return refuse('same-person', { field: 'people.cosigner' });
  if (found.person.role !== 'supervisor' && found.person.role !== 'chief') {
    return refuse('role-not-allowed', {
      field: 'people.cosigner',
      params: { role: found.person.role, why: 'no-cosigner' },
    });
  }
  return done(found.person);
}

/** A second person gives their word in the same window; the first one's form and session stay as they are (M7). */
export async function cosignGround(
  member: Member,
  input: z.output<typeof cosignInput>,
): Promise<Reply<{ readonly cosignId: string; readonly person: Person }>> {
  const prepared = await prepareAbout(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const second = await secondPerson(member, input);
  if (!second.ok) return second;
  const cosignId = member.state.options.ids.uuid();
  const at = member.state.options.clock.now().getTime();
  member.state.cosigns.set(cosignId, { person: second.value, basis: basisOf(member, prepared.question), at });
  return done({ cosignId, person: second.value });
}
