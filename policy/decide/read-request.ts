import { ACTS, GROUNDS, SUBJECT_ROLES } from '../decision.ts';
import type { Pack } from '../packs/pack.ts';
import { ROLES } from '../people.ts';
import type { FindOffense } from './offense.ts';
import { readFacts } from './read-facts.ts';
import {
  choiceOf,
  flagOf,
  isUnknown,
  momentOf,
  note,
  part,
  partsOf,
  wordOf,
  type Faults,
  type Given,
  type Parts,
} from './read-value.ts';
import type { Custody, DecisionRequest, People, PersonRef } from './request.ts';

/** A line without an `id` answers `id: null`; `error` says what and where, never a value. */
export type ReadRequest =
  | { readonly ok: true; readonly request: DecisionRequest }
  | { readonly ok: false; readonly id: string | null; readonly error: string };

/** Offenses that may be named, and the pack whose grounds may be tried. */
export interface Known {
  readonly findOffense: FindOffense;
  readonly pack: Pack;
}

const REQUEST_KEYS = new Set(['id', 'at', 'act', 'ground', 'subject', 'custody', 'people', 'facts']);
const SUBJECT_KEYS = new Set(['role', 'age']);
const CUSTODY_KEYS = new Set(['inCustody', 'releaseEligibleAt', 'releasedAt']);
const PEOPLE_KEYS = new Set(['decider', 'cosigner', 'chief']);
const PERSON_KEYS = new Set(['id', 'role']);

/** Reads a whole request of `decide` (`command-line.md` section 1) before any ground is tried. */
export function readRequest(json: unknown, known: Known): ReadRequest {
  const faults: Faults = { first: null };
  const parts = partsOf({ value: json, where: '', faults }, REQUEST_KEYS);
  if (parts === undefined) return { ok: false, id: null, error: 'the line must be an object with an id' };
  const idFaults: Faults = { first: null };
  const id = wordOf({ ...part(parts, 'id'), faults: idFaults });
  if (id === undefined) return { ok: false, id: null, error: idFaults.first ?? 'id: is missing' };
  const request = readParts(id, parts, known);
  if (request === undefined) return { ok: false, id, error: faults.first ?? 'the line cannot be read' };
  return { ok: true, request };
}

function readParts(id: string, parts: Parts, known: Known): DecisionRequest | undefined {
  const at = momentOf(part(parts, 'at'));
  if (at === undefined) note(part(parts, 'at'), 'is missing');
  const act = choiceOf(part(parts, 'act'), ACTS);
  const ground = choiceOf(part(parts, 'ground'), GROUNDS);
  if (ground !== undefined && !known.pack.grounds.some((rule) => rule.ground === ground)) {
    note(part(parts, 'ground'), 'is not in the policy pack in force');
  }
  const subject = subjectOf(part(parts, 'subject'));
  const custody = custodyIn(part(parts, 'custody'));
  const people = peopleOf(part(parts, 'people'));
  const facts = readFacts(part(parts, 'facts'), known.findOffense);
  if (at === undefined || parts.faults.first !== null) return undefined;
  return { id, at, act, ground, subject, custody, people, facts };
}

function subjectOf(given: Given): DecisionRequest['subject'] {
  const parts = partsOf(given, SUBJECT_KEYS);
  if (parts === undefined) return { role: undefined, age: undefined };
  return { role: choiceOf(part(parts, 'role'), SUBJECT_ROLES), age: ageOf(part(parts, 'age')) };
}

function ageOf(given: Given): number | undefined {
  const { value } = given;
  if (isUnknown(value)) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 130) return value;
  note(given, 'must be a whole number of years from 0 to 130');
  return undefined;
}

function custodyIn(given: Given): Custody {
  const parts = partsOf(given, CUSTODY_KEYS);
  if (parts === undefined) return { inCustody: undefined, releaseEligibleAt: undefined, releasedAt: undefined };
  return {
    inCustody: flagOf(part(parts, 'inCustody')),
    releaseEligibleAt: momentOf(part(parts, 'releaseEligibleAt')),
    releasedAt: momentOf(part(parts, 'releasedAt')),
  };
}

function peopleOf(given: Given): People {
  const parts = partsOf(given, PEOPLE_KEYS);
  if (parts === undefined) return { decider: undefined, cosigner: undefined, chief: undefined };
  return {
    decider: personOf(part(parts, 'decider')),
    cosigner: personOf(part(parts, 'cosigner')),
    chief: personOf(part(parts, 'chief')),
  };
}

/** Somebody without an id or a role is nobody. */
function personOf(given: Given): PersonRef | undefined {
  const parts = partsOf(given, PERSON_KEYS);
  if (parts === undefined) return undefined;
  const id = wordOf(part(parts, 'id'));
  const role = choiceOf(part(parts, 'role'), ROLES);
  return id === undefined || role === undefined ? undefined : { id, role };
}
