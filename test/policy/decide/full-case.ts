import { OFFICER, SUPERVISOR, type Json } from './case.ts';

/** A case in which everything is there and fits. */
export interface FullCase {
  readonly name: string;
  readonly json: Json;
  /** Paths that may each be taken away: then the case refuses and names the second word. */
  readonly needs: readonly (readonly [path: string, named: string])[];
}

export type Needs = FullCase['needs'];

/** Facts by their own names. */
export function bare(...names: readonly string[]): Needs {
  return names.map((name) => [`facts.${name}`, name]);
}

/** An object and its parts, which answer under the object's name. */
export function parts(object: string, ...names: readonly string[]): Needs {
  return [`facts.${object}`, ...names.map((name) => `facts.${object}.${name}`)].map((path) => [path, object]);
}

export const ROLE = ['subject.role', 'subject.role'] as const;
export const AGE = ['subject.age', 'subject.age'] as const;
export const DECIDER = ['people.decider', 'people.decider'] as const;
export const COSIGNER = ['people.cosigner', 'people.cosigner'] as const;
export const TWO = { decider: OFFICER, cosigner: SUPERVISOR };
