import { CHOICES, CHOICE_FACTS, SOURCES } from '../../../policy/decide/fact-names.ts';
import { standingOf } from '../../../policy/decide/offense-standing.ts';
import { OFFENSES } from '../../../policy/offenses/catalogue.ts';
import type { Condition, OffenseReading, TestKind } from '../../../policy/packs/condition.ts';
import { BLOCKED, CHIEF, OFFICER, SUPERVISOR } from '../decide/case.ts';

/** Values that a condition takes, and values that are there and do not fit. */
export interface Values {
  readonly fits: readonly unknown[];
  readonly unfit: readonly unknown[];
}

type Make<K extends TestKind> = (condition: Condition<K>, reading: OffenseReading | undefined) => Values;

const HOUR_AGO = '2026-03-08T00:40:00-05:00';
const HALF_AN_HOUR_AGO = '2026-03-08T01:10:00-05:00';
const LATER = '2026-03-08T11:40:00-04:00';
const SHA = 'ab'.repeat(32);
const told = (fact: string): string => `Told in words of its own: ${fact}.`;

function choicesOf(fact: string): readonly string[] {
  const name = CHOICE_FACTS.find((one) => one === fact);
  return name === undefined ? [] : CHOICES[name];
}

function given(fact: string): unknown {
  if (fact === 'sources') return [SOURCES[0]];
  return fact === 'standardIdSought' ? ['license'] : (choicesOf(fact)[0] ?? 'Exampleton');
}

function offensesOf({ accepts }: Condition<'offense'>, reading: OffenseReading | undefined): Values {
  if (reading === undefined) return { fits: [], unfit: [] };
  const idOf = (wanted: string | undefined): string | undefined =>
    OFFENSES.find((offense) => standingOf(offense, reading) === wanted)?.id;
  const fits = accepts.map(idOf).filter((id) => id !== undefined);
  return { fits, unfit: [idOf(undefined)] };
}

const warrant = { number: '2612CR000417', court: 'Exampleton District Court', offense: 'larceny' };
const check = { query: '88121', at: HALF_AN_HOUR_AGO, matchedOn: ['name', 'dob'] };
const request = { requestedAt: HOUR_AGO, sha256: SHA };

const MAKE: { readonly [K in TestKind]: Make<K> } = {
  is: ({ fact, values }) => ({
    fits: values,
    unfit: [choicesOf(fact).find((one) => !values.includes(one)) ?? 'Somewhere else'],
  }),
  given: ({ fact }) => ({ fits: [given(fact)], unfit: [] }),
  text: ({ fact }) => ({ fits: [told(fact)], unfit: [BLOCKED] }),
  differs: ({ fact, from }) => ({ fits: [told(fact)], unfit: [BLOCKED, told(from)] }),
  flag: ({ value }) => ({ fits: [value], unfit: [!value] }),
  past: () => ({ fits: [HOUR_AGO], unfit: [LATER] }),
  'past-day': () => ({ fits: ['2026-03-07'], unfit: ['2026-03-09'] }),
  within: () => ({ fits: [HALF_AN_HOUR_AGO], unfit: [LATER] }),
  'other-than': ({ values }) => ({ fits: [[...values, 'observation']], unfit: [values] }),
  offense: offensesOf,
  'in-custody': () => ({ fits: [true], unfit: [false] }),
  person: ({ fact }) =>
    fact === 'people.chief'
      ? { fits: [CHIEF], unfit: [SUPERVISOR] }
      : { fits: [SUPERVISOR], unfit: [OFFICER, { ...OFFICER, role: 'supervisor' }] },
  source: () => ({
    fits: [{ kind: 'iii', reference: 'query 4471', at: HOUR_AGO }],
    unfit: [{ kind: 'iii', reference: 'query 4471', at: LATER }],
  }),
  request: ({ notForms }) => ({
    fits: [
      { kind: 'written', ...request },
      { kind: 'oral', requestedAt: HOUR_AGO },
    ],
    unfit: notForms.map((form) => ({ kind: 'written', form, ...request })),
  }),
  compulsion: ({ signers }) => ({
    fits: signers.flatMap(({ kind, by }) =>
      by.map((role) => ({ kind, issuer: 'A court', signedBy: { role, name: 'J. Placeholder' }, sha256: SHA })),
    ),
    unfit: [
      { kind: 'court-order', issuer: 'An office', signedBy: { role: 'agency-official', name: 'X' }, sha256: SHA },
    ],
  }),
  warrant: ({ kinds }) => ({
    fits: kinds.map((kind) => ({ ...warrant, kind })),
    unfit: ['civil', 'I-200'].map((kind) => ({ ...warrant, kind })),
  }),
  'warrant-check': ({ notOnly }) => ({
    fits: [{ ...check, status: 'active' }],
    unfit: [
      { ...check, status: 'recalled' },
      { ...check, status: 'active', matchedOn: notOnly },
    ],
  }),
  'second-check': () => ({
    fits: [{ at: HALF_AN_HOUR_AGO, status: 'active' }],
    unfit: [
      { at: HOUR_AGO, status: 'active' },
      { at: HALF_AN_HOUR_AGO, status: 'served' },
    ],
  }),
};

export function valuesOf<K extends TestKind>(condition: Condition<K>, reading: OffenseReading | undefined): Values {
  return MAKE[condition.test](condition, reading);
}
