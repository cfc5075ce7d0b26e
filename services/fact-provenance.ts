import type { Booking } from '../contract/booking.ts';
import type { KnownFact } from './known-facts.ts';

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
  readonly booking: Pick<Booking, 'number' | 'savedAt' | 'savedBy' | 'events'>;
  readonly decider: { readonly id: string };
  /** Whoever gave their word beside the decider. */
  readonly cosigner: { readonly id: string } | null;
  /** When the decider stated the rest. */
  readonly at: string;
}

function namesIn(request: Told['request'], part: 'facts' | 'subject' | 'custody'): readonly string[] {
  const value = request[part];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (one === null || one === undefined ? [] : [name]));
}

function ofFacts({ request, known, booking, decider, at }: Told): readonly (readonly [string, Assertion])[] {
  return namesIn(request, 'facts').map((name) => {
    const source = known.find(({ fact }) => fact === name)?.source;
    const stated = { by: decider.id, at, basis: 'stated by the decider' };
    return [name, source === undefined ? stated : { by: booking.savedBy, at: booking.savedAt, basis: source }] as const;
  });
}

function ofBooking({ request, booking }: Told): readonly (readonly [string, Assertion])[] {
  const { number, savedBy, savedAt } = booking;
  const last = booking.events.at(-1);
  const person = { by: savedBy, at: savedAt, basis: `Booking ${number}` };
  const custody = { by: last?.by ?? savedBy, at: last?.enteredAt ?? savedAt, basis: `Booking ${number}, events` };
  return [
    ...namesIn(request, 'subject').map((name) => [`subject.${name}`, person] as const),
    ...namesIn(request, 'custody').map((name) => [`custody.${name}`, custody] as const),
  ];
}

/** Of each fact in a request: who asserted it, when, and on what basis. It is kept beside the request, which stays as it is. */
export function provenanceOf(told: Told): Provenance {
  const { decider, cosigner, at } = told;
  const signed = (id: string): Assertion => ({ by: id, at, basis: 'signed in for this decision' });
  return Object.fromEntries([
    ...ofFacts(told),
    ...ofBooking(told),
    ['people.decider', signed(decider.id)],
    ...(cosigner === null ? [] : [['people.cosigner', signed(cosigner.id)] as const]),
  ]);
}
