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
} from './fact-names.ts';
import type { FindOffense } from './offense.ts';
import { instrumentOf, secondCheckOf, sourceOf, warrantCheckOf, warrantOf } from './read-objects.ts';
import {
  choiceOf,
  choicesOf,
  dayOf,
  flagOf,
  listOf,
  momentOf,
  offenseOf,
  part,
  partsOf,
  wordOf,
  type Given,
} from './read-value.ts';
import type { FactStore, Facts } from './request.ts';

type Reader = (given: Given, into: FactStore, findOffense: FindOffense) => void;

/** Sets what is there; an unknown fact leaves no key behind. */
function keep<K extends string, V>(store: Partial<Record<K, V>>, key: K, value: V | undefined): void {
  if (value !== undefined) store[key] = value;
}

function readersOf<K extends string>(names: readonly K[], reader: (name: K) => Reader): readonly [string, Reader][] {
  return names.map((name) => [name, reader(name)]);
}

/** How each fact is read, by name. A name that is not here is not a fact. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...readersOf(TIME_FACTS, (name) => (given, into) => keep(into.times, name, momentOf(given))),
  ...readersOf(DAY_FACTS, (name) => (given, into) => keep(into.days, name, dayOf(given))),
  ...readersOf(TEXT_FACTS, (name) => (given, into) => keep(into.texts, name, wordOf(given))),
  ...readersOf(WORD_FACTS, (name) => (given, into) => keep(into.words, name, wordOf(given))),
  ...readersOf(CHOICE_FACTS, (name) => {
    const choices: readonly string[] = CHOICES[name];
    return (given, into) => keep(into.words, name, choiceOf(given, choices));
  }),
  ...readersOf(FLAG_FACTS, (name) => (given, into) => keep(into.flags, name, flagOf(given))),
  ...readersOf(
    OFFENSE_FACTS,
    (name) => (given, into, findOffense) => keep(into.offenses, name, offenseOf(given, findOffense)),
  ),
  ['sources', (given, into) => keep(into.lists, 'sources', choicesOf(given, SOURCES))],
  ['standardIdSought', (given, into) => keep(into.lists, 'standardIdSought', listOf(given))],
  ['source', (given, into) => keep(into.objects, 'source', sourceOf(given))],
  ['instrument', (given, into) => keep(into.objects, 'instrument', instrumentOf(given))],
  ['warrant', (given, into) => keep(into.objects, 'warrant', warrantOf(given))],
  ['wms', (given, into) => keep(into.objects, 'wms', warrantCheckOf(given))],
  ['wmsSecondCheck', (given, into) => keep(into.objects, 'wmsSecondCheck', secondCheckOf(given))],
]);

const FACT_KEYS: ReadonlySet<string> = new Set(READERS.keys());

/** Reads every fact that is there, also those that no ground will use: a fault in one is a fault of the line. */
export function readFacts(given: Given, findOffense: FindOffense): Facts {
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
  const parts = partsOf(given, FACT_KEYS);
  if (parts === undefined) return into;
  for (const name of Object.keys(parts.values)) READERS.get(name)?.(part(parts, name), into, findOffense);
  return into;
}
