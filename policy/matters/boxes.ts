// The boxes and events of which the course of a matter is made.
import type { SubjectRole } from '../decision.ts';
import type { MatterEventRule, MatterField, MatterLineField } from './matter.ts';

export const ANYBODY = [
  'arrestee',
  'suspect',
  'victim',
  'witness',
  'reporting-party',
  'visitor',
] as const satisfies readonly SubjectRole[];
/** Whom an act of the policy may be about at all. */
export const ARRESTEE_OR_SUSPECT = ['arrestee', 'suspect'] as const satisfies readonly SubjectRole[];

export const WMS_STATUS = ['active', 'recalled', 'served'] as const;
export const LANGUAGES = ['en', 'es', 'pt', 'other'] as const;

type Told = 'required' | 'optional';

/** Names and options stay literal: the window's catalogue does not compile where a label is missing. */
type Called<T extends MatterField['type'], N extends string> = Extract<MatterField, { readonly type: T }> & {
  readonly name: N;
};
type Chosen<T extends 'choice' | 'choices', N extends string, O extends string> = Called<T, N> & {
  readonly options: readonly O[];
};

/** Text that may name an agency and its papers. */
export function contact<const N extends string>(name: N, told: Told, most = 400): Called<'text', N> {
  return { name, type: 'text', about: 'contact', most, required: told === 'required' };
}

/** Text that may not. */
export function plain<const N extends string>(name: N, told: Told, most = 400): Called<'text', N> {
  return { name, type: 'text', about: 'plain', most, required: told === 'required' };
}

export function choice<const N extends string, const O extends string>(
  name: N,
  told: Told,
  options: readonly O[],
): Chosen<'choice', N, O> {
  return { name, type: 'choice', options, required: told === 'required' };
}

/** One of a list that is kept sealed: S4. */
export function sealedChoice<const N extends string, const O extends string>(
  name: N,
  told: Told,
  options: readonly O[],
): Chosen<'choice', N, O> {
  return { name, type: 'choice', options, required: told === 'required', sealed: true };
}

export function choices<const N extends string, const O extends string>(
  name: N,
  told: Told,
  options: readonly O[],
): Chosen<'choices', N, O> {
  return { name, type: 'choices', options, required: told === 'required' };
}

export function flag<const N extends string>(name: N, told: Told): Called<'flag', N> {
  return { name, type: 'flag', required: told === 'required' };
}

/** A whole number from 1 to `most`. */
export function count<const N extends string>(name: N, told: Told, most: number): Called<'count', N> {
  return { name, type: 'count', least: 1, most, required: told === 'required' };
}

/** A whole number from 0 to `most`. */
export function countFromNone<const N extends string>(name: N, told: Told, most: number): Called<'count', N> {
  return { name, type: 'count', least: 0, most, required: told === 'required' };
}

/** Several lines, each of the same boxes. */
export function rows<const N extends string>(
  name: N,
  fields: readonly MatterLineField[],
  most: number,
): Called<'rows', N> {
  return { name, type: 'rows', fields, most, required: false };
}

/** A time that may lie ahead. */
export function timeAhead<const N extends string>(name: N, told: Told): Called<'time', N> {
  return { name, type: 'time', ahead: true, required: told === 'required' };
}

const nameBox = <const N extends string>(name: N): Called<'name', N> => ({
  name,
  type: 'name',
  most: 120,
  required: false,
});
const DOB: Called<'day', 'dob'> = { name: 'dob', type: 'day', required: false };
const BOOKING: Called<'booking', 'bookingId'> = { name: 'bookingId', type: 'booking', required: false };

export const SCAN: Called<'scan', 'scan'> = { name: 'scan', type: 'scan', required: false };
export const LAST_FOUR: Called<'last-four', 'lastFour'> = { name: 'lastFour', type: 'last-four', required: false };

/** What an event does beside being recorded. */
interface Course {
  readonly act?: MatterEventRule['act'];
  readonly closes?: boolean;
  readonly ends?: readonly string[];
}

type Happening<K extends string, F extends MatterField> = MatterEventRule & {
  readonly kind: K;
  readonly fields: readonly F[];
};

export function event<const K extends string, F extends MatterField>(
  kind: K,
  fields: readonly F[],
  course: Course = {},
): Happening<K, F> {
  return {
    kind,
    fields,
    act: course.act ?? null,
    closes: course.closes ?? false,
    ends: course.ends ?? [],
  };
}

/** Somebody nobody knew when the record began: a booking, or a name that is typed. What the record said stays. */
type NamedBox<R extends string> =
  | Chosen<'choice', 'role', R>
  | Called<'booking', 'bookingId'>
  | Called<'name', 'family' | 'given'>
  | Called<'day', 'dob'>
  | Called<'text', 'note'>;

export function named<const R extends SubjectRole>(roles: readonly R[]): Happening<'named', NamedBox<R>> {
  const who = [BOOKING, nameBox('family'), nameBox('given'), DOB] as const;
  return event('named', [choice('role', 'required', roles), ...who, plain('note', 'optional')]);
}
