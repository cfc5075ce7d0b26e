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
  objectOf,
  wordOf,
  type Faults,
  type Unread,
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
const NOTHING: Unread = {};

/** Reads a whole request of `decide` (`command-line.md` section 1) before any ground is tried. */
export function readRequest(json: unknown, known: Known): ReadRequest {
  const faults: Faults = { first: null };
  const given = objectOf(json, REQUEST_KEYS, '', faults);
  if (given === undefined) return { ok: false, id: null, error: 'the line must be an object with an id' };
  const idFaults: Faults = { first: null };
  const id = wordOf(given['id'], 'id', idFaults);
  if (id === undefined) return { ok: false, id: null, error: idFaults.first ?? 'id: is missing' };
  const request = readParts(id, given, known, faults);
  if (request === undefined) return { ok: false, id, error: faults.first ?? 'the line cannot be read' };
  return { ok: true, request };
}

function readParts(id: string, given: Unread, known: Known, faults: Faults): DecisionRequest | undefined {
  const at = momentOf(given['at'], 'at', faults) ?? note(faults, 'at', 'is missing');
  const act = choiceOf(given['act'], ACTS, 'act', faults);
  const ground = choiceOf(given['ground'], GROUNDS, 'ground', faults);
  if (ground !== undefined && !known.pack.grounds.some((rule) => rule.ground === ground)) {
    note(faults, 'ground', 'is not in the policy pack in force');
  }
  const subject = subjectOf(given['subject'], faults);
  const custody = custodyOf(given['custody'], faults);
  const people = peopleOf(given['people'], faults);
  const facts = readFacts(given['facts'], known.findOffense, faults);
  if (at === undefined || faults.first !== null) return undefined;
  return { id, at, act, ground, subject, custody, people, facts };
}

function subjectOf(value: unknown, faults: Faults): DecisionRequest['subject'] {
  const parts = objectOf(value, SUBJECT_KEYS, 'subject', faults) ?? NOTHING;
  return { role: choiceOf(parts['role'], SUBJECT_ROLES, 'subject.role', faults), age: ageOf(parts['age'], faults) };
}

function ageOf(value: unknown, faults: Faults): number | undefined {
  if (isUnknown(value)) return undefined;
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 130;
  return fits ? value : note(faults, 'subject.age', 'must be a whole number of years from 0 to 130');
}

function custodyOf(value: unknown, faults: Faults): Custody {
  const parts = objectOf(value, CUSTODY_KEYS, 'custody', faults) ?? NOTHING;
  return {
    inCustody: flagOf(parts['inCustody'], 'custody.inCustody', faults),
    releaseEligibleAt: momentOf(parts['releaseEligibleAt'], 'custody.releaseEligibleAt', faults),
    releasedAt: momentOf(parts['releasedAt'], 'custody.releasedAt', faults),
  };
}

function peopleOf(value: unknown, faults: Faults): People {
  const parts = objectOf(value, PEOPLE_KEYS, 'people', faults) ?? NOTHING;
  return {
    decider: personOf(parts['decider'], 'people.decider', faults),
    cosigner: personOf(parts['cosigner'], 'people.cosigner', faults),
    chief: personOf(parts['chief'], 'people.chief', faults),
  };
}

/** Somebody without an id or a role is nobody. */
function personOf(value: unknown, where: string, faults: Faults): PersonRef | undefined {
  const parts = objectOf(value, PERSON_KEYS, where, faults);
  if (parts === undefined) return undefined;
  const id = wordOf(parts['id'], `${where}.id`, faults);
  const role = choiceOf(parts['role'], ROLES, `${where}.role`, faults);
  return id === undefined || role === undefined ? undefined : { id, role };
}
