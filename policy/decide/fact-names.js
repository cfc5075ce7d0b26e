// Every fact of every ground, by type. The command line promises these names: `command-line.md` section 1.
/** Times with an offset. */
export const TIME_FACTS = ['arrestedAt', 'factsKnownAt', 'requestedAt', 'neededAt', 'clearedAt'];
/** Days, compared with the station's day. */
export const DAY_FACTS = ['convictedOn', 'openedOn'];
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
];
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
];
/** One word out of a closed list. */
export const CHOICES = {
    outcome: ['convicted', 'pending', 'continued-without-finding', 'dismissed', 'juvenile-adjudication', 'vacated', 'foreign'],
    part: ['organizer', 'participant'],
    involves: ['violence', 'drug-distribution', 'both'],
    sealedCheck: ['clear', 'sealed', 'not-done'],
    threat: ['public-safety', 'national-security'],
    unavailableBecause: ['not-carried', 'none-issued', 'lost', 'could-not-be-verified'],
    basis: ['criminal-activity', 'wms-warrant', 'detainer', 'civil-warrant', 'for-ice'],
};
export const CHOICE_FACTS = ['outcome', 'part', 'involves', 'sealedCheck', 'threat', 'unavailableBecause', 'basis'];
/** Yes or no. */
export const FLAG_FACTS = ['sealedOrExpunged', 'protectedSpeechIsNotTheBasis', 'callbackVerified', 'verifiedByRecords'];
/** Lists of words; `sources` out of a closed list. */
export const LIST_FACTS = ['sources', 'standardIdSought'];
export const SOURCES = ['observation', 'informant', 'named-citizen', 'police-report', 'surveillance', 'gang-list', 'tattoo'];
/** Ids of the offense catalogue. */
export const OFFENSE_FACTS = ['offense', 'convictedOffense', 'targetOffense'];
/** Facts made of parts; their parts answer under the object's own name. */
export const OBJECT_FACTS = ['source', 'instrument', 'warrant', 'wms', 'wmsSecondCheck'];
export const SOURCE_KINDS = ['board-of-probation', 'iii', 'ncic', 'certified-docket'];
/** Of a federal request (X1), then of legal compulsion. */
export const INSTRUMENT_KINDS = ['written', 'oral', 'judicial-warrant', 'court-order', 'counsel-approved-reply'];
export const SIGNERS = ['judge', 'magistrate', 'clerk', 'counsel', 'agency-official'];
export const WARRANT_KINDS = [
    'criminal',
    'default-criminal',
    'civil',
    'child-support',
    'federal',
    'out-of-state',
    'I-200',
    'I-205',
];
export const WARRANT_STATUSES = ['active', 'recalled', 'served'];
export const MATCHES = ['name', 'dob', 'photo', 'prints', 'address', 'ssn', 'state-id'];
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
];
/** What stands outside `facts` and may be missing as well. */
export const CIRCUMSTANCES = ['subject.role', 'subject.age', 'custody.inCustody', 'people.decider', 'people.cosigner', 'people.chief'];
