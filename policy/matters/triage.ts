// What is recorded when somebody reads a request against the schedule (requirements 1.2): the priority that is claimed,
// each conviction with its own incident, court and sentence, and what is missing, which is worked out and never told.
import { choice, choices, contact, countFromNone, event, flag, plain, rows } from './boxes.ts';
import type { MatterDetail, MatterEventDraft, MatterRow } from './matter.ts';
import {
  PEP_ELEMENTS,
  PEP_LEVELS,
  PEP_LISTED,
  PEP_MISSING,
  PEP_OUTCOMES,
  PEP_PRIORITIES,
  readPep,
  type PepClaim,
  type PepConviction,
} from './pep.ts';

/** Days of a life: nobody serves more. */
export const DAYS = countFromNone('days', 'optional', 40_000);
const MOST_CONVICTIONS = 20;

/** The boxes of one conviction. */
const CONVICTION_BOXES = [
  plain('incident', 'optional', 60),
  plain('court', 'optional', 120),
  choice('outcome', 'required', PEP_OUTCOMES),
  choice('level', 'required', PEP_LEVELS),
  choice('element', 'required', PEP_ELEMENTS),
  choice('listed', 'required', PEP_LISTED),
  DAYS,
] as const;

/** `none-shown` stands in records from before the claim itself was kept. */
export const TRIAGED = event('triaged', [
  choice('priority', 'required', [...PEP_PRIORITIES, 'none-claimed', 'none-shown']),
  contact('claimBasis', 'optional', 400),
  flag('gangStatute', 'optional'),
  flag('gangPart', 'optional'),
  plain('determinedBy', 'optional', 120),
  rows('convictions', CONVICTION_BOXES, MOST_CONVICTIONS),
  choices('missing', 'optional', PEP_MISSING),
]);

function oneOf<T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T {
  return known.find((one) => one === value) ?? otherwise;
}

/** A conviction as it is kept. */
export function convictionRow(conviction: PepConviction): MatterRow {
  const { incident, court, outcome, level, statusElement, listed, daysToServe } = conviction;
  return {
    ...(incident.trim() === '' ? {} : { incident: incident.trim() }),
    ...(court.trim() === '' ? {} : { court: court.trim() }),
    ...{ outcome, level, element: statusElement, listed },
    ...(daysToServe === null ? {} : { days: String(daysToServe) }),
  };
}

function convictionIn(row: MatterRow): PepConviction {
  return {
    incident: row['incident'] ?? '',
    court: row['court'] ?? '',
    outcome: oneOf(PEP_OUTCOMES, row['outcome'], 'pending'),
    level: oneOf(PEP_LEVELS, row['level'], 'unknown'),
    statusElement: oneOf(PEP_ELEMENTS, row['element'], 'unknown'),
    listed: oneOf(PEP_LISTED, row['listed'], 'none'),
    daysToServe: row['days'] === undefined ? null : Number(row['days']),
  };
}

function isRow(value: string | MatterRow): value is MatterRow {
  return typeof value === 'object';
}

function rowsIn(detail: MatterDetail): readonly MatterRow[] {
  const value = detail['convictions'];
  return typeof value === 'object' ? value.filter(isRow) : [];
}

/** The claim and the facts as they are kept; null where only an outcome was kept. */
export function pepClaimIn(detail: MatterDetail): PepClaim | null {
  const { priority, determinedBy } = detail;
  if (typeof priority !== 'string' || priority === 'none-shown') return null;
  return {
    claimed: PEP_PRIORITIES.find((one) => one === priority) ?? null,
    gangStatute: detail['gangStatute'] === true,
    gangPart: detail['gangPart'] === true,
    legalDetermination: typeof determinedBy === 'string' && determinedBy.trim() !== '',
    convictions: rowsIn(detail).map(convictionIn),
  };
}

/** The event with what its facts leave missing for the claim, whatever was told of that. */
export function withPepReading(told: MatterEventDraft): MatterEventDraft {
  const claim = told.kind === TRIAGED.kind ? pepClaimIn(told.detail) : null;
  if (claim === null) return told;
  const facts = Object.fromEntries(Object.entries(told.detail).filter(([name]) => name !== 'missing'));
  const { missing } = readPep(claim);
  return { ...told, detail: missing.length === 0 ? facts : { ...facts, missing } };
}
