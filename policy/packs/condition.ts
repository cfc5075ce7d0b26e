import type {
  ChoiceFact,
  DayFact,
  FlagFact,
  ListFact,
  OffenseFact,
  TextFact,
  TimeFact,
  WordFact,
} from '../decide/fact-names.ts';

/** How an offense stands to a ground: named by it, a violent felony, or a crime that takes its weight from a target. */
export const STANDINGS = ['named', 'violent-felony', 'by-target'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Makes a condition count only sometimes. An unknown fact makes it not count: the fact itself is then missing. */
export type When =
  | { readonly fact: ChoiceFact; readonly is: readonly string[] }
  | { readonly fact: OffenseFact; readonly standing: readonly Standing[] }
  | { readonly fact: 'instrument'; readonly kind: readonly string[] };

/** How a ground looks at the offense catalogue. */
export interface OffenseReading {
  /** Section 2 ground under which the catalogue names the offense. */
  readonly ground: '2a' | '2c' | '2d';
  /** Only a felony counts as named. */
  readonly felony: boolean;
  /** Ids of offenses that take their weight from another one. */
  readonly byTarget: readonly string[];
}

/**
 * The kinds of test, each with what its data says. A test has three answers: fits, not there, there but not fit;
 * `fact` is bound to the facts that the kind can read.
 */
export interface Tests {
  is: { readonly fact: WordFact | ChoiceFact; readonly values: readonly string[] };
  given: { readonly fact: WordFact | ChoiceFact | ListFact };
  text: { readonly fact: TextFact };
  differs: { readonly fact: TextFact; readonly from: TextFact };
  flag: { readonly fact: FlagFact; readonly value: boolean };
  past: { readonly fact: TimeFact };
  'past-day': { readonly fact: DayFact };
  within: { readonly fact: TimeFact; readonly minutes: number; readonly after: TimeFact };
  'other-than': { readonly fact: ListFact; readonly values: readonly string[] };
  offense: { readonly fact: OffenseFact; readonly accepts: readonly Standing[] };
  'in-custody': { readonly fact: 'custody.inCustody' };
  person: { readonly fact: 'people.cosigner' | 'people.chief' };
  source: { readonly fact: 'source' };
  /** A federal request: `notForms` make it a civil one, and an oral one stands for `oralMinutes`. */
  request: { readonly fact: 'instrument'; readonly notForms: readonly string[]; readonly oralMinutes: number };
  compulsion: { readonly fact: 'instrument'; readonly signers: readonly Signers[] };
  warrant: { readonly fact: 'warrant'; readonly kinds: readonly string[] };
  /** `since`: the check must not be older than that time. A match on nothing but `notOnly` is no match. */
  'warrant-check': { readonly fact: 'wms'; readonly notOnly: readonly string[]; readonly since?: TimeFact };
  'second-check': { readonly fact: 'wmsSecondCheck'; readonly minutes: number };
}

/** Who may sign which kind of instrument. */
export interface Signers {
  readonly kind: string;
  readonly by: readonly string[];
}

export type TestKind = keyof Tests;

/** One requirement of a ground. */
export type Condition<K extends TestKind = TestKind> = {
  [P in K]: Tests[P] & {
    readonly test: P;
    readonly when?: When;
    /** Not needed, but where it is there it must fit. */
    readonly optional?: boolean;
  };
}[K];
