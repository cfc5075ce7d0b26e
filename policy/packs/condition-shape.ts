import {
  CHOICE_FACTS,
  DAY_FACTS,
  FLAG_FACTS,
  INSTRUMENT_KINDS,
  LIST_FACTS,
  MATCHES,
  OFFENSE_FACTS,
  SIGNERS,
  SOURCES,
  TEXT_FACTS,
  TIME_FACTS,
  WARRANT_KINDS,
  WORD_FACTS,
} from '../decide/fact-names.ts';
import { STANDINGS, type Condition, type OffenseReading, type Signers, type TestKind, type When } from './condition.ts';
import { count, flag, isObject, listOf, no, oneOf, record, someText, type Report, type Shape } from './shape.ts';

type WhenChoice = Extract<When, { readonly is: unknown }>;
type WhenOffense = Extract<When, { readonly standing: unknown }>;
type WhenInstrument = Extract<When, { readonly kind: unknown }>;

const whenChoice = record<WhenChoice>({ fact: oneOf(CHOICE_FACTS), is: listOf(someText, 1) });
const whenOffense = record<WhenOffense>({ fact: oneOf(OFFENSE_FACTS), standing: listOf(oneOf(STANDINGS), 1) });
const whenInstrument = record<WhenInstrument>({
  fact: oneOf(['instrument']),
  kind: listOf(oneOf(INSTRUMENT_KINDS), 1),
});

export function whenShape(value: unknown, where: string, report: Report): value is When {
  if (!isObject(value)) return no(report, where, 'must be an object');
  if ('standing' in value) return whenOffense(value, where, report);
  return 'kind' in value ? whenInstrument(value, where, report) : whenChoice(value, where, report);
}

export const offenseReading = record<OffenseReading>({
  ground: oneOf(['2a', '2c', '2d']),
  felony: flag,
  byTarget: listOf(someText, 0),
});

/** What every condition may carry. */
const rest = { when: whenShape, optional: flag };
const loose = ['when', 'optional'] as const;
const signers = record<Signers>({ kind: oneOf(INSTRUMENT_KINDS), by: listOf(oneOf(SIGNERS), 1) });

const CONDITIONS: { readonly [K in TestKind]: Shape<Condition<K>> } = {
  is: record<Condition<'is'>>(
    { test: oneOf(['is']), fact: oneOf([...WORD_FACTS, ...CHOICE_FACTS]), values: listOf(someText, 1), ...rest },
    loose,
  ),
  given: record<Condition<'given'>>(
    { test: oneOf(['given']), fact: oneOf([...WORD_FACTS, ...CHOICE_FACTS, ...LIST_FACTS]), ...rest },
    loose,
  ),
  text: record<Condition<'text'>>({ test: oneOf(['text']), fact: oneOf(TEXT_FACTS), ...rest }, loose),
  differs: record<Condition<'differs'>>(
    { test: oneOf(['differs']), fact: oneOf(TEXT_FACTS), from: oneOf(TEXT_FACTS), ...rest },
    loose,
  ),
  flag: record<Condition<'flag'>>({ test: oneOf(['flag']), fact: oneOf(FLAG_FACTS), value: flag, ...rest }, loose),
  past: record<Condition<'past'>>({ test: oneOf(['past']), fact: oneOf(TIME_FACTS), ...rest }, loose),
  'past-day': record<Condition<'past-day'>>({ test: oneOf(['past-day']), fact: oneOf(DAY_FACTS), ...rest }, loose),
  within: record<Condition<'within'>>(
    { test: oneOf(['within']), fact: oneOf(TIME_FACTS), minutes: count, after: oneOf(TIME_FACTS), ...rest },
    loose,
  ),
  'other-than': record<Condition<'other-than'>>(
    { test: oneOf(['other-than']), fact: oneOf(LIST_FACTS), values: listOf(oneOf(SOURCES), 1), ...rest },
    loose,
  ),
  offense: record<Condition<'offense'>>(
    { test: oneOf(['offense']), fact: oneOf(OFFENSE_FACTS), accepts: listOf(oneOf(STANDINGS), 1), ...rest },
    loose,
  ),
  'in-custody': record<Condition<'in-custody'>>(
    { test: oneOf(['in-custody']), fact: oneOf(['custody.inCustody']), ...rest },
    loose,
  ),
  person: record<Condition<'person'>>(
    { test: oneOf(['person']), fact: oneOf(['people.cosigner', 'people.chief']), ...rest },
    loose,
  ),
  source: record<Condition<'source'>>({ test: oneOf(['source']), fact: oneOf(['source']), ...rest }, loose),
  request: record<Condition<'request'>>(
    {
      test: oneOf(['request']),
      fact: oneOf(['instrument']),
      notForms: listOf(someText, 1),
      oralMinutes: count,
      ...rest,
    },
    loose,
  ),
  compulsion: record<Condition<'compulsion'>>(
    { test: oneOf(['compulsion']), fact: oneOf(['instrument']), signers: listOf(signers, 1), ...rest },
    loose,
  ),
  warrant: record<Condition<'warrant'>>(
    { test: oneOf(['warrant']), fact: oneOf(['warrant']), kinds: listOf(oneOf(WARRANT_KINDS), 1), ...rest },
    loose,
  ),
  'warrant-check': record<Condition<'warrant-check'>>(
    {
      test: oneOf(['warrant-check']),
      fact: oneOf(['wms']),
      notOnly: listOf(oneOf(MATCHES), 1),
      since: oneOf(TIME_FACTS),
      ...rest,
    },
    [...loose, 'since'],
  ),
  'second-check': record<Condition<'second-check'>>(
    { test: oneOf(['second-check']), fact: oneOf(['wmsSecondCheck']), minutes: count, ...rest },
    loose,
  ),
};

const BY_TEST: ReadonlyMap<string, Shape<Condition>> = new Map<string, Shape<Condition>>(Object.entries(CONDITIONS));

/** A condition of a known kind, with the facts and keys of that kind. */
export function conditionShape(value: unknown, where: string, report: Report): value is Condition {
  if (!isObject(value)) return no(report, where, 'must be an object');
  const shape = typeof value['test'] === 'string' ? BY_TEST.get(value['test']) : undefined;
  return shape === undefined ? no(report, `${where}.test`, 'is not a known test') : shape(value, where, report);
}
