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

interface Base {
  readonly when?: When;
}

/**
 * One requirement. Each kind is a small typed test with three answers (fits, not there, there but not fit);
 * `fact` is bound to the facts that the kind can read.
 */
export type Condition = Base &
  (
    | { readonly test: 'is'; readonly fact: WordFact | ChoiceFact; readonly values: readonly string[] }
    | { readonly test: 'given'; readonly fact: WordFact | ChoiceFact | ListFact }
    | { readonly test: 'text'; readonly fact: TextFact }
    | { readonly test: 'differs'; readonly fact: TextFact; readonly from: TextFact }
    | { readonly test: 'flag'; readonly fact: FlagFact; readonly value: boolean }
    | { readonly test: 'past'; readonly fact: TimeFact }
    | { readonly test: 'past-day'; readonly fact: DayFact }
    | { readonly test: 'within'; readonly fact: TimeFact; readonly minutes: number; readonly after: TimeFact }
    | { readonly test: 'other-than'; readonly fact: ListFact; readonly values: readonly string[] }
    | { readonly test: 'offense'; readonly fact: OffenseFact; readonly accepts: readonly Standing[] }
    | { readonly test: 'in-custody'; readonly fact: 'custody.inCustody' }
    | { readonly test: 'person'; readonly fact: 'people.cosigner' | 'people.chief' }
    | { readonly test: 'source'; readonly fact: 'source' }
    | {
        readonly test: 'request';
        readonly fact: 'instrument';
        /** Forms that make the instrument a civil one. */
        readonly notForms: readonly string[];
        readonly oralMinutes: number;
      }
    | {
        readonly test: 'compulsion';
        readonly fact: 'instrument';
        readonly signers: readonly { readonly kind: string; readonly by: readonly string[] }[];
      }
    | { readonly test: 'warrant'; readonly fact: 'warrant'; readonly kinds: readonly string[] }
    /** `since`: the check must not be older than that time. */
    | { readonly test: 'warrant-check'; readonly fact: 'wms'; readonly notOnly: readonly string[]; readonly since?: TimeFact }
    | { readonly test: 'second-check'; readonly fact: 'wmsSecondCheck'; readonly minutes: number }
  );

