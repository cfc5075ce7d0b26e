import { describe, expect, it } from 'vitest';
import { OFFENSES } from '../../../policy/offenses/catalogue.ts';
import { screen } from '../../../policy/screen/screen.ts';
import type { ScreenField } from '../../../policy/screen/verdict.ts';
import {
  CHARGES,
  LOOK_ALIKES,
  PLAIN_NARRATIVES,
  STATUS_CHARGES,
  STATUS_PROPERTY,
  STATUS_RELEASES,
  STATUS_TEXTS,
  STREETS,
  SURNAMES,
} from './generator-texts.ts';

const blocked = (text: string, field: ScreenField): boolean => screen(text, field).blocked;

describe('texts of the generator that tell status', () => {
  it.each(STATUS_TEXTS)('narrative: %s', (text) => {
    for (const writing of [text, text.toUpperCase(), `Prints taken. ${text} Bail set.`]) {
      expect(blocked(writing, 'narrative')).toBe(true);
    }
  });
  it.each(STATUS_CHARGES)('charge: %s', (text) => {
    expect(blocked(text, 'charge-text')).toBe(true);
    expect(blocked(text.toLowerCase(), 'charge-text')).toBe(true);
  });
  it.each(STATUS_RELEASES)('release: %s', (text) => {
    expect(blocked(text, 'agency')).toBe(true);
  });
  it.each(STATUS_PROPERTY)('property: %s', (text) => {
    for (const writing of [text, `wallet; ${text}; keys`]) expect(blocked(writing, 'property')).toBe(true);
  });
});

describe('texts of the generator that only look so', () => {
  it.each([...LOOK_ALIKES, ...PLAIN_NARRATIVES])('narrative: %s', (text) => {
    for (const writing of [text, text.toUpperCase()]) expect(screen(writing, 'narrative').findings).toEqual([]);
  });
  it.each(SURNAMES)('name: %s', (name) => {
    for (const writing of [name, name.toUpperCase()]) {
      expect(screen(writing, 'name').findings).toEqual([]);
      expect(screen(`${writing}, Alex`, 'alias').findings).toEqual([]);
    }
  });
  it.each(STREETS)('street: %s', (street) => {
    for (const writing of [street, street.toUpperCase(), `${street}, Exampleton`]) {
      expect(screen(writing, 'address').findings).toEqual([]);
    }
  });
  it.each(CHARGES)('charge: %s', (charge) => {
    expect(screen(charge, 'charge-text').findings).toEqual([]);
  });
});

describe('the offense catalogue', () => {
  it('needs the picker for three offenses and no others', () => {
    const topical = OFFENSES.filter(
      (offense) => blocked(offense.title, 'charge-text') || blocked(offense.citation, 'charge-text'),
    );
    expect(topical.map((offense) => offense.id).sort()).toEqual([
      'federal-document-fraud',
      'federal-reentry',
      'federal-smuggling-harboring',
    ]);
  });
});
