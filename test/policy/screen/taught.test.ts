import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import { TAUGHT_FIELDS, TaughtList, whyNotTaught, type TaughtPhrase } from '../../../policy/screen/taught.ts';
import { SCREEN_FIELDS, type ScreenField } from '../../../policy/screen/verdict.ts';
import { BY_SENTENCE, BY_WORDS } from '../../support/false-hits.ts';

const words = new TaughtList([BY_WORDS.taught]);
const sentence = new TaughtList([BY_SENTENCE.taught]);

const blockedWith = (list: typeof words, text: string, field: ScreenField = 'narrative'): boolean =>
  screen(text, field, list).blocked;

describe('a phrase that a station was taught', () => {
  it('is let through in its kind of text, in any case and wherever it stands', () => {
    expect(screen(BY_WORDS.text, 'narrative').blocked).toBe(true);
    expect(blockedWith(words, BY_WORDS.text)).toBe(false);
    expect(blockedWith(words, BY_WORDS.text.toUpperCase())).toBe(false);
    expect(blockedWith(words, 'Seen by the door. Her temporary status at the shop ends soon.')).toBe(false);
  });

  it('stays refused in every other kind of text', () => {
    const others = SCREEN_FIELDS.filter((field) => field !== 'narrative' && screen(BY_WORDS.text, field).blocked);
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter((field) => !blockedWith(words, BY_WORDS.text, field))).toEqual([]);
  });

  it.each([
    'He has temporary protected status until June.',
    'He has temporary status at the warehouse and is undocumented.',
    'He has temporary status at the warehouse, A123456789.',
    'He has a temporary legal status in the us.',
    'He has temporary  stat us, no papers, and came illegally.',
    'temporary status: asylum pending',
    'Undocumented. He has temporary status at the warehouse until June.',
  ])('lets nothing else through beside it: %s', (text) => {
    expect(blockedWith(words, text)).toBe(true);
  });

  it('does not hide a longer phrase that begins within it', () => {
    const list = new TaughtList([{ field: 'narrative', grain: 'words', phrase: 'political asylum' }]);
    const text = 'The book about political asylum seeker lists was found at the old mill.';
    const shown = screen(text, 'narrative').spans.map(([start, end]) => text.slice(start, end));
    expect(shown).toEqual(['political asylum']);
    const left = screen(text, 'narrative', list).spans.map(([start, end]) => text.slice(start, end));
    expect(left).toEqual(['asylum seeker']);
    expect(blockedWith(list, text.replace('seeker', ''))).toBe(false);
  });

  it('is weighed with its sentence all the same', () => {
    const text =
      'He told us that he has only temporary status here, came across the border at night and fears removal.';
    expect(blockedWith(words, text)).toBe(true);
  });

  it('as a sentence is let through as that sentence, and neither shorter nor longer', () => {
    expect(screen(BY_SENTENCE.text, 'narrative').blocked).toBe(true);
    expect(blockedWith(sentence, BY_SENTENCE.text)).toBe(false);
    expect(blockedWith(sentence, `He plays the drums. ${BY_SENTENCE.text} It is loud.`)).toBe(false);
    expect(blockedWith(sentence, 'Border Patrol.')).toBe(true);
    expect(blockedWith(sentence, 'Their band is called Border Patrol and came at noon.')).toBe(true);
    expect(blockedWith(sentence, 'Then their band is called Border Patrol.')).toBe(true);
  });
});

const inNarrative = (phrase: string, grain: TaughtPhrase['grain'] = 'words'): TaughtPhrase => ({
  field: 'narrative',
  grain,
  phrase,
});

describe('what may be taught', () => {
  it.each(['A123456789 seen', 'the A 123 456 789', 'form I-94', 'MSC1234567890 receipt', 'N0012345678 sevis number'])(
    'no number, form or code that has a shape: %s',
    (phrase) => {
      for (const grain of ['words', 'whole'] as const) {
        expect(whyNotTaught(inNarrative(phrase, grain)), grain).toBe('shape');
      }
    },
  );

  it.each([
    'is undocumented',
    'an illegal alien',
    'und0cumented man',
    'i l l e g a l  a l i e n',
    'was deported',
    'es indocumentado',
    'esta sin papeles',
    'sem papéis aqui',
    'not a citizen',
    'a US citizen',
    'a lawful permanent resident',
    'has DACA now',
    'overstayed his visa',
    'the ICE detainer',
    'a Mexican passport',
    'a citizen of Brazil',
    'sіn papeles hoy', // a Cyrillic letter
  ])('no wording that tells status wherever it stands: %s', (phrase) => {
    expect(whyNotTaught(inNarrative(phrase))).toBe('sure');
    expect(whyNotTaught(inNarrative(`He said to us that ${phrase} here`, 'whole'))).toBe('sure');
  });

  it.each(['refugee', 'Border Patrol', 'a passport', 'green card'])(
    'nothing that its neighbours explain: %s',
    (phrase) => {
      expect(whyNotTaught(inNarrative(phrase))).toBe('alone');
    },
  );

  it('one word of a name, which has no neighbours', () => {
    expect(whyNotTaught({ field: 'alias', grain: 'whole', phrase: 'Migra' })).toBe(null);
    expect(whyNotTaught({ field: 'alias', grain: 'words', phrase: 'Migra' })).toBe('alone');
  });

  it('no two sentences as one, and nothing that cannot be taken in at a glance', () => {
    expect(whyNotTaught(inNarrative('Their band is called Border Patrol. They are late.', 'whole'))).toBe('alone');
    expect(whyNotTaught(inNarrative(`temporary status ${'at work '.repeat(10)}`))).toBe('long');
  });

  it('nothing in reasons, titles, codes, keys and names of files', () => {
    const strict = SCREEN_FIELDS.filter((field) => !TAUGHT_FIELDS.some((taught) => taught === field));
    expect(strict).toEqual(['reason', 'file-name', 'search', 'title', 'code']);
  });

  it('is asked of a list as well: a phrase that may no longer be taught lets nothing through', () => {
    const list = new TaughtList([inNarrative('is undocumented'), BY_WORDS.taught]);
    expect(blockedWith(list, 'He is undocumented.')).toBe(true);
    expect(blockedWith(list, BY_WORDS.text)).toBe(false);
  });
});
