import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import { NOTHING_TAUGHT, TaughtList } from '../../../policy/screen/taught.ts';
import { teachingOf, type Teaching } from '../../../policy/screen/teaching.ts';
import type { ScreenField } from '../../../policy/screen/verdict.ts';
import { readLabelled } from '../../screen/labelled.ts';
import { BY_SENTENCE, BY_WORDS } from '../../support/false-hits.ts';

/** What would be taught for the first place that is marked. */
function taughtFor(text: string, field: ScreenField = 'narrative'): Teaching {
  const [start, end] = screen(text, field).spans[0] ?? [0, 1];
  return teachingOf(text, { field, start, end }, NOTHING_TAUGHT);
}

const corpus = readLabelled('corpus');
/** What is refused of the clean texts, with what would be taught for it. */
function teachings() {
  const clean = corpus.filter(({ tells, field, text }) => !tells && screen(text, field).blocked);
  return clean.flatMap(({ file, text, field }) => {
    const teaching = taughtFor(text, field);
    return teaching.ok ? [{ file, text, phrase: teaching.taught }] : [];
  });
}
let known: ReturnType<typeof teachings> | undefined;
const taughtForClean = () => (known ??= teachings());

describe('what a supervisor would teach', () => {
  it('is the marked words where they are enough', () => {
    expect(taughtFor(BY_WORDS.text)).toEqual({ ok: true, taught: BY_WORDS.taught });
  });

  it('is the whole sentence where one word, a name or a short sentence says nothing by itself', () => {
    expect(taughtFor(BY_SENTENCE.text)).toEqual({ ok: true, taught: BY_SENTENCE.taught });
    const short = 'A temporary status there.';
    expect(taughtFor(short)).toMatchObject({ taught: { grain: 'whole', phrase: 'A temporary status there' } });
  });

  it('is the whole text of a name', () => {
    expect(taughtFor('DJ Migra', 'alias')).toMatchObject({ taught: { grain: 'whole', phrase: 'DJ Migra' } });
  });

  it.each([
    ['The driver is undocumented.', 'sure'],
    ['The card says A123456789.', 'shape'],
    ['Calm all night.', 'passes'],
  ])('is nothing for: %s', (text, why) => {
    expect(taughtFor(text)).toEqual({ ok: false, why });
  });

  it('is nothing where the kind of text stays strict, or the sentence is too long', () => {
    expect(taughtFor(BY_WORDS.text, 'reason')).toEqual({ ok: false, why: 'kind' });
    const long = `Her friends joke about the border and his green card ${'and it is loud '.repeat(20)}.`;
    expect(taughtFor(long)).toEqual({ ok: false, why: 'long' });
  });

  it('lets the place through and nothing else, whatever is refused in a text of ours', () => {
    const taught = taughtForClean();
    expect(taught.length).toBeGreaterThan(20);
    for (const { text, phrase } of taught) {
      const left = screen(text, phrase.field, new TaughtList([phrase]));
      expect([text, left.spans.length < screen(text, phrase.field).spans.length]).toEqual([text, true]);
    }
  }, 600_000);

  it('would let through next to none of the texts that tell status, if all of it were taught at once', () => {
    // What was written against a list, phrase by phrase, comes up at no station in such a number.
    const usual = taughtForClean().filter(({ file }) => file !== 'second-senses.jsonl');
    const list = new TaughtList(usual.map(({ phrase }) => phrase));
    // What is refused with the list is refused without it: only the others are read twice.
    const left = corpus.filter(({ tells, text, field }) => tells && !screen(text, field, list).blocked);
    const through = left.filter(({ text, field }) => screen(text, field).blocked);
    const refused = corpus.filter(({ tells }) => tells).length - (left.length - through.length);
    expect(through.length / refused).toBeLessThan(0.002);
  }, 600_000);
});
