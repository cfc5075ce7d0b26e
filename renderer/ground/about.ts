import type { Ground } from '../../policy/decision.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import type { Person } from '../../policy/people.ts';

/** Whom the page is about: somebody booked, or somebody else in the role of this record. */
export interface About {
  readonly bookingId?: string | undefined;
  /** Facts of a matter come back to it. */
  readonly matterId?: string | undefined;
  readonly subject: MatterSubject;
}

/** "Testperson, Alex"; empty where nobody is named. */
export function nameOf(subject: MatterSubject): string {
  return [subject.lastName, subject.firstName].filter(Boolean).join(', ');
}

/** A second person's word, for exactly what was told. */
export interface Signature {
  readonly id: string;
  readonly person: Person;
}

/** What was told on the page, so that going back finds it again. */
export interface ToldFacts {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly signature: Signature | null;
}

/** The answer of the page about somebody who is not booked, on its way to the form of a notice. */
export interface Decided extends ToldFacts {
  readonly ground: Ground;
  readonly cite: string;
  readonly lines: readonly { readonly name: string; readonly shown: string }[];
}

/** Whom a contact is about, where the person is not booked; `decided` where a notice goes out. */
export interface Unbooked {
  readonly subject: MatterSubject;
  readonly decided?: Decided | undefined;
}

export type Facts = Readonly<Record<string, unknown>>;

/** Whom a call is about. */
export interface Whom {
  readonly bookingId?: string;
  readonly subject: MatterSubject;
}

/** What an act is asked with. */
export interface Given {
  readonly ground: Ground;
  readonly facts: Facts;
  readonly cosignId?: string;
}
