import type { Booking } from '../contract/booking.ts';
import { custodyOf } from '../policy/custody.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { decide, readRequest } from '../policy/decide.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import { restsOnBooking, unbookedPack } from '../policy/decide/unbooked.ts';
import type { MatterSubject } from '../policy/matters/matter.ts';
import type { Pack } from '../policy/packs/pack.ts';
import type { Person } from '../policy/people.ts';
import { ageOn } from '../policy/age.ts';
import { stamp, stationDate } from './clock.ts';
import { knownFacts } from './known-facts.ts';
import { jcs } from './ledger/jcs.ts';
import type { Member } from './route.ts';

/** What a matter tells by itself, so that nobody types it. */
export interface OwnFacts {
  /** Id of the matter. */
  readonly id: string;
  readonly releaseEligibleAt: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Whom an act is about, and on what it rests. */
export interface About {
  /** Null where nobody is booked. */
  readonly booking: Booking | null;
  /** In the role of this record, whatever the person is elsewhere: 1(a). Absent: the person who is booked. */
  readonly subject?: MatterSubject | undefined;
  /** Every ground is tried where it is absent. */
  readonly ground?: Ground | undefined;
  /** Facts as given, already cleared by the gate. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Question extends About {
  readonly act: Act;
  readonly cosignId?: string | undefined;
  readonly own?: OwnFacts | undefined;
}

/** The request as the policy reads it; it is stored with the decision, so that it can be judged again years later. */
export interface Asked {
  readonly request: Readonly<Record<string, unknown>>;
  /** The same, read; null where it cannot be. */
  readonly read: DecisionRequest | null;
  readonly decision: Decision | null;
  /** What is wrong with a fact that cannot be read: its name and why. */
  readonly problem: string | null;
  /** Whoever gave their word for exactly this; null where nobody did. */
  readonly cosigner: Person | null;
}

function factsOf(member: Member, { booking, facts }: About): Readonly<Record<string, unknown>> {
  const known = booking === null ? [] : knownFacts(booking, member.open.station, member.open.pack);
  return { ...facts, ...Object.fromEntries(known.map(({ fact, value }) => [fact, value])) };
}

/** The role of this record; whoever is booked is the arrestee unless this record says otherwise. */
export function roleOf({ booking, subject }: Pick<About, 'booking' | 'subject'>): MatterSubject['role'] {
  return subject?.role ?? (booking === null ? undefined : 'arrestee');
}

/** The booking's date of birth rules where there is one: nobody grows older by being typed again. */
function dobOf({ booking, subject }: About): string | undefined {
  const booked = booking?.fields.dob;
  return typeof booked === 'string' ? booked : subject?.dob;
}

const NAMED = ['lastName', 'firstName', 'dob'] as const;

/** What a co-signer puts their name to, as canonical JSON. Another fact, person, ground or decider is another basis. */
export function basisOf(member: Member, about: About): string {
  const { booking, subject, ground } = about;
  return jcs({
    decider: member.person.id,
    bookingId: booking?.bookingId ?? null,
    subject: [roleOf(about) ?? null, ...NAMED.map((name) => subject?.[name] ?? null)],
    ground: ground ?? null,
    facts: factsOf(member, about),
  });
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

function subjectIn(question: Question, now: Date): Readonly<Record<string, unknown>> {
  const role = roleOf(question);
  const dob = dobOf(question);
  const age = dob === undefined ? undefined : ageOn(dob, stationDate(now));
  return { ...(role === undefined ? {} : { role }), ...(age === undefined ? {} : { age }) };
}

/** Custody as the booking tells it; a matter may tell when release was due. */
function custodyIn({ booking, own }: Question): Readonly<Record<string, unknown>> {
  const custody = booking === null ? {} : custodyOf(booking);
  const due = own?.releaseEligibleAt ?? null;
  return due === null ? custody : { ...custody, releaseEligibleAt: due };
}

/** The request as the policy reads it. */
function requestFor(member: Member, question: Question, cosigner: Person | null): Readonly<Record<string, unknown>> {
  const now = member.state.options.clock.now();
  const { booking, act, ground, own } = question;
  return {
    id: own?.id ?? booking?.bookingId ?? member.state.options.ids.uuid(),
    at: stamp(now),
    act,
    ...(ground === undefined ? {} : { ground }),
    subject: subjectIn(question, now),
    custody: custodyIn(question),
    people: peopleOf(member, cosigner),
    facts: { ...factsOf(member, question), ...own?.facts },
  };
}

/** The pack in force, as far as it can open this act about this person. */
export function packFor(member: Member, { act, booking }: Pick<Question, 'act' | 'booking'>): Pack {
  const { pack } = member.open;
  return restsOnBooking({ act, booked: booking !== null }) ? pack : unbookedPack(pack);
}

/** Puts one question to the policy, with what the booking or the matter already tells. */
export function ask(member: Member, question: Question): Asked {
  const cosigner = cosignerOf(member, question);
  const request = requestFor(member, question, cosigner);
  const pack = packFor(member, question);
  const read = readRequest(request, pack);
  if (!read.ok) return { request, read: null, decision: null, problem: read.error, cosigner };
  const decision = decide(read.request, pack);
  return { request, read: read.request, decision, problem: null, cosigner };
}
