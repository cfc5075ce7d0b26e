// The rules of the phrase lists: what their phrases mean, and the words around them that take the meaning away.
import { SCREEN_CATEGORIES, SCREEN_FIELDS, type ScreenCategory, type ScreenField } from './verdict.ts';

/** What the phrases of a rule mean, where they count, and beside which words. */
export interface PhraseRule {
  readonly category: ScreenCategory;
  readonly clause: string;
  readonly language: string;
  /** Of a `clean` one the words mean something else than elsewhere: a Visa card. */
  readonly action: 'block' | 'warn' | 'clean';
  /** Counts only where written in capitals. */
  readonly caps: boolean;
  /** Begins with a letter that is no article: an A number. */
  readonly letter: boolean;
  readonly unlessBefore: readonly string[];
  readonly unlessAfter: readonly string[];
  readonly needsBefore: readonly string[];
  readonly needsAfter: readonly string[];
  /** Anywhere in the same sentence, on either side. */
  readonly unlessNear: readonly string[];
  readonly needsNear: readonly string[];
  /** Each list of needed words must be met, not just one of them. */
  readonly needsAll: boolean;
  /** Counts only where the words are written in disguise. */
  readonly disguised: boolean;
  /** Words with many other meanings: in a sentence of prose they count only where the rest of it bears them out. */
  readonly doubtful: boolean;
  /** Tells status whatever else its sentence says. */
  readonly sure: boolean;
  /** Typed in haste, and often for something else: the scorer decides also where it is all that is said. */
  readonly weighed: boolean;
  readonly fields: ReadonlySet<ScreenField>;
}

/** A rule as the lists write it: what is left out is not asked for. */
export interface WrittenRule {
  readonly category: string;
  readonly clause: string;
  readonly language: string;
  readonly action: string;
  readonly caps?: boolean | undefined;
  readonly letter?: boolean | undefined;
  readonly unlessBefore?: readonly string[] | undefined;
  readonly unlessAfter?: readonly string[] | undefined;
  readonly needsBefore?: readonly string[] | undefined;
  readonly needsAfter?: readonly string[] | undefined;
  readonly unlessNear?: readonly string[] | undefined;
  readonly needsNear?: readonly string[] | undefined;
  readonly needsAll?: boolean | undefined;
  readonly disguised?: boolean | undefined;
  readonly doubtful?: boolean | undefined;
  readonly sure?: boolean | undefined;
  readonly weighed?: boolean | undefined;
  readonly notIn?: readonly string[] | undefined;
  readonly onlyIn?: readonly string[] | undefined;
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((item) => item === text);
  if (found === undefined) throw new Error('phrases.json: a word outside its list');
  return found;
}

const kept = new Map<string, ReadonlySet<ScreenField>>();

/** Most rules share one of a few sets. */
function fieldsOf(rule: WrittenRule): ReadonlySet<ScreenField> {
  const name = `${rule.onlyIn?.join(' ') ?? '-'}/${rule.notIn?.join(' ') ?? '-'}`;
  const known = kept.get(name) ?? readFields(rule);
  kept.set(name, known);
  return known;
}

function readFields(rule: WrittenRule): ReadonlySet<ScreenField> {
  if (rule.onlyIn !== undefined) return new Set(rule.onlyIn.map((name) => oneOf(SCREEN_FIELDS, name)));
  const out = (rule.notIn ?? []).map((name) => oneOf(SCREEN_FIELDS, name));
  return new Set(SCREEN_FIELDS.filter((field) => !out.includes(field)));
}

const NO_WORDS: readonly string[] = [];

const NO_CONTEXT = {
  unlessBefore: NO_WORDS,
  unlessAfter: NO_WORDS,
  needsBefore: NO_WORDS,
  needsAfter: NO_WORDS,
  unlessNear: NO_WORDS,
  needsNear: NO_WORDS,
  caps: false,
  letter: false,
  needsAll: false,
  disguised: false,
  doubtful: false,
  sure: false,
  weighed: false,
};

/** What the list leaves out is not there as undefined: the lists are JSON. */
function given<T extends object>(rule: T): { [key in keyof T]: Exclude<T[key], undefined> };
function given(rule: object): object {
  return rule;
}

/** Reads a rule. Packs of phrases are data: nobody supplies a pattern, only words. Throws where it names what is not. */
export function readRule(rule: WrittenRule): PhraseRule {
  return {
    ...NO_CONTEXT,
    ...given(rule),
    category: oneOf(SCREEN_CATEGORIES, rule.category),
    action: oneOf(['block', 'warn', 'clean'], rule.action),
    fields: fieldsOf(rule),
  };
}
