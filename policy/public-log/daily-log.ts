import { findOffense } from '../offenses/catalogue.ts';
import { FAMILY_OFFENSES, SEXUAL_CATEGORIES, SEXUAL_OFFENSES, type ApartReason } from './rules.ts';

/** One arrest as the daily log tells it (G.L. c.41 s.98F): name, address, charges. */
export interface LogLine {
  readonly number: string;
  /** Of the arrest, where it is known; else of the booking. */
  readonly at: string;
  readonly name: string;
  readonly address: string;
  readonly charges: readonly string[];
  readonly place: string;
}

/** What decides in which part it stands. */
export interface LoggedArrest extends LogLine {
  /** Ids of the catalogue; null where a charge is not in it. */
  readonly offenses: readonly (string | null)[];
  /** Whole years at the arrest; null where it is not known. */
  readonly age: number | null;
}

export interface DailyLog {
  /** In the order of time, and in no other (c.6 s.172 bars an index by name). */
  readonly shown: readonly LogLine[];
  readonly apart: readonly { readonly line: LogLine; readonly why: readonly ApartReason[] }[];
}

function isSexual(id: string): boolean {
  const offense = findOffense(id);
  if (offense === undefined) return false;
  return offense.sexOffense || SEXUAL_CATEGORIES.includes(offense.category) || SEXUAL_OFFENSES.includes(id);
}

/** Why an arrest may not stand in the public part; empty where it may. What is not known keeps it apart. */
export function whyApart({ offenses, age, number }: LoggedArrest, byHand: readonly string[]): readonly ApartReason[] {
  const known = offenses.filter((id) => id !== null);
  const reasons: readonly (readonly [ApartReason, boolean])[] = [
    ['under-18', age !== null && age < 18],
    ['age-unknown', age === null],
    ['sexual', known.some(isSexual)],
    ['family', known.some((id) => FAMILY_OFFENSES.includes(id))],
    ['charge-unknown', known.length < offenses.length || offenses.length === 0],
    ['by-hand', byHand.includes(number)],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Parts the arrests of a span. @param byHand booking numbers that somebody keeps apart */
export function dailyLog(arrests: readonly LoggedArrest[], byHand: readonly string[]): DailyLog {
  const inTime = arrests.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const lineOf = ({ number, at, name, address, charges, place }: LoggedArrest): LogLine => ({
    ...{ number, at, name, address, charges, place },
  });
  const judged = inTime.map((arrest) => ({ line: lineOf(arrest), why: whyApart(arrest, byHand) }));
  return {
    shown: judged.filter(({ why }) => why.length === 0).map(({ line }) => line),
    apart: judged.filter(({ why }) => why.length > 0),
  };
}
