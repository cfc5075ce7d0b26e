import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import type { ScreenField } from '../../../policy/screen/verdict.ts';

const blocked = (text: string, field: ScreenField): boolean => screen(text, field).blocked;

describe('boxes of a few words', () => {
  it.each([
    ['Unk male, hondureno, 30s', 'name'],
    ['Oksana, ucraniana com proteção temporária', 'name'],
    ['Goes by Sky since visa was denied', 'alias'],
    ['Transient, arr. from Honduras 3 wks ago', 'address'],
    ['none, bussed up from Eagle Pass w/ parole papers', 'address'],
    ['Consulate of Ecuador asking about his arrest', 'agency'],
    ['A087-443-***', 'code'],
    ['FAIL TO REGISTER AS ALIEN', 'charge-text'],
  ] as const)('are refused where a note in them tells status: %s', (text, field) => {
    expect(blocked(text, field)).toBe(true);
  });

  it.each([
    ['Portugal, Germán', 'name'],
    ['India Johnson', 'name'],
    ['Jane Citizen', 'name'],
    ['Visa, Corrado', 'name'],
    ['El Coyote (equipo de béisbol)', 'alias'],
    ['12 Brazil Ave', 'address'],
    ['Ellis Island Cafe, upstairs', 'address'],
    ['Portuguese American Club', 'agency'],
    ['HOLD_PROBATION', 'code'],
    ['Alien plates, attaching', 'charge-text'],
  ] as const)('pass where a name or a thing is only called so: %s', (text, field) => {
    expect(blocked(text, field)).toBe(false);
  });
});

describe('a phrase that another one explains', () => {
  it.each([
    'Kid laughed that he got deported from gym class so he walked to the pond.',
    'The ladies deported him from bingo.',
    'El árbitro le sacó tarjeta verde por juego limpio.',
  ])('is no finding: %s', (text) => {
    expect(screen(text, 'narrative').findings).toEqual([]);
  });

  it.each(['He got deported from Texas last year.', 'The judge ordered him deported to Guatemala.'])(
    'is one where nothing explains it: %s',
    (text) => {
      expect(blocked(text, 'narrative')).toBe(true);
    },
  );

  it('does not warn of a town of this country', () => {
    expect(screen('Prisoner was born in New Bedford.', 'remarks').findings).toEqual([]);
    expect(screen('Prisoner was born in Lima.', 'remarks').findings).not.toEqual([]);
  });
});
