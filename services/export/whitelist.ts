import type { Ground } from '../../policy/decision.ts';
import type { FactName } from '../../policy/decide/fact-names.ts';
import type { Shape } from './pick.ts';

const source = { kind: 'value', reference: 'value', at: 'value' } as const;
const instrument = {
  kind: 'value',
  form: 'value',
  requestedAt: 'value',
  sha256: 'value',
  issuer: 'value',
  docket: 'value',
  signedBy: { role: 'value', name: 'value' },
} as const;
const warrant = { number: 'value', court: 'value', offense: 'value', kind: 'value' } as const;
const wms = { query: 'value', at: 'value', status: 'value', matchedOn: 'values' } as const;
const wmsSecondCheck = { at: 'value', status: 'value' } as const;

/** Every fact has its place; which of them leave is said ground by ground below. */
const FACTS: Readonly<Record<FactName, Shape>> = {
  arrestedAt: 'value',
  factsKnownAt: 'value',
  requestedAt: 'value',
  neededAt: 'value',
  clearedAt: 'value',
  convictedOn: 'value',
  openedOn: 'value',
  elementOfForce: 'value',
  whyReliable: 'value',
  suspicion: 'value',
  venture: 'value',
  activity: 'value',
  basisOfKnowledge: 'value',
  veracity: 'value',
  asked: 'value',
  whatHappened: 'value',
  whySerious: 'value',
  perceivedFrom: 'value',
  whyNoListedGround: 'value',
  dangerNow: 'value',
  articulableFacts: 'value',
  arrestingAgency: 'value',
  court: 'value',
  affiant: 'value',
  agency: 'value',
  unit: 'value',
  official: 'value',
  criminalStatute: 'value',
  federalCase: 'value',
  location: 'value',
  units: 'value',
  supervisor: 'value',
  outcome: 'value',
  part: 'value',
  involves: 'value',
  sealedCheck: 'value',
  threat: 'value',
  unavailableBecause: 'value',
  basis: 'value',
  sealedOrExpunged: 'value',
  protectedSpeechIsNotTheBasis: 'value',
  callbackVerified: 'value',
  verifiedByRecords: 'value',
  sources: 'values',
  standardIdSought: 'values',
  offense: 'value',
  convictedOffense: 'value',
  targetOffense: 'value',
  source,
  instrument,
  warrant,
  wms,
  wmsSecondCheck,
};

/**
 * The whole of what a signed record may say (requirements 5.1), disclosure by disclosure. Nothing else leaves:
 * no status, birthplace, address, narrative, reason or note has a place here.
 */
export const RECORD_SHAPE = {
  station: { name: 'value', ori: 'value' },
  person: {
    name: { family: 'value', given: 'value', middle: 'value', suffix: 'value' },
    dob: 'value',
    bookingNumber: 'value',
  },
  charge: [{ offense: 'value', statute: 'value', description: 'value', counts: 'value', severity: 'value' }],
  custody: { place: 'value', inCustody: 'value', releaseEligibleAt: 'value', releasedAt: 'value' },
  notice: {
    number: 'value',
    outcome: 'value',
    direction: 'value',
    agency: 'value',
    unit: 'value',
    recipient: 'value',
    reachedAt: 'value',
    verifiedHow: 'value',
    channel: 'value',
    purpose: 'value',
    released: 'values',
    criminalHistory: 'value',
    recordedBy: { name: 'value', badge: 'value', role: 'value' },
  },
  authority: {
    ground: 'value',
    cite: 'value',
    decidedBy: 'value',
    cosignedBy: 'value',
    pack: { id: 'value', version: 'value', digest: 'value' },
    facts: FACTS,
  },
  times: { factsKnownAt: 'value', decidedAt: 'value', contactedAt: 'value', enteredAt: 'value' },
} as const satisfies Readonly<Record<string, Shape>>;

/** The facts that each ground asks for (`command-line.md` 1); a fact that the ground does not ask for stays in the house. */
export const FACTS_THAT_LEAVE: Readonly<Record<Ground, readonly FactName[]>> = {
  '2a': ['arrestingAgency', 'arrestedAt', 'offense', 'elementOfForce', 'targetOffense'],
  '2b': ['source', 'court', 'convictedOffense', 'convictedOn', 'outcome', 'whyReliable', 'sealedOrExpunged'],
  '2c': ['arrestingAgency', 'arrestedAt', 'offense', 'suspicion', 'protectedSpeechIsNotTheBasis', 'factsKnownAt'],
  '2d': ['arrestedAt', 'offense', 'venture', 'part'],
  '2e': ['activity', 'involves', 'basisOfKnowledge', 'veracity', 'affiant', 'sources'],
  X1: [
    'agency',
    'unit',
    'official',
    'callbackVerified',
    'instrument',
    'criminalStatute',
    'federalCase',
    'openedOn',
    'asked',
    'sealedCheck',
  ],
  X2: ['whatHappened', 'whySerious', 'threat', 'perceivedFrom', 'whyNoListedGround'],
  '1c': ['standardIdSought', 'unavailableBecause', 'verifiedByRecords'],
  '3b-i': [
    'requestedAt',
    'neededAt',
    'agency',
    'official',
    'callbackVerified',
    'dangerNow',
    'location',
    'units',
    'supervisor',
    'clearedAt',
  ],
  '3b-ii': ['requestedAt', 'warrant', 'wms'],
  '3c': ['basis', 'articulableFacts', 'warrant', 'wms', 'wmsSecondCheck'],
  LC: ['instrument'],
};
