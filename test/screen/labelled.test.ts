import { describe, expect, it } from 'vitest';
import { type Labelled, readLabelled } from './labelled.ts';

const corpus = readLabelled('corpus');
const count = (wanted: (text: Labelled) => boolean): number => corpus.filter(wanted).length;

describe('the labelled set', () => {
  it('is large, half clean, and hard where it is clean', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(3_000);
    expect(count(({ tells }) => !tells) / corpus.length).toBeGreaterThan(0.45);
    expect(count(({ hard }) => hard)).toBeGreaterThanOrEqual(1_000);
    expect(count(({ tells, hard }) => tells && hard)).toBe(0);
  });

  it('keeps a family whole in one half, and a text in one place', () => {
    const halves = new Map(corpus.map(({ family, split }) => [family, split]));
    expect(corpus.filter(({ family, split }) => halves.get(family) !== split)).toEqual([]);
    expect(new Set(corpus.map(({ field, text }) => `${field} ${text}`)).size).toBe(corpus.length);
    expect(count(({ split }) => split === 'test')).toBeGreaterThanOrEqual(1_000);
  });

  it('marks words alone: no mark is left in a text, and none is empty', () => {
    expect(corpus.filter(({ text }) => /[⟦⟧]/.test(text))).toEqual([]);
    expect(corpus.flatMap(({ spans }) => spans).filter(({ start, end }) => end <= start)).toEqual([]);
  });

  it('shares no family and no text with the fresh one', () => {
    const families = new Set(corpus.map(({ family }) => family));
    const texts = new Set(corpus.map(({ text }) => text));
    const fresh = readLabelled('fresh');
    expect(fresh.length).toBeGreaterThanOrEqual(300);
    expect(fresh.filter(({ family, text }) => families.has(family) || texts.has(text))).toEqual([]);
  });
});
