import type { Act, Ground, SubjectRole } from '../decision.ts';
import type { Role } from '../people.ts';
import type { Offense } from './offense.ts';
import type {
  ChoiceFact,
  DayFact,
  FlagFact,
  ListFact,
  OffenseFact,
  TextFact,
  TimeFact,
  WordFact,
} from './fact-names.ts';
import type { Moment } from './moment.ts';

/** A request that was read whole. What is not there is undefined; unknown never opens anything. */
export interface DecisionRequest {
  readonly id: string;
  readonly at: Moment;
  readonly act: Act | undefined;
  readonly ground: Ground | undefined;
  readonly subject: { readonly role: SubjectRole | undefined; readonly age: number | undefined };
  readonly custody: Custody;
  readonly people: People;
  readonly facts: Facts;
}

export interface Custody {
  readonly inCustody: boolean | undefined;
  readonly releaseEligibleAt: Moment | undefined;
  readonly releasedAt: Moment | undefined;
}

export interface PersonRef {
  readonly id: string;
  readonly role: Role;
}

export interface People {
  readonly decider: PersonRef | undefined;
  readonly cosigner: PersonRef | undefined;
  readonly chief: PersonRef | undefined;
}

export interface FactStore {
  readonly times: Partial<Record<TimeFact, Moment>>;
  readonly days: Partial<Record<DayFact, string>>;
  readonly texts: Partial<Record<TextFact, string>>;
  readonly words: Partial<Record<WordFact | ChoiceFact, string>>;
  readonly flags: Partial<Record<FlagFact, boolean>>;
  readonly lists: Partial<Record<ListFact, readonly string[]>>;
  readonly offenses: Partial<Record<OffenseFact, Offense>>;
  readonly objects: {
    source?: Source;
    instrument?: Instrument;
    warrant?: Warrant;
    wms?: WarrantCheck;
    wmsSecondCheck?: SecondCheck;
  };
}

/** Facts by type, so that a test can only read what it is made for. */
export type Facts = { readonly [K in keyof FactStore]: Readonly<FactStore[K]> };

export interface Source {
  readonly kind: string | undefined;
  readonly reference: string | undefined;
  readonly at: Moment | undefined;
}

export interface Instrument {
  readonly kind: string | undefined;
  readonly form: string | undefined;
  readonly requestedAt: Moment | undefined;
  readonly sha256: string | undefined;
  readonly issuer: string | undefined;
  readonly docket: string | undefined;
  readonly signedBy: { readonly role: string | undefined; readonly name: string | undefined } | undefined;
}

export interface Warrant {
  readonly number: string | undefined;
  readonly court: string | undefined;
  readonly offense: string | undefined;
  readonly kind: string | undefined;
}

export interface WarrantCheck {
  readonly query: string | undefined;
  readonly at: Moment | undefined;
  readonly status: string | undefined;
  readonly matchedOn: readonly string[] | undefined;
}

export interface SecondCheck {
  readonly at: Moment | undefined;
  readonly status: string | undefined;
}
