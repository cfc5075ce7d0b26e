import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import type { ScreenCategory } from '../../../policy/screen/verdict.ts';

const BLOCKS: readonly (readonly [ScreenCategory, readonly string[]])[] = [
  [
    'status-statement',
    [
      ...['undocumented', 'He is undocumented.', 'an illegal alien', 'illegal immigrant', 'illegal and uncooperative'],
      ...[
        'Subject is illegal.',
        'is an alien',
        'overstayed',
        'claims asylum',
        'DACA recipient',
        'has TPS',
        'TPS',
        'is LPR',
      ],
      ...[
        'sin papeles',
        'indocumentado',
        'indocumentada',
        'sem documentos',
        'ilegal',
        'not a US citizen',
        'non-citizen',
      ],
      ...[
        'noncitizen',
        'no legal status',
        'here illegally',
        'in the country illegally',
        'immigration',
        'immigrant',
        'IMMIGRAT',
      ],
      ...[
        'entered without inspection',
        'EWI',
        'UDA',
        'OTM',
        'foreign national',
        'verified USC',
        'lawful permanent resident',
      ],
      ...['ALIEN IN POSSESSION OF FIREARM', 'estatus migratorio', 'situação migratória', 'humanitarian parole'],
    ],
  ],
  [
    'document',
    [
      'green card',
      'visa',
      'his visa expired',
      'Mexican passport',
      'US passport',
      'matrícula consular',
      'work visa',
      'EAD',
    ],
  ],
  [
    'removal',
    ['deported', 'deportation', 'removal order', 'order of removal', 'deportado', 'deportação', 'removed from the US'],
  ],
  [
    'agency',
    [
      'ICE',
      'per ICE',
      'called ice',
      'ERO',
      'HSI',
      'CBP',
      'USBP',
      'USCIS',
      'LESC',
      '287(g)',
      'border patrol',
      'released to INS',
    ],
  ],
  [
    'detainer',
    [
      'ICE hold',
      'ICE detainer',
      'immigration hold',
      'hold for CBP',
      'imm hold',
      'rel to imm',
      'administrative warrant',
    ],
  ],
  ['form', ['I-247', 'I-247A', 'I247A', 'form I 247A', 'I-200', 'I-203', 'I-205', 'I-213', 'I-286', 'form I-94']],
  [
    'identifier',
    [
      ...['A012345678', 'A12345678', 'A-012-345-678', 'A# 012 345 678', 'A 012345678', 'a012345678', 'A#12345678'],
      ...['Alien number 012345678', 'A-file 012 345 678', 'USCIS no. 012-345-678'],
    ],
  ],
  ['immigration-offense', ['8 USC 1326', '8 U.S.C. 1325', 'charged under 8 usc 1306']],
];

describe('words that block', () => {
  it.each(BLOCKS.flatMap(([category, texts]) => texts.map((text) => ({ category, text }))))(
    '$text',
    ({ category, text }) => {
      for (const writing of [text, `Arrested at 0215. ${text}, then lodged.`]) {
        const verdict = screen(writing, 'narrative');
        expect([writing, verdict.blocked]).toEqual([writing, true]);
        expect(verdict.findings.map((finding) => finding.category)).toContain(category);
        expect(verdict.findings.every((finding) => finding.clause !== '')).toBe(true);
      }
    },
  );

  it('blocks the quoted speech of a witness as well', () => {
    expect(screen('Witness said, "he is undocumented."', 'narrative').blocked).toBe(true);
  });
});

describe('proxies that tell', () => {
  it.each([
    ...['country of birth', 'citizen of Brazil', 'nationality', 'no SSN', 'Brazilian national', 'born in Guatemala'],
    ...['nacido en Quito', 'place of birth: Honduras', 'ITIN', 'passport no. 123', 'his passport', 'no social'],
  ])('%s', (text) => {
    expect(screen(text, 'narrative').blocked).toBe(true);
  });
});

describe('proxies that warn', () => {
  it.each([
    ...['matricula', 'Born in Lima', 'a man from Guatemala', 'consulate', 'place of birth', 'native of the hills'],
    ...['speaks no English', 'foreign license', 'Brazilian license', 'nacido en un taxi', 'consulado'],
  ])('%s', (text) => {
    const verdict = screen(text, 'narrative');
    expect(verdict.blocked).toBe(false);
    expect(verdict.spans).toEqual([]);
    expect(verdict.findings.map((finding) => [finding.category, finding.action])).toContainEqual(['proxy', 'warn']);
  });
});
