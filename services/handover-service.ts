import type { z } from 'zod';
import type { Handover, handoverInput, ToHandOver } from '../contract/handover.ts';
import type { Reply } from '../contract/reply.ts';
import { listHandovers } from '../db/handover/reader.ts';
import { insertHandover } from '../db/handover/writer.ts';
import type { Person, Role } from '../policy/people.ts';
import { authenticate } from './authenticate.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { countsOf, digestOfHandover, gatherHandover } from './handover-list.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { textRefusals } from './text-refusals.ts';

/** Who stands at the desk, and so hands over and takes over. */
const AT_THE_DESK: ReadonlySet<Role> = new Set<Role>(['booking-officer', 'supervisor', 'chief']);
const SHOWN = 10;

/** What the next shift must know, and the shifts that were handed over before. */
export async function getHandover(member: Member): Promise<Reply<ToHandOver>> {
  await keepDutiesUp(member);
  const lists = await gatherHandover(member);
  const before = await listHandovers(member.open.store.read, SHOWN);
  return done({ ...lists, digest: digestOfHandover(lists), before });
}

type Input = z.output<typeof handoverInput>;

/** Whoever takes over, whom name and passphrase prove in the same window. */
async function taker(member: Member, input: Input): Promise<Reply<Person>> {
  const found = await authenticate(member.state, { ...input, client: member.client }, 'vouch');
  if (!found.ok) return refused(found.refusal);
  const { person } = found;
  if (person.id === member.person.id) return refuse('same-person', { field: 'name', params: { why: 'own-shift' } });
  if (AT_THE_DESK.has(person.role)) return done(person);
  return refuse('role-not-allowed', { field: 'name', params: { role: person.role, why: 'not-at-the-desk' } });
}

/** Nobody signs for what they were not shown. */
const changed = (): Reply<never> => refuse('changed-meanwhile', { field: 'shown', params: { why: 'list' } });

/** One shift hands over to the next: both put their name to what is open and to what was said besides. */
export async function signHandover(member: Member, input: Input): Promise<Reply<Handover>> {
  const note = input.note === undefined || input.note === '' ? null : input.note;
  const told = note === null ? [] : textRefusals(note, 'note', 'reason');
  if (told.length > 0) return refused(...told);
  await keepDutiesUp(member);
  if (digestOfHandover(await gatherHandover(member)) !== input.shown) return changed();
  const second = await taker(member, input);
  if (!second.ok) return second;
  const { id: takenBy, displayName: to } = second.value;
  return member.open.store.transaction(async (tx): Promise<Reply<Handover>> => {
    // Once more: a passphrase takes its time, and from here on nobody else writes.
    const lists = await gatherHandover(member);
    const shown = digestOfHandover(lists);
    if (shown !== input.shown) return changed();
    const counts = countsOf(lists);
    const handover = { ...counts, shown, takenBy, ...(note === null ? {} : { note }) };
    const meta = await cover(tx, member, { type: 'shift.handed-over', disclosures: { handover } });
    await insertHandover(tx, { id: member.state.options.ids.uuid(), ...counts, note, takenBy }, meta);
    return done({
      ...counts,
      entry: meta.entrySeq,
      at: meta.at,
      from: member.person.displayName,
      to,
      note,
      withheld: false,
    });
  });
}
