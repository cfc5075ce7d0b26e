import type { z } from 'zod';
import { HANDED, type HandedCounts, type Handover, type handoverInput, type ToHandOver } from '../contract/handover.ts';
import type { Reply } from '../contract/reply.ts';
import { listInCustody } from '../db/booking/list.ts';
import { listDrafts } from '../db/booking/reader.ts';
import { listOpenDuties } from '../db/duty/reader.ts';
import { countQuarantine } from '../db/exchange/reader.ts';
import { listHandovers } from '../db/handover/reader.ts';
import { insertHandover } from '../db/handover/writer.ts';
import type { Person, Role } from '../policy/people.ts';
import { supervisedAs } from '../policy/supervision.ts';
import { authenticate } from './authenticate.ts';
import { waitingAt } from './desk-service.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { showDuties } from './duty-service.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { textRefusals } from './text-refusals.ts';

/** Who stands at the desk, and so hands over and takes over. */
const AT_THE_DESK: ReadonlySet<Role> = new Set<Role>(['booking-officer', 'supervisor', 'chief']);
const SHOWN = 10;

type Lists = Omit<ToHandOver, 'before'>;

async function gather(member: Member): Promise<Lists> {
  await keepDutiesUp(member);
  const { read } = member.open.store;
  const open = await showDuties(member, await listOpenDuties(read));
  const unfinished = open.filter(({ duty }) => duty === 'finish-facts');
  const others = open.filter(({ duty }) => duty !== 'finish-facts');
  const runs = ({ duty, left }: (typeof open)[number]): boolean =>
    ['held', 'clocks'].includes(supervisedAs(duty, left));
  return {
    inCustody: await listInCustody(read),
    clocks: others.filter(runs),
    unfinished,
    due: others.filter((duty) => !runs(duty)),
    drafts: await listDrafts(read),
    waiting: await waitingAt(read),
    keptApart: await countQuarantine(read),
  };
}

function countsOf({ keptApart, ...lists }: Lists): HandedCounts {
  return {
    inCustody: lists.inCustody.length,
    clocks: lists.clocks.length,
    unfinished: lists.unfinished.length,
    due: lists.due.length,
    drafts: lists.drafts.length,
    waiting: lists.waiting.length,
    keptApart,
  };
}

/** What the next shift must know, and the shifts that were handed over before. */
export async function getHandover(member: Member): Promise<Reply<ToHandOver>> {
  return done({ ...(await gather(member)), before: await listHandovers(member.open.store.read, SHOWN) });
}

type Input = z.output<typeof handoverInput>;

/** Whoever takes over, whom name and passphrase prove in the same window. */
async function taker(member: Member, input: Input): Promise<Reply<Person>> {
  const found = await authenticate(member.state, input, 'vouch');
  if (!found.ok) return refused(found.refusal);
  const { person } = found;
  if (person.id === member.person.id) return refuse('same-person', { field: 'name', params: { why: 'own-shift' } });
  if (AT_THE_DESK.has(person.role)) return done(person);
  return refuse('role-not-allowed', { field: 'name', params: { role: person.role, why: 'not-at-the-desk' } });
}

/** One shift hands over to the next: both put their name to what is open and to what was said besides. */
export async function signHandover(member: Member, input: Input): Promise<Reply<Handover>> {
  const note = input.note === undefined || input.note === '' ? null : input.note;
  const told = note === null ? [] : textRefusals(note, 'note', 'reason');
  if (told.length > 0) return refused(...told);
  const counts = countsOf(await gather(member));
  if (HANDED.some((name) => counts[name] !== input.shown[name])) return refuse('changed-meanwhile', { field: 'shown' });
  const second = await taker(member, input);
  if (!second.ok) return second;
  const { id: takenBy, displayName: to } = second.value;
  return member.open.store.transaction(async (tx): Promise<Reply<Handover>> => {
    const handover = { ...counts, takenBy, ...(note === null ? {} : { note }) };
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
