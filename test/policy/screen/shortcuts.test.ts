// The screen passes over what cannot match. Each shortcut is held against the same reading without it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import codes from '../../../policy/screen/codes.json' with { type: 'json' };
import { figures } from '../../../policy/screen/figures.ts';
import { fold } from '../../../policy/screen/fold.ts';
import { findIdentifiers } from '../../../policy/screen/identifiers.ts';
import type { Screened } from '../../../policy/screen/phrase-matcher.ts';
import { readTable } from '../../../policy/screen/phrase-table.ts';
import { alternativesOf } from '../../../policy/screen/slots.ts';
import { screen } from '../../../policy/screen/screen.ts';
import { WordReader } from '../../../policy/screen/word-reader.ts';
import { screenWords, wordsOf } from '../../../policy/screen/words.ts';
import { keptTable } from '../../screen/phrase-compiler.ts';
import { addPhrase, chunksOf, graphNode } from '../../screen/phrase-graph.ts';

const PHRASES = ['a [b|c d|] e', 'a b', 'cab* d', 'b', 'a c d e', '[a |]c[x|y] e', 'b [a|b] [a|b|] c'];

/** Every wording of a phrase, written out. */
function written(phrase: string): readonly string[] {
  return chunksOf(phrase).reduce<readonly string[]>(
    (begun, chunk) => begun.flatMap((start) => alternativesOf(chunk).map((end) => `${start} ${end}`.trim())),
    [''],
  );
}

function reads(wording: string, words: readonly string[]): boolean {
  const parts = wording.split(' ').filter((part) => part !== '');
  return (
    parts.length === words.length &&
    parts.every((part, at) => {
      const word = words[at] ?? '';
      return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : part === word;
    })
  );
}

const root = graphNode<number>();
for (const [at, phrase] of PHRASES.entries()) addPhrase(root, phrase, at);
const reader = new WordReader(readTable(keptTable(root)), PHRASES);

describe('phrases read as one graph', () => {
  it('are those that each wording, written out, would find', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'cx', 'cy', 'cabbb', 'f');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (texts) => {
        const { joined } = wordsOf(texts.join(' '));
        const symbols = texts.map((text) => reader.symbolOf(text));
        const found = reader.readAt({ words: texts, symbols, joined }, 0).flatMap(({ count, ends }) => {
          return ends.map((phrase) => `${String(count)} ${phrase}`);
        });
        const expected = PHRASES.flatMap((phrase) =>
          texts.flatMap((_, at) => {
            const begun = texts.slice(0, at + 1);
            return written(phrase).some((wording) => reads(wording, begun)) ? [`${String(at + 1)} ${phrase}`] : [];
          }),
        );
        expect([...new Set(found)].sort()).toEqual(expected.sort());
      }),
      { numRuns: 5_000 },
    );
  });

  it('need a word', () => {
    expect(() => {
      addPhrase(graphNode<string>(), '[a |]', 'x');
    }).toThrow('phrases');
    expect(() => alternativesOf('{nowhere}')).toThrow('slot');
  });
});

const NUMBERS =
  'a|A|i|I|u|alien |uscis |form |a-file |a number |a no |reg|no.|#|-| |.|012|345|678|12|1|247a|i-94|i200|20|551|case |rte '.split(
    '|',
  );
const joined = (parts: readonly string[], most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: most }).map((chosen) => chosen.join(''));

/** Beyond the reach of any context; what it holds makes every shortcut ask the pattern. */
const ENOUGH = `${' '.repeat(80)}aiu 1 1 1 1 1 1 1 1`;
const screened = (given: string): Screened => ({
  given,
  folded: fold(given),
  words: screenWords(given, fold(given)),
  field: 'narrative',
});

describe('texts that lack what a shape needs', () => {
  it('have the findings that they have beside letters and digits enough', () => {
    fc.assert(
      fc.property(joined(NUMBERS, 7), (given) => {
        expect(findIdentifiers(screened(given))).toEqual(findIdentifiers(screened(given + ENOUGH)));
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([...codes.status, ...codes.niem])('find the code %s all the same', (code) => {
    expect(screen(code, 'code').blocked).toBe(true);
    expect(screen(` ${code.toLowerCase()}.`, 'code').blocked).toBe(true);
  });
});

/** A word with figures as the rule has it, tried at every word. */
const MIXED = /(?<![a-z0-9@$!|])[a-z0-9@$!|]{2,24}(?![a-z0-9@$|])/g;
const SMALL = /^(?:[0o]f|n[0o]|[1i!][sn]|[0o]n|t[0o]|[i1!|l]c[e3])$/;

function isRead(written: string): boolean {
  const letters = written.match(/[a-z]/g)?.length ?? 0;
  if (letters === written.length) return false;
  return SMALL.test(written) || (letters > 1 && letters * 3 >= written.length && written.length > 2);
}

describe('words with figures, gone back to from their figures', () => {
  it('are those that a look at every word would find', () => {
    const parts = ['a', 'le', 'c', '1', '3', '0', '@', '!', '|', ' ', '-', '.', 'abcdefghijkl', '12345678'];
    fc.assert(
      fc.property(joined(parts, 12), (text) => {
        const expected = [...text.matchAll(MIXED)].filter(([written]) => isRead(written)).map(({ index }) => index);
        for (const reading of figures(text)) expect(reading.map(({ start }) => start)).toEqual(expected);
      }),
      { numRuns: 5_000 },
    );
  });
});
