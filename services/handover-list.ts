import type { BookingLine, WaitingMatter } from '../contract/booking.ts';
import type { Duty } from '../contract/matter.ts';
import type { HandedCounts, ToHandOver } from '../contract/handover.ts';
import { listInCustody } from '../db/booking/list.ts';
import { listDrafts } from '../db/booking/reader.ts';
import { listOpenDuties } from '../db/duty/reader.ts';
import { countQuarantine } from '../db/exchange/reader.ts';
import { supervisedAs } from '../policy/supervision.ts';
import { waitingAt } from './desk-service.ts';
import { showDuties } from './duty-service.ts';
import { digestOf } from './ledger/digest.ts';
import type { Member } from './route.ts';

type Lists = Omit<ToHandOver, 'before' | 'digest'>;

/** All that is open, as committed. Duties are as they were last put on record. */
export async function gatherHandover(member: Member): Promise<Lists> {
  const { read } = member.open.store;
  const open = await showDuties(member, await listOpenDuties(read));
  const unfinished = open.filter(({ duty }) => duty === 'finish-facts');
  const others = open.filter(({ duty }) => duty !== 'finish-facts');
  const runs = ({ duty, left }: Duty): boolean => ['held', 'clocks'].includes(supervisedAs(duty, left));
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

export function countsOf({ keptApart, ...lists }: Lists): HandedCounts {
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

/** What the page and the paper tell of somebody in custody; the paper names nobody who is, or may be, under 18. */
function custodyState({ bookingId, number, lastName, firstName, minor, custody }: BookingLine): object {
  return { bookingId, number, lastName, firstName, minor, releaseEligibleAt: custody.releaseEligibleAt };
}

/** What a page tells of a duty: that it is late, not by how much. */
function dutyState({ dutyId, duty, label, about, person, by, left }: Duty): object {
  return { dutyId, duty, label, about, person, by, late: left < 0 };
}

function waitingState({ matterId, number, kind, channel, form }: WaitingMatter): object {
  return { matterId, number, kind, channel, form };
}

/**
 * SHA-256 over which rows stand in which list and what a page tells of each, in their order; hex. Nothing that the page
 * does not tell is in it: whoever signs anew must see what is another.
 */
export function digestOfHandover({ inCustody, drafts, waiting, keptApart, ...duties }: Lists): string {
  return digestOf({
    inCustody: inCustody.map(custodyState),
    clocks: duties.clocks.map(dutyState),
    unfinished: duties.unfinished.map(dutyState),
    due: duties.due.map(dutyState),
    drafts: drafts.map(({ bookingId, number }) => ({ bookingId, number })),
    waiting: waiting.map(waitingState),
    keptApart,
  });
}
