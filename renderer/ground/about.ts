import type { MatterSubject } from '../../policy/matters/matter.ts';

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
