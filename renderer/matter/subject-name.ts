import type { MatterSubject } from '../../policy/matters/matter.ts';

/** "Testperson, Alex"; null where nobody is named. */
export function nameOf(subject: MatterSubject): string | null {
  const parts = [subject.lastName, subject.firstName].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
