import { ACTS, GROUNDS, SUBJECT_ROLES } from '../decision.ts';
import { CIRCUMSTANCES, FACT_NAMES, TIME_FACTS } from '../decide/fact-names.ts';
import { isDay } from '../decide/moment.ts';
import { ROLES } from '../people.ts';
import { conditionShape, offenseReading, whenShape } from './condition-shape.ts';
import {
  DEADLINE_STARTS,
  type ActEntry,
  type Alternative,
  type Deadline,
  type Duty,
  type FactEntry,
  type GroundRule,
  type MatrixRow,
  type Pack,
  type Reading,
} from './pack.ts';
import {
  count,
  flag,
  isObject,
  listOf,
  no,
  nullOr,
  oneOf,
  pairOf,
  record,
  someText,
  textLike,
  type Shape,
} from './shape.ts';

const day = textLike(isDay, 'a day such as 2026-11-24');
const clock = textLike((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'a clock time such as 17:00');

const reading = record<Reading>({
  id: someText,
  clause: someText,
  question: someText,
  reading: someText,
  reason: someText,
  date: day,
  by: someText,
});

const actEntry = record<ActEntry>(
  { act: oneOf(ACTS), question: someText, label: someText, cite: someText, threshold: someText },
  ['threshold'],
);

const matrixRow = record<MatrixRow>({
  ground: oneOf(GROUNDS),
  acts: listOf(oneOf(ACTS), 1),
  subjects: listOf(oneOf(SUBJECT_ROLES), 1),
  subjectMayBeUnknown: flag,
  onlyByName: flag,
});

const option = record<{ readonly value: string; readonly label: string }>({ value: someText, label: someText });
const factEntry = record<FactEntry>(
  {
    fact: oneOf([...FACT_NAMES, ...CIRCUMSTANCES]),
    name: someText,
    question: someText,
    example: someText,
    options: listOf(option, 1),
  },
  ['options'],
);

const deadlineFrom = record<Extract<Deadline, { readonly from: unknown }>>({
  from: oneOf(DEADLINE_STARTS),
  minutes: count,
});
const deadlineWeekday = record<Extract<Deadline, { readonly nextWeekdayAt: unknown }>>({ nextWeekdayAt: clock });
const deadline: Shape<Deadline> = (value, where, report): value is Deadline => {
  if (!isObject(value)) return no(report, where, 'must be an object');
  return 'from' in value ? deadlineFrom(value, where, report) : deadlineWeekday(value, where, report);
};

const duty = record<Duty>(
  {
    duty: someText,
    label: someText,
    by: deadline,
    trigger: oneOf(['opens', 'known', 'past-release']),
    acts: listOf(oneOf(ACTS), 1),
    when: whenShape,
    whileFactsAreMissing: flag,
    until: oneOf(TIME_FACTS),
  },
  ['acts', 'when', 'whileFactsAreMissing', 'until'],
);

const alternative = record<Alternative>({ id: someText, title: someText, needs: listOf(conditionShape, 1) });

const groundRule = record<GroundRule>(
  {
    ground: oneOf(GROUNDS),
    title: someText,
    cite: someText,
    wording: someText,
    threshold: someText,
    pointer: record<GroundRule['pointer']>({ section: someText, lines: pairOf(count) }),
    because: someText,
    offenses: offenseReading,
    needs: listOf(conditionShape, 0),
    anyOf: listOf(alternative, 0),
    lifeFirst: flag,
    duties: listOf(duty, 0),
    prompts: listOf(record<GroundRule['prompts'][number]>({ ground: oneOf(GROUNDS), when: whenShape }), 0),
  },
  ['offenses', 'threshold'],
);

const roles = listOf(oneOf(ROLES), 1);

/** The whole file, key by key. */
export const packShape: Shape<Pack> = record<Pack>({
  format: oneOf(['policy-pack/1']),
  id: someText,
  version: someText,
  title: someText,
  effectiveFrom: day,
  effectiveUntil: nullOr(day),
  agency: record<Pack['agency']>({ code: someText, name: someText }),
  source: record<Pack['source']>({ title: someText, file: someText, year: count }),
  interpretation: listOf(reading, 0),
  acts: listOf(actEntry, 1),
  people: record<Pack['people']>({ decider: roles, cosigner: roles, chief: roles }),
  minors: record<Pack['minors']>({ under: count, acts: listOf(oneOf(ACTS), 0) }),
  matrix: listOf(matrixRow, 1),
  facts: listOf(factEntry, 1),
  grounds: listOf(groundRule, 1),
});
