import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };
import { REFUSAL_WORDS } from '../../../policy/refusal-words.ts';
import type { RefusalCode } from '../../../policy/refusal.ts';
import { needsOf } from '../../../renderer/ground/needs.ts';
import { en } from '../../../renderer/words/en.ts';
import { PACK } from '../../policy/decide/case.ts';

/** Every text of a catalogue; those made from names and numbers are made with samples. */
function textsOf(value: unknown): readonly string[] {
  // What a fact has to be is said of a condition, and made from those of the pack below.
  if (value === en.ground.needs) return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return textsOf(Reflect.apply(value, undefined, ['3', '4', '5', '6']));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}

function isRefusalCode(code: string): code is RefusalCode {
  return code in REFUSAL_WORDS;
}

const refusals = Object.keys(REFUSAL_WORDS)
  .filter(isRefusalCode)
  .flatMap((code) => [REFUSAL_WORDS[code].text({ code }), REFUSAL_WORDS[code].next({ code })]);
const needed = PACK.grounds.flatMap((rule) =>
  [...rule.needs, ...rule.anyOf.flatMap((way) => way.needs)].flatMap(({ fact }) => needsOf(rule, fact, PACK)),
);
const texts = [...textsOf(en), ...needed, ...refusals];

const root = join(import.meta.dirname, '../../..');
/** The screen's own lists hold such sentences: they are what it stops. */
const LISTS = /policy[/\\](?:screen|fields|offenses)[/\\]/;

/** Every text that stands in the sources, wherever it is shown: window, command line, menus, why something is refused. */
function textsInSources(): readonly string[] {
  const rooms = ['contract', 'electron', 'policy', 'renderer', 'services'];
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  return files
    .filter((name) => /\.(?:ts|svelte|html)$/.test(name) && !LISTS.test(name))
    .flatMap((name) => {
      const source = readFileSync(join(root, name), 'utf8').replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
      return [...source.matchAll(/'([^'\n]{8,})'|"([^"\n]{8,})"|`([^`]{8,})`|>([^<>{}]{8,})</g)].map((found) =>
        found.slice(1).join(''),
      );
    });
}

/** A sentence that begins by telling somebody to turn to the agency. */
const ORDERS_ICE =
  /(?:^|[.:;–—]\s*|\bplease\s+)(?:also\s+)?(?:alert|ask|call|contact|inform|message|notify|phone|reach|report|send|tell)\b[^.?]*\b(?:ICE|ERO|HSI|immigration)\b/i;

/** The same in the languages of the sheets that people get. */
const ORDERS_ABROAD =
  /(?:^|[.:;–—]\s*)(?:avise|llame|notifique|informe|contacte|comunique|ligue|chame|comunique-se)\b[^.?]*\b(?:ICE|ERO|HSI|inmigración|imigração)\b/i;

describe('every other text', () => {
  const others = [...textsOf(westborough), ...textsInSources()];

  test('is read as well: the pack, and what stands in the sources', () => {
    expect(others.length).toBeGreaterThan(2_000);
    expect(others).toContain('Reach the FBI Joint Terrorism Task Force, and log each attempt.');
  });

  test('tells nobody to turn to ICE, in no language', () => {
    const all = [...texts, ...others];
    // Codes such as `notify-ice` have no spaces.
    const sentences = all.filter((text) => text.includes(' '));
    expect(sentences.filter((text) => ORDERS_ICE.test(text) || ORDERS_ABROAD.test(text))).toEqual([]);
    expect(['Avise a ICE ahora', 'Ligue para a imigração'].every((text) => ORDERS_ABROAD.test(text))).toBe(true);
  });
});

describe('the catalogue', () => {
  test('is read as a whole', () => {
    expect(texts.length).toBeGreaterThan(300);
    expect(texts).toContain('Save booking');
  });

  test('has no text that tells an officer to turn to ICE', () => {
    expect(texts.filter((text) => ORDERS_ICE.test(text))).toEqual([]);
  });

  test.each(['Call ICE now', 'Saved. Notify ICE of the release', 'Please contact ERO', 'Tell immigration'])(
    'would find: %s',
    (text) => {
      expect(ORDERS_ICE.test(text)).toBe(true);
    },
  );

  test('does not shout, scold or apologise', () => {
    expect(texts.filter((text) => /\b(?:error|invalid|oops|sorry|illegal)\b|!/i.test(text))).toEqual([]);
  });
});
