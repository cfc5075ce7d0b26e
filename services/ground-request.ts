import type { Booking } from '../contract/booking.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { decide, readRequest } from '../policy/decide.ts';
import { ageOn } from './age.ts';
import { stamp, stationDate } from './clock.ts';
import { custodyOf } from './custody.ts';
import { knownFacts } from './known-facts.ts';
import type { Member } from './route.ts';

export interface Question {
  readonly booking: Booking;
  readonly act: Act;
  readonly ground: Ground;
  /** Facts as given, already cleared by the gate. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cosignId?: string | undefined;
}

/** The request as the policy reads it; it is stored with the decision, so that it can be judged again years later. */
export interface Asked {
  readonly request: Readonly<Record<string, unknown>>;
  readonly decision: Decision | null;
  /** What is wrong with a fact that cannot be read: its name and why. */
  readonly problem: string | null;
}

function peopleOf(member: Member, question: Question): Readonly<Record<string, unknown>> {
  const decider = { id: member.person.id, role: member.person.role };
  const cosign = question.cosignId === undefined ? undefined : member.state.cosigns.get(question.cosignId);
  const fits = cosign?.bookingId === question.booking.bookingId && cosign.ground === question.ground;
  const cosigner = cosign !== undefined && fits ? { id: cosign.person.id, role: cosign.person.role } : undefined;
  const chief = [decider, cosigner].find((person) => person?.role === 'chief');
  return { decider, ...(cosigner === undefined ? {} : { cosigner }), ...(chief === undefined ? {} : { chief }) };
}

function requestFor(member: Member, question: Question): Readonly<Record<string, unknown>> {
  const now = member.state.options.clock.now();
  const { booking, act, ground } = question;
  const dob = booking.fields.dob;
  const age = typeof dob === 'string' ? ageOn(dob, stationDate(now)) : undefined;
  const known = knownFacts(booking, member.open.station, member.open.pack);
  return {
    id: booking.bookingId,
    at: stamp(now),
    act,
    ground,
    subject: { role: 'arrestee', ...(age === undefined ? {} : { age }) },
    custody: custodyOf(booking.events),
    people: peopleOf(member, question),
    facts: { ...question.facts, ...Object.fromEntries(known.map(({ fact, value }) => [fact, value])) },
  };
}

/** Puts one question to the policy, with what the booking already tells. */
export function ask(member: Member, question: Question): Asked {
  const request = requestFor(member, question);
  const read = readRequest(request, member.open.pack);
  if (!read.ok) return { request, decision: null, problem: read.error };
  return { request, decision: decide(read.request, member.open.pack), problem: null };
}
