import {
  CHOICE_FACTS,
  DAY_FACTS,
  FLAG_FACTS,
  LIST_FACTS,
  OFFENSE_FACTS,
  TEXT_FACTS,
  TIME_FACTS,
  WORD_FACTS,
} from '../../../policy/decide/fact-names.ts';
import { ACTS } from '../../../policy/decision.ts';

const TEXT = '{ told: Bool, blocked: Bool, words: String }';
const OFFENSE = '{ id: String, felony: Bool, violent: Bool, grounds: Set<String> }';
const PERSON = '{ id: String, role: String }';

const optional = (names: readonly string[], type: string): readonly string[] =>
  names.map((name) => `${name}?: ${type}`);

const OBJECTS = [
  'source?: { kind?: String, reference?: String, at?: Long }',
  'instrument?: { kind?: String, form?: String, requestedAt?: Long, sha256?: String, issuer?: String,' +
    ' signer?: { role?: String, name?: String } }',
  'warrant?: { number?: String, court?: String, offense?: String, kind?: String }',
  'wms?: { query?: String, at?: Long, status?: String, matchedOn?: Set<String> }',
  'wmsSecondCheck?: { at?: Long, status?: String }',
];

const CONTEXT = [
  'at: Long',
  'today: Long',
  ...optional(['ground', 'role'], 'String'),
  ...optional(['age', 'releasedAt'], 'Long'),
  'inCustody?: Bool',
  ...optional(['decider', 'cosigner', 'chief'], PERSON),
  ...optional([...TIME_FACTS, ...DAY_FACTS], 'Long'),
  ...optional(TEXT_FACTS, TEXT),
  ...optional([...WORD_FACTS, ...CHOICE_FACTS], 'String'),
  ...optional(FLAG_FACTS, 'Bool'),
  ...optional(LIST_FACTS, 'Set<String>'),
  ...optional(OFFENSE_FACTS, OFFENSE),
  ...OBJECTS,
];

/** What a Cedar policy may look at: times as milliseconds, days as YYYYMMDD, texts as what their reader found. */
export const CEDAR_SCHEMA = `entity Officer;
entity Subject;
type Known = { ${CONTEXT.join(', ')} };
action ${ACTS.map((act) => JSON.stringify(act)).join(', ')} appliesTo { principal: Officer, resource: Subject, context: Known };
`;
