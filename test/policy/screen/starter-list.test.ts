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
  [
    'form',
    [
      ...['I-247', 'I-247A', 'I247A', 'form I 247A', 'I-200', 'I-203', 'I-205', 'I-213', 'I-286', 'form I-94'],
      ...['N-550', 'N-560', 'N-570', 'N-445', 'I-688B', 'I-512L', 'I-765V', 'I-571', 'I-327', 'I-688', 'I-512'],
      ...['I-515A', 'I-131A', 'I-191', 'I-193', 'I-352', 'I-508', 'I-261', 'I-826', 'I-831', 'I-863', 'I-870'],
      ...['I-871', 'I-877', 'I-901', 'I.485', 'form 485', 'his I-275', 'form I-294'],
    ],
  ],
  [
    'identifier',
    [
      ...['A012345678', 'A12345678', 'A-012-345-678', 'A# 012 345 678', 'A 012345678', 'a012345678', 'A#12345678'],
      ...['Alien number 012345678', 'A-file 012 345 678', 'USCIS no. 012-345-678'],
      ...['A=012345678', 'A = 012345678', 'A012,345,678', 'A,012,345,678', '(A) 012 345 678', '[A]012345678'],
      ...[
        '"A" 012345678',
        'A\u00b7012\u00b7345\u00b7678',
        'A\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668',
        'a: 012345678',
      ],
      ...['A\u2022 012345678', 'A: 012-345-678', 'A|012345678', 'A+012345678', 'A~012345678', 'A\u00ba 012345678'],
      ...['A/N 012345678', 'A nbr 012345678', 'permit A012345678', 'license A012345678', 'Order A012345678'],
      ...['warrant A012345678', 'booking A012345678', 'visa no. K1234567', 'N-0012345678', 'N 0012345678'],
      ...['N00 1234 5678', 'IOE 091 234 5678', 'IOE09 1234 5678', 'P<MEXSAMPLE<<JUAN<<<', 'VNUSASAMPLE<<JUAN<<<'],
      ...['C1USA0123456782SRC0112345678<<', 'G123456784MEX8001014M2501018<<<', '8001014M2501018MEX<<<<<<'],
      ...['FIN 1185550124', 'Admission number 55501234567', 'event no. BOS2401000123', 'PP# DOM RD5550124'],
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

describe('forms told of beside words of traffic', () => {
  it.each([
    ...['Traffic stop, driver showed form I-797C.', 'He was driving with an N-400 receipt.', 'Shown onto I-213.'],
    ...['In traffic he showed a DS-2019.', 'Driving stop. Card reads N-400.', 'Saw I-797C on him after the crash.'],
    ...['Stopped in traffic: shows a DS-2019 and a G-28.', 'Traffic stop, AR-11 in the visor.', 'na I-94 dele'],
    ...['Overpass stop, I-213 in file.', 'Detroit office sent the I-205.', 'Chicago sent the I-200.', 'I-391', 'I-210'],
    ...[
      'Received I-797 in Michigan.',
      'His I-94 exit date has passed.',
      'en la I-94 que traia',
      'Crash. Card is an I-94.',
    ],
  ])('%s', (text) => {
    expect(screen(text, 'narrative').findings.map(({ category }) => category)).toContain('form');
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
