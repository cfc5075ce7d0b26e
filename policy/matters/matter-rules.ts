// The course of each kind of matter, as data: which events it knows, what each asks for, which act needs the policy's
// word first, and which duties an event ends. Policy 1(b), 1(c), 2, 3(a) to 3(c); domain features M10 to M13, M31, S4, S9.
import { DOCUMENT, INQUIRY } from './asking.ts';
import { DETENTION } from './detention.ts';
import type { MatterEventRule, MatterKind, MatterRule } from './matter.ts';
import { CONSULAR, DISSEMINATION } from './notices.ts';
import { ASSISTANCE, PARTICIPATION, PRESENCE } from './operation.ts';
import { REQUEST } from './request.ts';

export const MATTER_RULES: Readonly<Record<MatterKind, MatterRule>> = {
  request: REQUEST,
  inquiry: INQUIRY,
  document: DOCUMENT,
  assistance: ASSISTANCE,
  presence: PRESENCE,
  detention: DETENTION,
  participation: PARTICIPATION,
  dissemination: DISSEMINATION,
  consular: CONSULAR,
};

/** The rule of one event, or undefined where the kind of matter knows no such event. */
export function matterEventRule(kind: MatterKind, event: string): MatterEventRule | undefined {
  return MATTER_RULES[kind].events.find((rule) => rule.kind === event);
}

/** Events that may begin a matter: the first one, and where that one ends it as well, each of them. */
export function openingEvents(kind: MatterKind): readonly MatterEventRule[] {
  const { events } = MATTER_RULES[kind];
  return events[0]?.closes === true ? events : events.slice(0, 1);
}
