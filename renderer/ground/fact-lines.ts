import type { Explained, GroundExplained } from '../../contract/explained.ts';
import { factsOf, type FactQuestion, type FactType } from '../../policy/decide/explain.ts';
import { factsOfArrest } from '../../policy/decide/unbooked.ts';
import type { GroundRule, Pack } from '../../policy/packs/pack.ts';
import { words } from '../words/words.ts';
import { inWords } from './fact-words.ts';
import { needsOf } from './needs.ts';

/** One fact of a ground as the page shows it. */
export interface FactLine {
  readonly fact: string;
  readonly type: FactType;
  readonly name: string;
  readonly question: string;
  readonly example: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The way of a ground that has two: "by arrest", "by suspicion". */
  readonly way: string | null;
  readonly state: 'known' | 'missing' | 'contradicted' | 'open';
  /** Who the person is and who decides are told elsewhere, what was read from a booking stays, and so does an arrest. */
  readonly mayState: boolean;
  /** Of two ways one is enough: only facts of the nearer one are called missing, and those that are always needed. */
  readonly leads: boolean;
  readonly value: unknown;
  /** What is known, in words; empty where nothing is. */
  readonly shown: string;
  /** Where it was read; null for what was stated on this page. */
  readonly source: string | null;
  /** Where something is told and is not enough: what the ground asks for. */
  readonly needs: readonly string[];
}

export interface Told {
  readonly explained: Explained;
  readonly stated: Readonly<Record<string, unknown>>;
  readonly cosigner: string | null;
  /** Whether an arrest may be told here. */
  readonly arrestCounts: boolean;
}

function told(fact: string, { explained, stated, cosigner }: Told): Pick<FactLine, 'value' | 'source'> {
  const known = explained.known.find((one) => one.fact === fact);
  if (known !== undefined) return { value: known.value, source: known.source };
  if (fact === 'people.chief') return { value: undefined, source: words.ground.signIn };
  return { value: fact === 'people.cosigner' ? cosigner : stated[fact], source: null };
}

/** Facts of a ground that nobody states in a box: who the person is, and who decides. */
const CIRCUMSTANCE_NAMES = ['subject.role', 'subject.age', 'people.chief', 'people.cosigner', 'custody.inCustody'];

function circumstance(fact: string, pack: Pack): FactQuestion | null {
  const entry = pack.facts.find((one) => one.fact === fact);
  if (entry === undefined) return null;
  const { name, question, example } = entry;
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return { fact: entry.fact, type: 'circumstance', label, question, example, optional: false };
}

/** The ground's own questions, then what else the policy asks for before it opens. */
function questionsOf(rule: GroundRule, pack: Pack, own: GroundExplained): readonly FactQuestion[] {
  const asked = factsOf(rule.ground, pack);
  const named = [...own.decision.missing, ...own.decision.contradicted];
  const also = CIRCUMSTANCE_NAMES.filter((fact) => named.includes(fact) && !asked.some((one) => one.fact === fact));
  return [...asked, ...also.flatMap((fact) => circumstance(fact, pack) ?? [])];
}

type Way = GroundExplained['ways'][number];

/** Facts of one way alone, by name. */
const factsIn = (asked: readonly FactQuestion[], { id }: Way): readonly string[] =>
  asked.filter((one) => one.alternative?.id === id).map(({ fact }) => fact);

/** The way that holds, else the one that nothing contradicts and that lacks the fewest facts; null where there is one only. */
function leadingWay(asked: readonly FactQuestion[], { ways }: GroundExplained): Way | null {
  const distance = (way: Way): number => {
    const own = factsIn(asked, way);
    const count = (names: readonly string[]): number => names.filter((name) => own.includes(name)).length;
    return 100 * count(way.contradicted) + count(way.missing);
  };
  const [first] = ways.toSorted((one, other) => distance(one) - distance(other));
  return first ?? null;
}

function mayState({ fact, type }: FactQuestion, source: string | null, arrestCounts: boolean): boolean {
  if (source !== null || (!arrestCounts && factsOfArrest([fact]).length > 0)) return false;
  return type !== 'circumstance' || fact === 'people.cosigner';
}

/** Who decides is told by who is signed in: where the policy does not miss it, it is so. */
function inWordsOrSo(question: FactQuestion, shown: string, found: Found | null): string {
  const isSo = found !== null && ![...found.missing, ...found.contradicted].includes(question.fact);
  return shown === '' && question.fact === 'people.chief' && isSo ? words.policy.yes : shown;
}

/** What was found, of the ground as a whole or of one of its ways. */
type Found = Pick<Way, 'missing' | 'contradicted'>;

function stateOf({ fact }: FactQuestion, shown: string, found: Found | null): FactLine['state'] {
  if (found === null) return 'open';
  if (found.contradicted.includes(fact)) return 'contradicted';
  if (found.missing.includes(fact)) return 'missing';
  return shown === '' ? 'open' : 'known';
}

/** What was found of a fact; null where it belongs to the way that is farther off. */
function foundFor({ alternative }: FactQuestion, own: GroundExplained, way: Way | null): Found | null {
  if (alternative === undefined) return own.decision;
  return alternative.id === way?.id ? way : null;
}

/** Told, and not enough. */
const falls = (state: FactLine['state'], shown: string): boolean =>
  shown !== '' && (state === 'missing' || state === 'contradicted');

/** A fact that counts only sometimes, or is not needed, is shown once it is asked for or told. */
function isShown(question: FactQuestion, line: FactLine): boolean {
  if (line.state !== 'open') return true;
  return question.when === undefined && !question.optional;
}

/** The facts of a ground, in the pack's order, with what is known of each. */
export function factLines(rule: GroundRule, pack: Pack, given: Told): readonly FactLine[] {
  const own = given.explained.grounds.find((one) => one.ground === rule.ground);
  if (own === undefined) return [];
  const asked = questionsOf(rule, pack, own);
  const way = leadingWay(asked, own);
  return asked.flatMap((question) => {
    const found = foundFor(question, own, way);
    const options = question.options ?? [];
    const { value, source } = told(question.fact, given);
    const shown = inWordsOrSo(question, inWords(value, pack, options), found);
    const state = stateOf(question, shown, found);
    const line: FactLine = {
      fact: question.fact,
      type: question.type,
      name: question.label,
      question: question.question,
      example: question.example,
      options,
      way: question.alternative?.title ?? null,
      state,
      mayState: mayState(question, source, given.arrestCounts),
      leads: found !== null,
      value,
      shown,
      source,
      needs: falls(state, shown) ? needsOf(rule, question.fact, pack) : [],
    };
    return isShown(question, line) ? [line] : [];
  });
}

/**
 * How a ground stands, in few words: "2 facts are missing", "does not hold: the arresting agency". Where one way is
 * closed and another one open, what is missing of that one counts.
 */
export function standingOf(own: GroundExplained, pack: Pack): string {
  const { decision, missing } = words.ground.standings;
  if (own.decision.decision === 'allow') return decision;
  const nameOf = (fact: string): string => pack.facts.find((one) => one.fact === fact)?.name ?? fact;
  if (own.shortest.length > 0) return missing(own.shortest.length);
  const first = own.decision.contradicted[0];
  if (first !== undefined) return words.ground.standings.contradicted(nameOf(first));
  return missing(own.decision.missing.length);
}
