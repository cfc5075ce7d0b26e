// The course of each kind of matter, as data: which events it knows, what each asks for, which act needs the policy's
// word first, and which duties an event ends. Policy 1(b), 1(c), 2, 3(a) to 3(c); requirements M10 to M13, M31, S4, S9.
import { DOCUMENT, INQUIRY } from './asking.ts';
import { DETENTION } from './detention.ts';
import type { MatterEventRule, MatterField, MatterKind, MatterRule } from './matter.ts';
import { CONSULAR, DISSEMINATION, NOTICE } from './notices.ts';
import { ASSISTANCE, PARTICIPATION, PRESENCE } from './operation.ts';
import { REQUEST } from './request.ts';

const COURSES = {
  request: REQUEST,
  inquiry: INQUIRY,
  document: DOCUMENT,
  assistance: ASSISTANCE,
  presence: PRESENCE,
  detention: DETENTION,
  participation: PARTICIPATION,
  dissemination: DISSEMINATION,
  consular: CONSULAR,
  notice: NOTICE,
} satisfies Readonly<Record<MatterKind, MatterRule>>;

export const MATTER_RULES: Readonly<Record<MatterKind, MatterRule>> = COURSES;

type Happening<K extends MatterKind> = (typeof COURSES)[K]['events'][number];
type Box = Happening<MatterKind>['fields'][number];
/** Names of the events that a kind of matter knows. */
export type MatterEventName<K extends MatterKind> = Happening<K>['kind'];
/** Names of all boxes of all events. */
export type MatterBoxName = Box['name'];
/** What can be chosen in the boxes of this name; nothing in those of another type. */
export type MatterOption<N extends MatterBoxName> = Extract<
  Box,
  { readonly name: N; readonly options: readonly string[] }
>['options'][number];

/** The rule of one event, or undefined where the kind of matter knows no such event. */
export function matterEventRule(kind: MatterKind, event: string): MatterEventRule | undefined {
  return MATTER_RULES[kind].events.find((rule) => rule.kind === event);
}

/** Events that may begin a matter: the first one, and where that one ends it as well, each of them. */
export function openingEvents(kind: MatterKind): readonly MatterEventRule[] {
  const { events } = MATTER_RULES[kind];
  return events[0]?.closes === true ? events : events.slice(0, 1);
}

/** Whether what stands in the box is kept sealed. */
export function isSealedBox(field: MatterField): boolean {
  return field.type === 'choice' && field.sealed === true;
}

/** Names of the boxes of an event that are kept sealed. */
export function sealedBoxes(kind: MatterKind, event: string): readonly string[] {
  const fields = matterEventRule(kind, event)?.fields ?? [];
  return fields.filter(isSealedBox).map(({ name }) => name);
}
