import type { Act, Ground, SubjectRole } from '../decision.ts';
import type { Condition, When } from '../packs/condition.ts';
import type { FactEntry, Pack } from '../packs/pack.ts';
import {
  CHOICE_FACTS,
  CIRCUMSTANCES,
  DAY_FACTS,
  FLAG_FACTS,
  LIST_FACTS,
  OBJECT_FACTS,
  OFFENSE_FACTS,
  TEXT_FACTS,
  TIME_FACTS,
  type NamedFact,
} from './fact-names.ts';

/** How a form takes a fact. */
export type FactType =
  'time' | 'day' | 'text' | 'word' | 'choice' | 'flag' | 'list' | 'offense' | 'object' | 'circumstance';

/** One fact of a ground, ready for a form or an explanation. */
export interface FactQuestion {
  readonly fact: NamedFact;
  readonly type: FactType;
  /** Begins a line: "Arresting agency". */
  readonly label: string;
  readonly question: string;
  readonly example: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Asked only then. */
  readonly when?: When;
  /** Asked only of somebody below this age, in years. */
  readonly onlyUnder?: number;
  /** May stay open. */
  readonly optional: boolean;
  /** Belongs to this alternative; one of them is enough. */
  readonly alternative?: { readonly id: string; readonly title: string };
}

/** What would open an act under one ground. */
export interface GroundExplained {
  readonly ground: Ground;
  readonly cite: string;
  readonly title: string;
  readonly wording: string;
  readonly subjects: readonly SubjectRole[];
  readonly subjectMayBeUnknown: boolean;
  readonly onlyByName: boolean;
  readonly lifeFirst: boolean;
  readonly facts: readonly FactQuestion[];
}

const TYPES: ReadonlyMap<string, FactType> = new Map([
  ...typed(TIME_FACTS, 'time'),
  ...typed(DAY_FACTS, 'day'),
  ...typed(TEXT_FACTS, 'text'),
  ...typed(CHOICE_FACTS, 'choice'),
  ...typed(FLAG_FACTS, 'flag'),
  ...typed(LIST_FACTS, 'list'),
  ...typed(OFFENSE_FACTS, 'offense'),
  ...typed(OBJECT_FACTS, 'object'),
  ...typed(CIRCUMSTANCES, 'circumstance'),
]);

function typed(names: readonly string[], type: FactType): readonly [string, FactType][] {
  return names.map((name) => [name, type]);
}

/** The acts that a ground opens; none where the pack has no such ground. */
export function opens(ground: Ground, pack: Pack): readonly Act[] {
  return pack.matrix.find((row) => row.ground === ground)?.acts ?? [];
}

/** The facts of a ground in the order in which they are asked, alternatives after what is always needed. */
export function factsOf(ground: Ground, pack: Pack): readonly FactQuestion[] {
  const rule = pack.grounds.find((one) => one.ground === ground);
  if (rule === undefined) return [];
  const always = rule.needs.map((condition) => questionOf(condition, pack));
  const either = rule.anyOf.flatMap(({ id, title, needs }) =>
    needs.map((condition) => ({ ...questionOf(condition, pack), alternative: { id, title } })),
  );
  return [...always, ...either];
}

/** What an act asks for under every ground: whom it is about, who decides, and the chief where somebody is a minor. */
export function askedAlways(act: Act, pack: Pack): readonly FactQuestion[] {
  const whom = [questionFor('subject.role', pack)];
  const decides = [questionFor('people.decider', pack)];
  if (!pack.minors.acts.includes(act)) return [...whom, ...decides];
  const chief = { ...questionFor('people.chief', pack), onlyUnder: pack.minors.under };
  return [...whom, questionFor('subject.age', pack), ...decides, chief];
}

/** Per ground, what would have to be known for the act to open. Beside these: who the subject is, and who decides. */
export function explain(act: Act, pack: Pack): readonly GroundExplained[] {
  return pack.matrix.flatMap((row) => {
    const rule = row.acts.includes(act) ? pack.grounds.find((one) => one.ground === row.ground) : undefined;
    if (rule === undefined) return [];
    const { ground, cite, title, wording, lifeFirst } = rule;
    const { subjects, subjectMayBeUnknown, onlyByName } = row;
    const facts = factsOf(ground, pack);
    return [{ ground, cite, title, wording, subjects, subjectMayBeUnknown, onlyByName, lifeFirst, facts }];
  });
}

function questionOf({ fact, when, optional }: Condition, pack: Pack): FactQuestion {
  return {
    ...questionFor(fact, pack),
    ...(when === undefined ? {} : { when }),
    optional: optional === true,
  };
}

function questionFor(fact: NamedFact, pack: Pack): FactQuestion {
  const entry: Omit<FactEntry, 'fact'> = pack.facts.find((one) => one.fact === fact) ?? {
    name: fact,
    question: fact,
    example: '',
  };
  return {
    fact,
    type: TYPES.get(fact) ?? 'word',
    label: entry.name.charAt(0).toUpperCase() + entry.name.slice(1),
    question: entry.question,
    example: entry.example,
    ...(entry.options === undefined ? {} : { options: entry.options }),
    optional: false,
  };
}
