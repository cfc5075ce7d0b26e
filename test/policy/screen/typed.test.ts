import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import { spellingOf } from '../../../policy/screen/spelling.ts';

const isRefused = (text: string): boolean => screen(text, 'remarks').blocked;

describe('what is typed in haste', () => {
  it.each([
    'He is not documented.',
    'no legal stat',
    'Guat nat’l, 24',
    'Mex natl',
    'Ecuadorean natl',
    'born in Guatamala',
    'Born in Equador',
    'Guatamalan national',
    'Venezualan nat’l',
    'born in El Sal',
    'came over the boder in trunk',
    'bordr jumpr',
    'his green crad was in the stolen bag',
    'permanant res. card shown',
    'dep’d to Mex twice',
    'ilegal alien',
    'Hes ilegal.',
    'He is illeagal.',
    'his immy papers in the glovebox',
    'MOE: w/o insp',
    'hasnt got a SS number',
    'b. in Mexico',
    'soc. sec. never issued',
    'tourist visa, thrown out of the USA in 2010',
    'asyl. pend.',
  ])('is refused as what it means: %s', (text) => {
    expect(isRefused(text)).toBe(true);
  });

  it.each([
    'Injury is not documented in the chart.',
    'no legal parking on this block',
    'natl guard on scene',
    'boarder wont pay rent',
    'green car, plate unk',
    'depd of fire notified',
    'born in Brockton',
    'Resident card reader broken at gate.',
    'Finish the report by 0600.',
  ])('is let through where it means something else: %s', (text) => {
    expect(isRefused(text)).toBe(false);
  });

  it.each([
    ['Driver had no documents.', 'remarks'],
    ['Citizen refused.', 'remarks'],
    ['Cit no 4412', 'remarks'],
    ['Room 918 A', 'remarks'],
    ['Victim was documented.', 'remarks'],
    ['Entered after being removed.', 'remarks'],
    ['Cuffs rmvd x2', 'medical'],
    ['Maria B Zamora', 'name'],
    ['Apt B Trinidad', 'address'],
    ['Born in Cameron', 'remarks'],
    ['Entrou pelo muro.', 'remarks'],
    ['Volta pra lá.', 'remarks'],
    ['Cruzó la línea.', 'remarks'],
  ] as const)('is let through where it is all that is said, and harmless as a rule: %s', (text, field) => {
    expect(screen(text, field).blocked).toBe(false);
  });

  it('is no form where it is iodine, and every other form beside a thyroid', () => {
    expect(screen('I-131 dose, thyroid, single cell 3 days', 'medical').blocked).toBe(false);
    expect(screen('I-765 pending, hx thyroid disease', 'medical').blocked).toBe(true);
  });

  it('reads a country by all of its letters but one, and no other word as one', () => {
    expect(['guatamala', 'pakestan', 'hondruas', 'brazillian'].map(spellingOf)).toEqual([
      'guatemala',
      'pakistan',
      'honduras',
      'brazilian',
    ]);
    expect(['finish', 'hungry', 'libreria', 'romana', 'columbia'].map(spellingOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('takes a word for the one that ends alike, of two with the same consonants', () => {
    expect(['illeagal', 'illegaly'].map(spellingOf)).toEqual(['illegal', 'illegally']);
  });
});
