import type {
  DecisionRequest,
  Instrument,
  PersonRef,
  SecondCheck,
  Source,
  Warrant,
  WarrantCheck,
} from '../../../policy/decide/request.ts';
import { stationDay } from '../../../policy/decide/station-clock.ts';
import type { Moment } from '../../../policy/decide/moment.ts';
import type { Offense } from '../../../policy/decide/offense.ts';

/** A value that Cedar takes; what is not known has no key. */
export type Value = string | number | boolean | Value[] | { [key: string]: Value };

const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));
const timeOf = (moment: Moment | undefined): number | undefined => moment?.ms;
const listOf = (list: readonly string[] | undefined): Value | undefined => (list === undefined ? undefined : [...list]);
const personOf = (person: PersonRef | undefined): Value | undefined =>
  person === undefined ? undefined : { id: person.id.trim(), role: person.role };

function known(parts: Readonly<Record<string, Value | undefined>>): { [key: string]: Value } {
  const there: { [key: string]: Value } = {};
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) there[name] = value;
  return there;
}

/** Read here once more, not by the evaluator's own function. */
function textOf(text: string): Value {
  const trimmed = text.trim();
  const letters = Array.from(trimmed);
  const words = letters
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .join('')
    .toLowerCase();
  return {
    told: letters.length >= 10 && letters.some((letter) => /\p{L}/u.test(letter)),
    blocked: trimmed.includes('BLOCKED'),
    words,
  };
}

function offenseOf({ id, level, violent, grounds }: Offense): Value {
  return { id, felony: level === 'felony', violent, grounds: [...grounds] };
}

function mapped<T>(record: Readonly<Record<string, T>>, to: (value: T) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
}

function instrumentOf(instrument: Instrument): Value {
  const { kind, form, requestedAt, sha256, issuer, signedBy } = instrument;
  const squeezed = form?.toLowerCase().replaceAll(/[\s-]/g, '');
  const signer = signedBy === undefined ? undefined : known({ ...signedBy });
  return known({ kind, form: squeezed, requestedAt: timeOf(requestedAt), sha256, issuer, signer });
}

/** An object's plain parts as they are, its time as a number, its list as a set. */
function checkOf(object: Source | Warrant | WarrantCheck | SecondCheck): Value {
  return known({
    ...object,
    at: 'at' in object ? timeOf(object.at) : undefined,
    matchedOn: 'matchedOn' in object ? listOf(object.matchedOn) : undefined,
  });
}

function objectsOf({ facts }: DecisionRequest): Readonly<Record<string, Value>> {
  const { instrument, ...others } = facts.objects;
  const plain = Object.entries(others).map(([name, object]) => [name, checkOf(object)] as const);
  return {
    ...Object.fromEntries(plain),
    ...(instrument === undefined ? {} : { instrument: instrumentOf(instrument) }),
  };
}

/** A request as the Cedar policies see it. */
export function contextOf(request: DecisionRequest): { [key: string]: Value } {
  const { at, ground, subject, custody, people, facts } = request;
  return known({
    at: at.ms,
    today: dayNumber(stationDay(at)),
    ground,
    role: subject.role,
    age: subject.age,
    inCustody: custody.inCustody,
    releasedAt: timeOf(custody.releasedAt),
    decider: personOf(people.decider),
    cosigner: personOf(people.cosigner),
    chief: personOf(people.chief),
    ...mapped(facts.times, ({ ms }) => ms),
    ...mapped(facts.days, dayNumber),
    ...mapped(facts.texts, textOf),
    ...facts.words,
    ...facts.flags,
    ...mapped(facts.lists, (list) => [...list]),
    ...mapped(facts.offenses, offenseOf),
    ...objectsOf(request),
  });
}
