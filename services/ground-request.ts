import type { Booking } from '../contract/booking.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { decide, readRequest } from '../policy/decide.ts';
import type { Person } from '../policy/people.ts';
import { ageOn } from './age.ts';
import { stamp, stationDate } from './clock.ts';
import { custodyOf } from './custody.ts';
import { knownFacts } from './known-facts.ts';
import { jcs } from './ledger/jcs.ts';
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
  /** Whoever gave their word for exactly this; null where nobody did. */
  readonly cosigner: Person | null;
}

type Subject = Omit<Question, 'act' | 'cosignId'>;

function factsOf(member: Member, { booking, facts }: Subject): Readonly<Record<string, unknown>> {
  const known = knownFacts(booking, member.open.station, member.open.pack);
  return { ...facts, ...Object.fromEntries(known.map(({ fact, value }) => [fact, value])) };
}

/** What a co-signer puts their name to, as canonical JSON. Another fact, booking, ground or decider is another basis. */
export function basisOf(member: Member, subject: Subject): string {
  const { booking, ground } = subject;
  return jcs({ decider: member.person.id, bookingId: booking.bookingId, ground, facts: factsOf(member, subject) });
}

function cosignerOf(member: Member, question: Question): Person | null {
  const cosign = question.cosignId === undefined ? undefined : member.state.cosigns.get(question.cosignId);
  return cosign?.basis === basisOf(member, question) ? cosign.person : null;
}

function peopleOf(member: Member, second: Person | null): Readonly<Record<string, unknown>> {
  const decider = { id: member.person.id, role: member.person.role };
  const cosigner = second === null ? undefined : { id: second.id, role: second.role };
  const chief = [decider, cosigner].find((person) => person?.role === 'chief');
  return { decider, ...(cosigner === undefined ? {} : { cosigner }), ...(chief === undefined ? {} : { chief }) };
}

function requestFor(member: Member, question: Question, cosigner: Person | null): Readonly<Record<string, unknown>> {
  const now = member.state.options.clock.now();
  const { booking, act, ground } = question;
  const dob = booking.fields.dob;
  const age = typeof dob === 'string' ? ageOn(dob, stationDate(now)) : undefined;
  return {
    id: booking.bookingId,
    at: stamp(now),
    act,
    ground,
    subject: { role: 'arrestee', ...(age === undefined ? {} : { age }) },
    custody: custodyOf(booking.events),
    people: peopleOf(member, cosigner),
    facts: factsOf(member, question),
  };
}

/** Puts one question to the policy, with what the booking already tells. */
export function ask(member: Member, question: Question): Asked {
  const cosigner = cosignerOf(member, question);
  const request = requestFor(member, question, cosigner);
  const read = readRequest(request, member.open.pack);
  if (!read.ok) return { request, decision: null, problem: read.error, cosigner };
  return { request, decision: decide(read.request, member.open.pack), problem: null, cosigner };
}
