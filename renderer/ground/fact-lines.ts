import type { Evaluation } from '../../contract/notification.ts';
import type { Condition } from '../../policy/packs/condition.ts';
import type { GroundRule, Pack } from '../../policy/packs/pack.ts';
import { findOffense } from '../../policy/offenses/catalogue.ts';
import { showMoment } from '../time/show.ts';
import { words } from '../words/words.ts';

/** One fact of a ground as the page shows it. */
export interface FactLine {
  readonly fact: string;
  readonly name: string;
  readonly question: string;
  readonly example: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly condition: Condition | null;
  readonly state: 'known' | 'missing' | 'contradicted';
  /** What is known, in words; empty where nothing is. */
  readonly shown: string;
  /** Where it was read; null for what was stated on this page. */
  readonly source: string | null;
}

export interface Told {
  readonly evaluation: Evaluation;
  readonly stated: Readonly<Record<string, unknown>>;
  readonly cosigner: string | null;
}

function conditionsOf(rule: GroundRule): readonly Condition[] {
  return [...rule.needs, ...rule.anyOf.flatMap((alternative) => alternative.needs)];
}

function valueOf(fact: string, told: Told): { readonly value: unknown; readonly source: string | null } {
  const known = told.evaluation.facts.find((one) => one.fact === fact);
  if (known !== undefined) return { value: known.value, source: known.source };
  if (fact === 'people.cosigner') return { value: told.cosigner, source: null };
  return { value: told.stated[fact], source: null };
}

const TIME = /^\d{4}-\d{2}-\d{2}T/;

function textInWords(value: string, pack: Pack, options: FactLine['options']): string {
  if (value === pack.agency.code) return words.ground.ourAgency;
  if (TIME.test(value)) return showMoment(value);
  const offense = findOffense(value);
  if (offense !== undefined) return `${offense.title}, ${offense.citation}`;
  return options.find((option) => option.value === value)?.label ?? value;
}

function inWords(value: unknown, pack: Pack, options: FactLine['options']): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? words.policy.yes : words.policy.no;
  if (typeof value === 'string') return textInWords(value, pack, options);
  return Array.isArray(value) ? value.map((one) => inWords(one, pack, options)).join(', ') : '';
}

function stateOf(fact: string, evaluation: Evaluation, shown: string): FactLine['state'] {
  if (evaluation.decision.contradicted.includes(fact)) return 'contradicted';
  return evaluation.decision.missing.includes(fact) || shown === '' ? 'missing' : 'known';
}

/** A fact that counts only sometimes is shown once it is asked for or told. */
function isShown(line: FactLine, evaluation: Evaluation): boolean {
  const asked = [...evaluation.decision.missing, ...evaluation.decision.contradicted].includes(line.fact);
  return asked || line.shown !== '' || line.condition?.when === undefined;
}

const UNNAMED = { question: '', example: '', options: [] } as const;

/** The facts of a ground, in the pack's order, with what is known of each. */
export function factLines(rule: GroundRule, pack: Pack, told: Told): readonly FactLine[] {
  const { evaluation } = told;
  const conditions = conditionsOf(rule);
  function lineOf(fact: string): FactLine {
    const entry = { ...UNNAMED, name: fact, ...pack.facts.find((one) => one.fact === fact) };
    const { name, question, example, options } = entry;
    const { value, source } = valueOf(fact, told);
    const shown = inWords(value, pack, options);
    const condition = conditions.find((one) => one.fact === fact) ?? null;
    return {
      fact,
      name,
      question,
      example,
      options,
      condition,
      state: stateOf(fact, evaluation, shown),
      shown,
      source,
    };
  }
  const named = new Set([...conditions.map((one): string => one.fact), ...evaluation.decision.missing]);
  const lines = [...named].filter((fact) => fact !== 'ground' && fact !== 'act').map(lineOf);
  return lines.filter((line) => isShown(line, evaluation));
}
