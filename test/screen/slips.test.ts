import { describe, expect, it } from 'vitest';
import { readLabelled } from './labelled.ts';
import { withSlips } from './slips.ts';

describe('copies with slips of the hand', () => {
  const texts = readLabelled('corpus').filter(({ split }) => split === 'train');
  const copies = withSlips(texts);
  const given = new Set(texts.map(({ text }) => text));

  it('are made of one text in seven or so, the same each time, and differ from it', () => {
    expect(copies.length / texts.length).toBeGreaterThan(0.1);
    expect(copies.length / texts.length).toBeLessThan(0.2);
    expect(withSlips(texts.slice(0, 500))).toEqual(copies.slice(0, withSlips(texts.slice(0, 500)).length));
    expect(copies.filter(({ text }) => given.has(text)).length / copies.length).toBeLessThan(0.1);
  });

  it('keep family and label, and their marks stand where the words went', () => {
    const families = new Set(texts.map(({ family }) => family));
    expect(copies.filter(({ family }) => !families.has(family))).toEqual([]);
    const empty = copies.filter(({ text, spans }) => spans.some(({ start, end }) => start >= end || end > text.length));
    expect(empty).toEqual([]);
    const one = withSlips(
      Array.from({ length: 40 }, (_, at) => ({
        ...({
          file: 'x',
          family: 'x',
          lang: 'en',
          field: 'remarks',
          hard: false,
          evasion: false,
          split: 'train',
        } as const),
        text: `Number ${String(at)} said that he overstayed his visit and went home.`,
        spans: [],
        tells: false,
      })).map((line) => {
        const start = line.text.indexOf('overstayed');
        return {
          ...line,
          tells: true,
          spans: [{ start, end: start + 10, category: 'status-statement', action: 'block' }],
        };
      }),
    );
    expect(one.length).toBeGreaterThan(0);
    for (const { text, spans } of one) {
      const [{ start, end } = { start: 0, end: 0 }] = spans;
      expect([text.charAt(start), text.charAt(start - 1), text.charAt(end)]).toEqual(['o', ' ', ' ']);
    }
  });
});
