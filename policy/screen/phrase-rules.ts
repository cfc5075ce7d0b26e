// Reads the phrase lists. Packs of phrases are data: nobody supplies a pattern, only words.
import { fold } from './fold.ts';
import lists from './countries.json' with { type: 'json' };
import data from './phrases.json' with { type: 'json' };
import { SCREEN_CATEGORIES, SCREEN_FIELDS, type ScreenCategory, type ScreenField } from './verdict.ts';

/** Phrases that mean one thing, and the words around them that take the meaning away. */
export interface PhraseRule {
  readonly category: ScreenCategory;
  readonly clause: string;
  readonly language: string;
  readonly action: 'block' | 'warn';
  /** Counts only where written in capitals. */
  readonly caps: boolean;
  readonly phrases: readonly string[];
  readonly unlessBefore: readonly string[];
  readonly unlessAfter: readonly string[];
  readonly needsBefore: readonly string[];
  readonly needsAfter: readonly string[];
  readonly fields: ReadonlySet<ScreenField>;
}

interface RawRule {
  readonly category: string;
  readonly clause: string;
  readonly language: string;
  readonly action: string;
  readonly phrases: readonly string[];
  readonly caps?: boolean | undefined;
  readonly unlessBefore?: readonly string[] | undefined;
  readonly unlessAfter?: readonly string[] | undefined;
  readonly needsBefore?: readonly string[] | undefined;
  readonly needsAfter?: readonly string[] | undefined;
  readonly notIn?: readonly string[] | undefined;
  readonly onlyIn?: readonly string[] | undefined;
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((item) => item === text);
  if (found === undefined) throw new Error('phrases.json: a word outside its list');
  return found;
}

function expand(phrase: string): readonly string[] {
  if (phrase.includes('{country}')) return lists.countries.map((name) => phrase.replace('{country}', name));
  if (phrase.includes('{demonym}')) return lists.demonyms.map((name) => phrase.replace('{demonym}', name));
  return [phrase];
}

function fieldsOf(rule: RawRule): ReadonlySet<ScreenField> {
  if (rule.onlyIn !== undefined) return new Set(rule.onlyIn.map((name) => oneOf(SCREEN_FIELDS, name)));
  const out = (rule.notIn ?? []).map((name) => oneOf(SCREEN_FIELDS, name));
  return new Set(SCREEN_FIELDS.filter((field) => !out.includes(field)));
}

const NO_WORDS: readonly string[] = [];

function read(rule: RawRule): PhraseRule {
  const { unlessBefore = NO_WORDS, unlessAfter = NO_WORDS, needsBefore = NO_WORDS, needsAfter = NO_WORDS } = rule;
  return {
    category: oneOf(SCREEN_CATEGORIES, rule.category),
    clause: rule.clause,
    language: rule.language,
    action: oneOf(['block', 'warn'], rule.action),
    caps: rule.caps ?? false,
    phrases: rule.phrases.flatMap(expand).map((phrase) => fold(phrase).text),
    ...{ unlessBefore, unlessAfter, needsBefore, needsAfter },
    fields: fieldsOf(rule),
  };
}

const RAW: readonly RawRule[] = data.rules;

export const PHRASE_RULES: readonly PhraseRule[] = RAW.map(read);
