import type { Booking } from '../contract/booking.ts';
import { stamp } from './clock.ts';
import type { Asked, OwnFacts } from './ground-request.ts';
import { knownFacts, type KnownFact } from './known-facts.ts';
import type { Member } from './route.ts';

/** Who stands behind a fact, since when, and on what basis. */
export interface Assertion {
  /** A person's id, or the name under which a booking was saved. */
  readonly by: string;
  readonly at: string;
  readonly basis: string;
}

export type Provenance = Readonly<Record<string, Assertion>>;

interface Told {
  /** The request as the policy reads it. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Facts that the booking told. */
  readonly known: readonly KnownFact[];
  /** Null where nobody is booked: then the decider says who the person is. */
  readonly booking: Pick<Booking, 'number' | 'savedAt' | 'savedBy' | 'events'> | null;
  /** What the matter told by itself: names of facts and circumstances. */
  readonly own: readonly string[];
  readonly decider: { readonly id: string };
  /** Whoever gave their word beside the decider. */
  readonly cosigner: { readonly id: string } | null;
  /** When the decider stated the rest. */
  readonly at: string;
}

/** Whether a stored assertion is a booking's, and not the decider's own. */
export function isOfBooking(assertion: unknown): boolean {
  if (typeof assertion !== 'object' || assertion === null || !('basis' in assertion)) return false;
  return typeof assertion.basis === 'string' && assertion.basis.startsWith('Booking ');
}

type Part = 'facts' | 'subject' | 'custody';

function namesIn(request: Told['request'], part: Part): readonly string[] {
  const value = request[part];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (one === null || one === undefined ? [] : [name]));
}

type Booked = NonNullable<Told['booking']>;

/** The newest event tells how custody stands. */
function custodyTold({ number, savedBy, savedAt, events }: Booked): Assertion {
  const last = events.at(-1);
  return { by: last?.by ?? savedBy, at: last?.enteredAt ?? savedAt, basis: `Booking ${number}, events` };
}

/** What the booking tells of a name, in which part of it and since when; null where it does not tell it. */
function bookedIn({ booking, known }: Told, part: Part, name: string): Assertion | null {
  if (booking === null) return null;
  if (part === 'custody') return custodyTold(booking);
  const { number, savedBy, savedAt } = booking;
  const basis = part === 'subject' ? `Booking ${number}` : known.find(({ fact }) => fact === name)?.source;
  return basis === undefined ? null : { by: savedBy, at: savedAt, basis };
}

function assertionOf(told: Told, part: Part, name: string): Assertion {
  const { decider, at, own } = told;
  if (own.includes(name)) return { by: decider.id, at, basis: 'told in this matter' };
  return bookedIn(told, part, name) ?? { by: decider.id, at, basis: 'stated by the decider' };
}

function ofPart(told: Told, part: Part): readonly (readonly [string, Assertion])[] {
  const prefix = part === 'facts' ? '' : `${part}.`;
  return namesIn(told.request, part).map((name) => [`${prefix}${name}`, assertionOf(told, part, name)] as const);
}

/** Of each fact in a request: who asserted it, when, and on what basis. It is kept beside the request, which stays as it is. */
export function provenanceOf(told: Told): Provenance {
  const { decider, cosigner, at } = told;
  const signed = (id: string): Assertion => ({ by: id, at, basis: 'signed in for this decision' });
  return Object.fromEntries([
    ...ofPart(told, 'facts'),
    ...ofPart(told, 'subject'),
    ...ofPart(told, 'custody'),
    ['people.decider', signed(decider.id)],
    ...(cosigner === null ? [] : [['people.cosigner', signed(cosigner.id)] as const]),
  ]);
}

function namesOf({ facts, releaseEligibleAt }: OwnFacts): readonly string[] {
  return [...Object.keys(facts), ...(releaseEligibleAt === null ? [] : ['releaseEligibleAt'])];
}

/** The same of a question that was just put to the policy. */
export function assertedIn(
  member: Member,
  { asked, booking, own }: { readonly asked: Asked; readonly booking: Booking | null; readonly own?: OwnFacts },
): Provenance {
  const { request, cosigner } = asked;
  const { station, pack } = member.open;
  return provenanceOf({
    request,
    known: booking === null ? [] : knownFacts(booking, station, pack),
    booking,
    own: own === undefined ? [] : namesOf(own),
    decider: member.person,
    cosigner,
    at: stamp(member.state.options.clock.now()),
  });
}
