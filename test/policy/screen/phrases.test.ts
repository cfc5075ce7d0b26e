import { describe, expect, it } from 'vitest';
import { readRule } from '../../../policy/screen/phrase-rules.ts';
import { readByLists, screen } from '../../../policy/screen/screen.ts';
import { alternativesOf } from '../../../policy/screen/slots.ts';
import { trieSource } from '../../../policy/screen/trie.ts';
import { chunksOf } from '../../screen/phrase-graph.ts';
import { PHRASE_LISTS, type PhraseList } from '../../screen/phrase-lists.ts';

const CLAUSES = new Set(['1(b)', '1(c)', '2']);

/** A wording of the phrase: of each choice the first, or the last. */
function wordingOf(phrase: string, which: 0 | -1): string {
  return chunksOf(phrase)
    .map((chunk) => alternativesOf(chunk).at(which)?.replaceAll('*', '') ?? '')
    .filter((word) => word !== '')
    .join(' ');
}

function missedPhrases(list: PhraseList): readonly string[] {
  const rule = readRule(list);
  const [field = 'narrative'] = rule.fields;
  const wordings = list.phrases.flatMap((phrase) => [wordingOf(phrase, 0), wordingOf(phrase, -1)]);
  return wordings.filter((wording) => {
    const lettered = rule.letter ? wording.replace(/^a /, 'A-') : wording;
    const text = rule.caps ? wording.toUpperCase() : lettered;
    // What is typed in haste is weighed also where it stands alone: the lists find it, the scorer decides.
    const findings = rule.weighed ? readByLists(text, field).found : screen(text, field).findings;
    return !findings.some((finding) => finding.action === 'block' || finding.action === rule.action);
  });
}

/** No words have to stand around its phrases. */
function asksForNothing({ needsBefore, needsAfter, needsNear }: PhraseList): boolean {
  return [needsBefore, needsAfter, needsNear].every((words) => words === undefined);
}

describe('the phrase lists', () => {
  it('have a clause, an action and phrases in each rule, and nothing but proxies warns', () => {
    for (const rule of PHRASE_LISTS) {
      expect(CLAUSES.has(rule.clause)).toBe(true);
      expect(rule.phrases.length).toBeGreaterThan(0);
      expect(rule.action === 'block' || rule.category === 'proxy').toBe(true);
    }
    expect(new Set(PHRASE_LISTS.map((rule) => rule.language))).toEqual(new Set(['en', 'es', 'pt', 'any']));
  });

  it('are found, each phrase by itself', () => {
    const free = PHRASE_LISTS.filter(
      (rule) => rule.disguised !== true && rule.action !== 'clean' && asksForNothing(rule),
    );
    expect(free.flatMap(missedPhrases)).toEqual([]);
  });

  it('are passed over where their words mean something else, each phrase by itself', () => {
    const free = PHRASE_LISTS.filter((rule) => rule.action === 'clean' && asksForNothing(rule));
    const wordings = free.flatMap(({ phrases }) => phrases.flatMap((phrase) => alternativesOf(phrase).slice(0, 1)));
    expect(wordings.length).toBeGreaterThan(100);
    expect(wordings.filter((text) => readByLists(text, 'narrative').clean.length === 0)).toEqual([]);
  });
});

describe('the pattern made of phrases', () => {
  const find = (phrases: readonly string[], text: string): string | undefined =>
    new RegExp(`(?<![a-z0-9])(?:${trieSource(phrases)})(?![a-z0-9])`).exec(text)?.[0];

  it('takes the longest phrase at a place', () => {
    expect(find(['green', 'green card', 'green card lounge'], 'a green  card lounge')).toBe('green  card lounge');
    expect(find(['green', 'green card'], 'a green house')).toBe('green');
  });

  it('takes stems, short gaps and signs as they are, and whole words only', () => {
    expect(find(['immigra*'], 'immigrations')).toBe('immigrations');
    expect(find(['re entry'], 're-entry')).toBe('re-entry');
    expect(find(['287(g)'], 'under 287(g) powers')).toBe('287(g)');
    expect(find(['ice'], 'police device')).toBeUndefined();
    expect(find(['green card'], `green${' '.repeat(40)}card`)).toBeUndefined();
  });
});
