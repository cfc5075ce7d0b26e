import type { Act, Ground, SubjectRole } from '../decision.ts';
import type { NamedFact, TimeFact } from '../decide/fact-names.ts';
import type { Role } from '../people.ts';
import type { Condition, OffenseReading, When } from './condition.ts';

/**
 * One department's policy as data: exactly the JSON of its file, so its digest is SHA-256 over the canonical JSON (RFC 8785)
 * of this very value. Only `loadPack` answers one that was checked.
 */
export interface Pack {
  readonly format: 'policy-pack/1';
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** First day in force, station's day. */
  readonly effectiveFrom: string;
  /** First day no longer in force; null while there is no successor. */
  readonly effectiveUntil: string | null;
  readonly agency: { readonly code: string; readonly name: string };
  readonly source: { readonly title: string; readonly file: string; readonly year: number };
  readonly interpretation: readonly Reading[];
  readonly acts: readonly ActEntry[];
  /** Who may stand in which place. */
  readonly people: {
    readonly decider: readonly Role[];
    readonly cosigner: readonly Role[];
    readonly chief: readonly Role[];
  };
  /** For these acts the chief decides with the officer where the person is younger than `under`. */
  readonly minors: { readonly under: number; readonly acts: readonly Act[] };
  readonly matrix: readonly MatrixRow[];
  readonly facts: readonly FactEntry[];
  readonly grounds: readonly GroundRule[];
}

/** How an open question of the text is read until counsel or the chief decides otherwise: requirements 1.8. */
export interface Reading {
  readonly id: string;
  readonly clause: string;
  readonly question: string;
  readonly reading: string;
  readonly reason: string;
  readonly date: string;
  readonly by: string;
}

export interface ActEntry {
  readonly act: Act;
  /** "May we …?" */
  readonly question: string;
  /** Follows "opens": "notifying federal immigration authorities". */
  readonly label: string;
  /** Clause that closes the act; `system` where Sallyport itself does. */
  readonly cite: string;
  /** How sure one has to be for this act: 1(b) asks less than section 2. Which facts show it the conditions say. */
  readonly threshold?: string;
}

/** What one ground opens, and for whom. What stands in no row is refused. */
export interface MatrixRow {
  readonly ground: Ground;
  readonly acts: readonly Act[];
  readonly subjects: readonly SubjectRole[];
  readonly subjectMayBeUnknown: boolean;
  /** Tried only where it is asked for by name: nothing may slide into it. */
  readonly onlyByName: boolean;
}

/** How a fact is asked for. */
export interface FactEntry {
  readonly fact: NamedFact;
  /** Stands in the middle of a sentence: "arresting agency". */
  readonly name: string;
  readonly question: string;
  readonly example: string;
  /** Words for each value of a closed list. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export interface GroundRule {
  readonly ground: Ground;
  readonly title: string;
  /** As printed in answers: `2(a)`. */
  readonly cite: string;
  /** The clause in our own words. */
  readonly wording: string;
  /** How sure one has to be under this clause: "probable cause". */
  readonly threshold?: string;
  /** Where the policy's text says it: section and lines of `source.file`. */
  readonly pointer: { readonly section: string; readonly lines: readonly [number, number] };
  /** Why it opens, ending a sentence that begins with the clause. */
  readonly because: string;
  /** There where the ground looks at offenses. */
  readonly offenses?: OffenseReading;
  /** All needed. */
  readonly needs: readonly Condition[];
  /** Where present, one of these is needed as well. */
  readonly anyOf: readonly Alternative[];
  /** Opens before its facts are told; they become duties. */
  readonly lifeFirst: boolean;
  readonly duties: readonly Duty[];
  /** Grounds to look at next. */
  readonly prompts: readonly { readonly ground: Ground; readonly when: When }[];
}

export interface Alternative {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly Condition[];
}

/** What must be done once the act opens, or as `trigger` says. */
export interface Duty {
  readonly duty: string;
  /** What to do, in plain words. */
  readonly label: string;
  readonly by: Deadline;
  /**
   * `opens`: with the act. `known`: as soon as the deadline's time is there, whenever this ground is named or none is.
   * `past-release`: an attempt to detain after release was due, without a basis that holds.
   */
  readonly trigger: 'opens' | 'known' | 'past-release';
  /** Only for these acts; every act where absent. */
  readonly acts?: readonly Act[];
  /** Only then. */
  readonly when?: When;
  /** Only while facts are outstanding (life first). */
  readonly whileFactsAreMissing?: boolean;
  /** Ends with this time. */
  readonly until?: TimeFact;
}

export type Deadline =
  | { readonly from: DeadlineStart; readonly minutes: number }
  /** Station's clock on the next day that is neither Saturday nor Sunday. */
  | { readonly nextWeekdayAt: string };
export const DEADLINE_STARTS = ['at', 'factsKnownAt', 'instrument.requestedAt', 'custody.releaseEligibleAt'] as const;
export type DeadlineStart = (typeof DEADLINE_STARTS)[number];
