// Reads a request against the schedule of the Priority Enforcement Program, which speaks to the federal agency alone.
// An aid: it shows which priority is claimed and what is missing. It is never a ground of ours. Requirements 1.2.

export const PEP_PRIORITIES = ['1a', '1b', '1c', '1d', '1e', '2a', '2b'] as const;
export type PepPriority = (typeof PEP_PRIORITIES)[number];

export const PEP_OUTCOMES = ['convicted', 'cwof', 'juvenile', 'pending', 'vacated', 'foreign'] as const;
/** The class is that of the convicting court, whatever Massachusetts calls the offense. */
export const PEP_LEVELS = ['felony', 'misdemeanor', 'minor-traffic', 'unknown'] as const;
/** Whether somebody's status is an essential element of the offense. */
export const PEP_ELEMENTS = ['yes', 'no', 'unknown'] as const;
export const PEP_LISTED = [
  'none',
  'domestic-violence',
  'sexual-abuse',
  'burglary',
  'firearm',
  'drug-distribution',
  'oui',
] as const;

export interface PepConviction {
  /** Day or docket: what happened at once is one incident, however many convictions came of it. */
  readonly incident: string;
  /** The convicting court, whose class counts; '' where nobody told. */
  readonly court: string;
  readonly outcome: (typeof PEP_OUTCOMES)[number];
  readonly level: (typeof PEP_LEVELS)[number];
  readonly statusElement: (typeof PEP_ELEMENTS)[number];
  readonly listed: (typeof PEP_LISTED)[number];
  /** Days committed, without what was suspended; null where nobody told. */
  readonly daysToServe: number | null;
}

export interface PepClaim {
  readonly claimed: PepPriority | null;
  readonly convictions: readonly PepConviction[];
  readonly gangStatute: boolean;
  /** Took part in a gang's illegal acts on purpose, at 16 or older at that time. */
  readonly gangPart: boolean;
  /** Somebody trained in law determined that it is an aggravated felony; an officer never does. */
  readonly legalDetermination: boolean;
}

export const PEP_MISSING = [
  'statute',
  'conviction',
  'court-class',
  'incidents',
  'sentence',
  'time-to-serve',
  'element-check',
] as const;
export type PepMissing = (typeof PEP_MISSING)[number];

export interface PepReading {
  readonly claimed: PepPriority | null;
  /** The highest priority that what was told shows; Priority 2 only where Priority 1 is not shown. */
  readonly shown: PepPriority | null;
  /** Of the priority claimed. */
  readonly missing: readonly PepMissing[];
  /** Separate incidents among the misdemeanors that count. */
  readonly incidents: number;
  /** The priority rests on the agency's word alone: no conviction could show it. */
  readonly claimOnly: boolean;
}

const DAYS_OF_A_SIGNIFICANT_SENTENCE = 90;
const SEPARATE_INCIDENTS = 3;

/** Only a conviction counts: not one that is pending, vacated, foreign, juvenile or continued without a finding. */
const counts = (one: PepConviction): boolean => one.outcome === 'convicted';
const isFree = (one: PepConviction): boolean => one.statusElement === 'no';
const isSignificant = (one: PepConviction): boolean =>
  one.listed !== 'none' || (one.daysToServe ?? 0) >= DAYS_OF_A_SIGNIFICANT_SENTENCE;

/** Driving under the influence is never minor traffic: the schedule lists it by name. */
const isMisdemeanor = (one: PepConviction): boolean =>
  one.level === 'misdemeanor' || (one.level === 'minor-traffic' && one.listed === 'oui');

const incidentOf = (one: PepConviction): string => one.incident.trim().toLowerCase();

/** Separate incidents; one whose day nobody told is not known to be another one. */
function incidentsOf(convictions: readonly PepConviction[]): number {
  return new Set(convictions.map(incidentOf).filter((incident) => incident !== '')).size;
}

interface Counted {
  readonly claim: PepClaim;
  readonly convictions: readonly PepConviction[];
  readonly misdemeanors: readonly PepConviction[];
  readonly incidents: number;
}

function count(claim: PepClaim): Counted {
  const convictions = claim.convictions.filter(counts);
  const misdemeanors = convictions.filter(isMisdemeanor);
  return { claim, convictions, misdemeanors, incidents: incidentsOf(misdemeanors.filter(isFree)) };
}

const when = (missing: PepMissing, condition: boolean): readonly PepMissing[] => (condition ? [missing] : []);

function missingForFelony({ convictions }: Counted): readonly PepMissing[] {
  if (convictions.length === 0) return ['conviction'];
  const felonies = convictions.filter((one) => one.level === 'felony');
  if (felonies.some(isFree)) return [];
  const unclassed = convictions.some((one) => one.level === 'unknown');
  const unchecked = felonies.some((one) => one.statusElement === 'unknown');
  const found = [...when('court-class', unclassed), ...when('element-check', unchecked)];
  return found.length > 0 ? found : ['conviction'];
}

function missingForThree({ convictions, misdemeanors, incidents }: Counted): readonly PepMissing[] {
  if (incidents >= SEPARATE_INCIDENTS) return [];
  return [
    ...when('conviction', convictions.length === 0),
    'incidents',
    ...when(
      'court-class',
      convictions.some((one) => one.level === 'unknown'),
    ),
    ...when(
      'element-check',
      misdemeanors.some((one) => one.statusElement === 'unknown'),
    ),
  ];
}

function missingForSignificant({ convictions, misdemeanors }: Counted): readonly PepMissing[] {
  if (misdemeanors.some(isSignificant)) return [];
  if (convictions.length === 0) return ['conviction'];
  const unclassed = when(
    'court-class',
    convictions.some((one) => one.level === 'unknown'),
  );
  const untold = misdemeanors.some((one) => one.daysToServe === null);
  return [...unclassed, untold ? 'sentence' : 'time-to-serve'];
}

const MISSING: Readonly<Record<PepPriority, (counted: Counted) => readonly PepMissing[]>> = {
  '1a': () => [],
  '1b': () => [],
  '1c': ({ claim }) => when('statute', !claim.gangStatute && !claim.gangPart),
  '1d': missingForFelony,
  '1e': ({ claim, convictions }) => [
    ...when('conviction', convictions.length === 0),
    ...when('statute', !claim.legalDetermination),
  ],
  '2a': missingForThree,
  '2b': missingForSignificant,
};

/** No conviction is asked for; what the agency says of them stays its own word. */
const CLAIM_ONLY: ReadonlySet<PepPriority> = new Set<PepPriority>(['1a', '1b']);

/** Which priority the request claims, which one the facts show, and what is missing for the claim. */
export function readPep(claim: PepClaim): PepReading {
  const counted = count(claim);
  const shown = PEP_PRIORITIES.find((one) => !CLAIM_ONLY.has(one) && MISSING[one](counted).length === 0) ?? null;
  return {
    claimed: claim.claimed,
    shown,
    missing: claim.claimed === null ? [] : MISSING[claim.claimed](counted),
    incidents: counted.incidents,
    claimOnly: claim.claimed !== null && CLAIM_ONLY.has(claim.claimed),
  };
}
