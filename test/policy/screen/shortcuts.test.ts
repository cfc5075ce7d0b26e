// The screen passes over places where nothing can match. Each shortcut is held against the same reading without it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../policy/screen/beginnings.ts';
import codes from '../../../policy/screen/codes.json' with { type: 'json' };
import { fold } from '../../../policy/screen/fold.ts';
import { findIdentifiers } from '../../../policy/screen/identifiers.ts';
import type { Screened } from '../../../policy/screen/phrase-matcher.ts';
import { PHRASE_RULES } from '../../../policy/screen/phrase-rules.ts';
import { screen } from '../../../policy/screen/screen.ts';
import { findSpacedOut } from '../../../policy/screen/spaced-out.ts';
import { trieSource } from '../../../policy/screen/trie.ts';

const PHRASES = [...new Set(PHRASE_RULES.flatMap((rule) => rule.phrases))];
const whole = (flag: 'g' | 'y'): RegExp => new RegExp(`(?<![a-z0-9])(?:${trieSource(PHRASES)})(?![a-z0-9])`, flag);
const EVERYWHERE = whole('g');
const THERE = whole('y');
const nextPlace = placesOf(PHRASES);

type Range = readonly [number, number];

/** Matches of the pattern set free on the whole text. */
function searched(text: string): readonly Range[] {
  return Array.from(text.matchAll(EVERYWHERE), (match): Range => [match.index, match.index + match[0].length]);
}

/** Matches of the pattern where a phrase could begin. */
function visited(text: string): readonly Range[] {
  const found: Range[] = [];
  let at = nextPlace(text, 0);
  while (at >= 0) {
    THERE.lastIndex = at;
    const [match] = THERE.exec(text) ?? [];
    if (match !== undefined) found.push([at, at + match.length]);
    at = nextPlace(text, at + (match?.length ?? 1));
  }
  return found;
}

const SIGNS = [
  '',
  ' ',
  '  ',
  '-',
  '/',
  '_',
  '&',
  '.',
  ', ',
  '\n',
  '(',
  ' '.repeat(7),
  '\u200b',
  'é',
  'и',
  '0',
  'x',
  "'",
];
const piece = fc
  .record({ phrase: fc.constantFrom(...PHRASES), from: fc.nat(3), cut: fc.nat(2), gap: fc.constantFrom(...SIGNS) })
  .map(({ phrase, from, cut, gap }) =>
    phrase
      .replace('*', '')
      .slice(from === 1 ? 1 : 0)
      .slice(0, cut === 1 ? -1 : undefined)
      .replaceAll(' ', gap === '' ? ' ' : gap),
  );
const text = fc
  .array(fc.oneof(piece, fc.constantFrom(...SIGNS), fc.string({ maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('places where a phrase could begin', () => {
  it('hold every match of every phrase, however it is written', () => {
    const written = PHRASES.flatMap((phrase) => {
      const plain = phrase.replace('*', '');
      return [
        plain,
        `a ${plain}`,
        `(${plain})`,
        plain.replaceAll(' ', ' - '),
        `${plain}s`,
        `x${plain}`,
        plain.slice(1),
      ];
    });
    expect(written.filter((one) => JSON.stringify(visited(one)) !== JSON.stringify(searched(one)))).toEqual([]);
    expect(PHRASES.filter((phrase) => searched(phrase.replace('*', '')).length === 0)).toEqual([]);
  });

  it('hold every match in texts put together of pieces of phrases', () => {
    fc.assert(
      fc.property(text, (given) => {
        const folded = fold(given).text;
        expect(visited(folded)).toEqual(searched(folded));
      }),
      { numRuns: 3_000 },
    );
  });

  it('are none in the plain words of a booking', () => {
    for (const plain of ['testperson', '2026-11-20t00:55:00-05:00', '12 sample street', 'm', ''])
      expect(nextPlace(plain, 0)).toBe(-1);
  });

  it('are not asked of a phrase that begins with a sign', () => {
    expect(() => placesOf(['#ssn'])).toThrow('phrases.json');
  });
});

const NUMBERS =
  'a|A|i|I|u|alien |uscis |form |a-file |a number |a no |reg|no.|#|-| |.|012|345|678|12|1|247a|i-94|i200|20|551|case |rte '.split(
    '|',
  );
const LETTERS = 'a|s|y|l|u|m|d|e|p|o|r|t|i|g| |-|.|*|_|x|asylum|a s y l u m|d.e.p.o.r.t.e.d|i m m i g r a'.split('|');
const joined = (parts: readonly string[], most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: most }).map((chosen) => chosen.join(''));

/** Beyond the reach of any context; what it holds makes every shortcut ask the pattern. */
const ENOUGH = `${' '.repeat(80)}aiu 1 1 1 1 1 1 1 1`;
const screened = (given: string): Screened => ({ given, folded: fold(given), field: 'narrative' });

describe('texts that lack what a shape needs', () => {
  it('have the findings that they have beside letters and digits enough', () => {
    fc.assert(
      fc.property(joined(NUMBERS, 7), (given) => {
        expect(findIdentifiers(screened(given))).toEqual(findIdentifiers(screened(given + ENOUGH)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('are too short for a word that is spelt out', () => {
    fc.assert(
      fc.property(joined(LETTERS, 14), (given) => {
        expect(findSpacedOut(screened(given))).toEqual(findSpacedOut(screened(given + ENOUGH)));
      }),
      { numRuns: 10_000 },
    );
    expect(findSpacedOut(screened('a s y l u m'))).toHaveLength(1);
  });

  it.each([...codes.status, ...codes.niem])('find the code %s all the same', (code) => {
    expect(screen(code, 'code').blocked).toBe(true);
    expect(screen(` ${code.toLowerCase()}.`, 'code').blocked).toBe(true);
  });
});
