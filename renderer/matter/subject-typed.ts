import type { SubjectRole } from '../../policy/decision.ts';
import { clearText } from '../../policy/gate.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { readDay } from '../time/read-day.ts';
import { stationDay } from '../time/show.ts';

/** Longest name that the gate takes, in letters; see `policy/gate/matter-subject.ts`. */
export const LONGEST_NAME = 120;

/** Whom a matter is about, as it stands in the boxes; empty where nothing was typed or chosen. */
export interface TypedSubject {
  readonly role: SubjectRole | '';
  readonly lastName: string;
  readonly firstName: string;
  /** Day of birth, in any way that people write one. */
  readonly dob: string;
}

/** What may leave the window of it, and why the rest may not. */
export interface SubjectReading {
  readonly subject: MatterSubject;
  /** Names of boxes whose text is not in `subject`. */
  readonly left: readonly string[];
  /** Of those boxes, each told as what it is: a name that tells status (policy 1(b)), a day that is none. */
  readonly refusals: readonly Refusal[];
}

function readName(field: 'lastName' | 'firstName', typed: string): SubjectReading {
  const name = typed.trim();
  if (name === '') return { subject: {}, left: [], refusals: [] };
  const cleared = clearText(name, 'name');
  if (cleared.ok) return { subject: { [field]: name }, left: [], refusals: [] };
  const refusals = cleared.refusals.map((refusal) => ({ ...refusal, field: `subject.${field}` }));
  return { subject: {}, left: [field], refusals };
}

function readBirth(typed: string, now: Date): SubjectReading {
  const born = readDay(typed, { today: stationDay(now), partial: false, birth: true });
  if (born.kind === 'day') return { subject: { dob: born.day }, left: [], refusals: [] };
  if (born.kind === 'empty') return { subject: {}, left: [], refusals: [] };
  return { subject: {}, left: ['dob'], refusals: [{ code: 'wrong-value', field: 'subject.dob' }] };
}

/** Reads the boxes of a person. Nothing that the screen stops is in what may be sent or kept. */
export function readSubject({ role, lastName, firstName, dob }: TypedSubject, now: Date): SubjectReading {
  const parts = [readName('lastName', lastName), readName('firstName', firstName), readBirth(dob, now)];
  const part: MatterSubject = role === '' ? {} : { role };
  return {
    subject: parts.reduce((all, { subject }) => ({ ...all, ...subject }), part),
    left: parts.flatMap(({ left }) => left),
    refusals: parts.flatMap(({ refusals }) => refusals),
  };
}
