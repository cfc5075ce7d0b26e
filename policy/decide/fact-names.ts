// Every fact of every ground, by type. The command line promises these names: `command-line.md` section 1.

/** Times with an offset. */
export const TIME_FACTS = ['arrestedAt', 'factsKnownAt', 'requestedAt', 'neededAt', 'clearedAt'] as const;
export type TimeFact = (typeof TIME_FACTS)[number];

/** Days, compared with the station's day. */
export const DAY_FACTS = ['convictedOn', 'openedOn'] as const;
export type DayFact = (typeof DAY_FACTS)[number];

/** Reasons in somebody's own words: at least ten characters, screened, never repeated in an answer. */
export const TEXT_FACTS = [
  'elementOfForce',
  'whyReliable',
  'suspicion',
  'venture',
  'activity',
  'basisOfKnowledge',
  'veracity',
  'asked',
  'whatHappened',
  'whySerious',
  'perceivedFrom',
  'whyNoListedGround',
  'dangerNow',
  'articulableFacts',
] as const;
export type TextFact = (typeof TEXT_FACTS)[number];

/** Names, numbers and places. */
export const WORD_FACTS = [
  'arrestingAgency',
  'court',
  'affiant',
  'agency',
  'unit',
  'official',
  'criminalStatute',
  'federalCase',
  'location',
  'units',
  'supervisor',
] as const;
export type WordFact = (typeof WORD_FACTS)[number];

/** One word out of a closed list. */
export const CHOICES = {
  outcome: [
    'convicted',
    'pending',
    'continued-without-finding',
    'dismissed',
    'juvenile-adjudication',
    'vacated',
    'foreign',
  ],
  part: ['organizer', 'participant'],
  involves: ['violence', 'drug-distribution', 'both'],
  sealedCheck: ['clear', 'sealed', 'not-done'],
  threat: ['public-safety', 'national-security'],
  unavailableBecause: ['not-carried', 'none-issued', 'lost', 'could-not-be-verified'],
  basis: ['criminal-activity', 'wms-warrant', 'detainer', 'civil-warrant', 'for-ice'],
} as const;
export type ChoiceFact = keyof typeof CHOICES;
export const CHOICE_FACTS = [
  'outcome',
  'part',
  'involves',
  'sealedCheck',
  'threat',
  'unavailableBecause',
  'basis',
] as const;

/** Yes or no. */
export const FLAG_FACTS = [
  'sealedOrExpunged',
  'protectedSpeechIsNotTheBasis',
  'callbackVerified',
  'verifiedByRecords',
] as const;
export type FlagFact = (typeof FLAG_FACTS)[number];

/** Lists of words; `sources` out of a closed list. */
export const LIST_FACTS = ['sources', 'standardIdSought'] as const;
export type ListFact = (typeof LIST_FACTS)[number];
export const SOURCES = [
  'observation',
  'informant',
  'named-citizen',
  'police-report',
  'surveillance',
  'gang-list',
  'tattoo',
] as const;

/** Ids of the offense catalogue. */
export const OFFENSE_FACTS = ['offense', 'convictedOffense', 'targetOffense'] as const;
export type OffenseFact = (typeof OFFENSE_FACTS)[number];

/** Facts made of parts; their parts answer under the object's own name. */
export const OBJECT_FACTS = ['source', 'instrument', 'warrant', 'wms', 'wmsSecondCheck'] as const;

export const SOURCE_KINDS = ['board-of-probation', 'iii', 'ncic', 'certified-docket'] as const;
/** Of a federal request (X1), then of legal compulsion. */
export const INSTRUMENT_KINDS = [
  'written',
  'oral',
  'judicial-warrant',
  'court-order',
  'counsel-approved-reply',
] as const;
export const SIGNERS = ['judge', 'magistrate', 'clerk', 'counsel', 'agency-official'] as const;
export const WARRANT_KINDS = [
  'criminal',
  'default-criminal',
  'civil',
  'child-support',
  'federal',
  'out-of-state',
  'I-200',
  'I-205',
] as const;
export const WARRANT_STATUSES = ['active', 'recalled', 'served'] as const;
export const MATCHES = ['name', 'dob', 'photo', 'prints', 'address', 'ssn', 'state-id'] as const;

export const FACT_NAMES = [
  ...TIME_FACTS,
  ...DAY_FACTS,
  ...TEXT_FACTS,
  ...WORD_FACTS,
  ...CHOICE_FACTS,
  ...FLAG_FACTS,
  ...LIST_FACTS,
  ...OFFENSE_FACTS,
  ...OBJECT_FACTS,
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** What stands outside `facts` and may be missing as well. */
export const CIRCUMSTANCES = [
  'subject.role',
  'subject.age',
  'custody.inCustody',
  'people.decider',
  'people.cosigner',
  'people.chief',
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

export type NamedFact = FactName | Circumstance;
