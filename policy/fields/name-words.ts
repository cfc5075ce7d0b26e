// Finds what a name tells that stands in no list: `subject_citizenship_code`, `isUSCitizen`, `immigrationStatusText`.
import { fold } from '../screen/fold.ts';
import words from './protected-words.json' with { type: 'json' };

interface WordRule {
  readonly id: string;
  readonly all: readonly ReadonlySet<string>[];
  readonly unless: ReadonlySet<string>;
}

const STEMS: readonly (readonly [string, readonly string[]])[] = Object.entries(words.stems).map(([id, stems]) => [
  id,
  stems.split(' '),
]);

const RULES: readonly WordRule[] = words.words.map((rule) => ({
  id: rule.id,
  all: rule.all.map((choice) => new Set(choice.split('|'))),
  unless: new Set(rule.unless.split(' ').filter((word) => word !== '')),
}));

/** The words of a name, folded: `isUSCitizen`, `IS_US_CITIZEN` and `is us citizen` are the same three. */
function wordsOf(name: string): readonly string[] {
  const visible = name.normalize('NFKC').replace(/[\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}]/gu, '');
  const spaced = visible.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return fold(spaced)
    .text.split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function stemOf(compacted: string): string | undefined {
  return STEMS.find(([, stems]) => stems.some((stem) => compacted.includes(stem)))?.[0];
}

function holds(rule: WordRule, present: readonly string[]): boolean {
  if (present.some((word) => rule.unless.has(word))) return false;
  return rule.all.every((choice) => present.some((word) => choice.has(word)));
}

/** Id of the protected field that the words of this name tell, undefined where they tell none. */
export function protectedByWords(name: string, compacted: string): string | undefined {
  const stem = stemOf(compacted);
  if (stem !== undefined) return stem;
  const present = wordsOf(name);
  return RULES.find((rule) => holds(rule, present))?.id;
}
