import type { z } from 'zod';
import type { carryOutOrderInput, cosignOrderInput } from '../../contract/order.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Person, Role } from '../../policy/people.ts';
import { authenticate } from '../authenticate.ts';
import { stationDate } from '../clock.ts';
import { done, refuse, refused } from '../reply.ts';
import type { Member } from '../route.ts';
import { basisOfOrder, findSubject, termsRefused, type Found } from './terms.ts';

const SECONDS: readonly Role[] = ['records-clerk', 'supervisor', 'chief'];

/** A second person who knows the records gives their word for exactly this order and exactly what goes. */
export async function cosignOrder(
  member: Member,
  input: z.output<typeof cosignOrderInput>,
): Promise<Reply<{ readonly cosignId: string; readonly person: Person }>> {
  const { clock, ids } = member.state.options;
  const wrong = termsRefused(input.order, stationDate(clock.now()));
  if (wrong.length > 0) return refused(...wrong);
  const found = await findSubject(member.open.store.read, input);
  if (found === undefined) return refuse('not-found', { field: 'bookingId' });
  const second = await authenticate(member.state, { ...input, client: member.client }, 'vouch');
  if (!second.ok) return refused(second.refusal);
  const { person } = second;
  if (person.id === member.person.id) return refuse('same-person', { field: 'people.cosigner' });
  if (!SECONDS.includes(person.role)) {
    return refuse('role-not-allowed', { field: 'people.cosigner', params: { role: person.role } });
  }
  const cosignId = ids.uuid();
  member.state.cosigns.set(cosignId, { person, basis: basisOfOrder(member, input, found), at: clock.now().getTime() });
  return done({ cosignId, person });
}

/** Whoever gave their word for exactly this; null where nobody did, or where more was written since. */
export function secondPersonOf(
  member: Member,
  input: z.output<typeof carryOutOrderInput>,
  found: Found,
): Person | null {
  const word = member.state.cosigns.get(input.cosignId);
  return word?.basis === basisOfOrder(member, input, found) ? word.person : null;
}
