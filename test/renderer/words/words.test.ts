import { describe, expect, test } from 'vitest';
import { REFUSAL_WORDS } from '../../../policy/refusal-words.ts';
import type { RefusalCode } from '../../../policy/refusal.ts';
import { en } from '../../../renderer/words/en.ts';

/** Every text of a catalogue; those made from names and numbers are made with samples. */
function textsOf(value: unknown): readonly string[] {
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
const texts = [...textsOf(en), ...refusals];

/** A sentence that begins by telling somebody to turn to the agency. */
const ORDERS_ICE =
  /(?:^|[.:;–—]\s*|\bplease\s+)(?:also\s+)?(?:alert|ask|call|contact|inform|message|notify|phone|reach|report|send|tell)\b[^.?]*\b(?:ICE|ERO|HSI|immigration)\b/i;

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
