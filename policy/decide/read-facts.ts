import type { FindOffense } from './offense.ts';
import {
  CHOICES,
  CHOICE_FACTS,
  DAY_FACTS,
  FLAG_FACTS,
  OFFENSE_FACTS,
  SOURCES,
  TEXT_FACTS,
  TIME_FACTS,
  WORD_FACTS,
  type ObjectFact,
} from './fact-names.ts';
import { instrumentOf, secondCheckOf, sourceOf, warrantCheckOf, warrantOf } from './read-objects.ts';
import {
  choiceOf,
  choicesOf,
  dayOf,
  flagOf,
  listOf,
  momentOf,
  objectOf,
  offenseOf,
  wordOf,
  type Faults,
} from './read-value.ts';
import type { FactStore, Facts } from './request.ts';

interface Reading {
  readonly value: unknown;
  readonly where: string;
  readonly faults: Faults;
  readonly findOffense: FindOffense;
  readonly into: FactStore;
}

type Reader = (reading: Reading) => void;

/** Sets what is there; an unknown fact leaves no key behind. */
function keep<K extends string, V>(store: Partial<Record<K, V>>, key: K, value: V | undefined): void {
  if (value !== undefined) store[key] = value;
}

const OBJECT_READERS: Readonly<Record<ObjectFact, Reader>> = {
  source: ({ value, where, faults, into }) => {
    const read = sourceOf(value, where, faults);
    if (read !== undefined) into.objects.source = read;
  },
  instrument: ({ value, where, faults, into }) => {
    const read = instrumentOf(value, where, faults);
    if (read !== undefined) into.objects.instrument = read;
  },
  warrant: ({ value, where, faults, into }) => {
    const read = warrantOf(value, where, faults);
    if (read !== undefined) into.objects.warrant = read;
  },
  wms: ({ value, where, faults, into }) => {
    const read = warrantCheckOf(value, where, faults);
    if (read !== undefined) into.objects.wms = read;
  },
  wmsSecondCheck: ({ value, where, faults, into }) => {
    const read = secondCheckOf(value, where, faults);
    if (read !== undefined) into.objects.wmsSecondCheck = read;
  },
};

/** How each fact is read, by name. A name that is not here is not a fact. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...TIME_FACTS.map((name): [string, Reader] => [
    name,
    ({ value, where, faults, into }) => keep(into.times, name, momentOf(value, where, faults)),
  ]),
  ...DAY_FACTS.map((name): [string, Reader] => [
    name,
    ({ value, where, faults, into }) => keep(into.days, name, dayOf(value, where, faults)),
  ]),
  ...TEXT_FACTS.map((name): [string, Reader] => [
    name,
    ({ value, where, faults, into }) => keep(into.texts, name, wordOf(value, where, faults)),
  ]),
  ...WORD_FACTS.map((name): [string, Reader] => [
    name,
    ({ value, where, faults, into }) => keep(into.words, name, wordOf(value, where, faults)),
  ]),
  ...CHOICE_FACTS.map((name): [string, Reader] => [
    name,
    ({ value, where, faults, into }) =>
      keep<typeof name, string>(into.words, name, choiceOf(value, CHOICES[name], where, faults)),
  ]),
  ...FLAG_FACTS.map((name): [string, Reader] => [
    name,
    ({ value, where, faults, into }) => keep(into.flags, name, flagOf(value, where, faults)),
  ]),
  ...OFFENSE_FACTS.map((name): [string, Reader] => [
    name,
    ({ value, where, faults, into, findOffense }) =>
      keep(into.offenses, name, offenseOf(value, findOffense, where, faults)),
  ]),
  [
    'sources',
    ({ value, where, faults, into }) => keep(into.lists, 'sources', choicesOf(value, SOURCES, where, faults)),
  ],
  [
    'standardIdSought',
    ({ value, where, faults, into }) => keep(into.lists, 'standardIdSought', listOf(value, where, faults)),
  ],
  ...Object.entries(OBJECT_READERS),
]);

const FACT_KEYS: ReadonlySet<string> = new Set(READERS.keys());

/** Reads every fact that is there, also those that no ground will use: a fault in one is a fault of the line. */
export function readFacts(value: unknown, findOffense: FindOffense, faults: Faults): Facts {
  const into: FactStore = {
    times: {},
    days: {},
    texts: {},
    words: {},
    flags: {},
    lists: {},
    offenses: {},
    objects: {},
  };
  const given = objectOf(value, FACT_KEYS, 'facts', faults);
  if (given === undefined) return into;
  for (const name of Object.keys(given)) {
    READERS.get(name)?.({ value: given[name], where: `facts.${name}`, faults, findOffense, into });
  }
  return into;
}
