import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';

describe('traps that pass', () => {
  it.each([
    ...[
      'illegal parking on Main St',
      'Illegal turn',
      'illegal U-turn',
      'illegal firearm',
      'Illegally parked',
      'illegal drugs',
    ],
    ...[
      'alien odor',
      'green credit card',
      'Visa card',
      'Visa ending in 1234',
      'Visa and Mastercard',
      'paid by VISA debit',
    ],
    ...[
      'snow removal',
      'snow removal order',
      'TPS report',
      'ice on road',
      'Ice pack applied',
      'black ice',
      'BLACK ICE ON ROADWAY',
    ],
    ...[
      'ICE PACK TO WRIST',
      'ICE CREAM',
      'bag of ICE',
      'Officer Ice responded',
      'Mr. Ice',
      'ICE COLD BEER',
      'slipped on ICE',
    ],
    ...[
      'Case A20240113',
      'case no. A12345678',
      'plate A1234567',
      'Plate no A12345678',
      'serial A123456789',
      'call 617-555-0142',
    ],
    ...['from Boston', 'a man from Westborough', 'from New Mexico', 'Jamaica Plain', 'Citizens Bank', 'senior citizen'],
    ...[
      'private citizen',
      'POLICE OFFICER NOTICE SERVICE',
      'parole violation',
      'on parole from MCI',
      '18 USC 922',
      'I-90 west',
    ],
    ...['exit 9 off I-495', 'took I-94 westbound', 'LPR hit on the plate', 'LPR camera', 'INS EXPIRED', 'no ins card'],
    ...[
      'deportment',
      'Club Deportivo',
      'Border St',
      'it is illegal to park here',
      'removed from the vehicle',
      'ins and outs',
    ],
    ...[
      'born in 1990',
      'overstayed his welcome',
      'undocumented injury',
      'COMM MINOR IMM',
      'Cancel Detainer',
      'immoral',
      'nice',
    ],
  ])('%s', (text) => {
    expect(screen(text, 'narrative').findings).toEqual([]);
  });
});

describe('numbers of other offices', () => {
  it.each([
    ...['See event 202400123456.', 'Hospital admission number 12345678.', 'Admission 12345678 at the hospital.'],
    ...[
      'FIN 123456789 of the hospital visit',
      'FIN 1234567890 from the ER',
      'See pp. 123456.',
      'Visa 12345678 declined',
    ],
    ...['The Honda Passport, 142000 miles, was towed.', 'Honda Passport VIN 1234567.', 'Visa no. 12345678 was swiped'],
    ...['Mileage on the Nissan Passport 123456 at tow.', 'Lab no. A12345678.', 'Lab sample A-12345678 sent.'],
    ...['Patient MRN A12345678.', 'Rx A12345678', 'Taurus pistol A12345678 recovered.', 'Pistol number A12345678.'],
    ...['Photo A20241130.jpg taken.', 'A20241130.mp4 saved', 'Shift A 20241130 roster.', 'muestra A12345678'],
    ...[
      'arma numero A12345678',
      'foto A12345678',
      'library card A12345678',
      'engine no. A12345678',
      'cheque A12345678',
    ],
    ...['The damage was a 100 000 000 estimate.', 'She earned a 100 000 000 prize', 'SOLD A 125 000 000 TICKET.'],
    ...[
      'DS-11 desktop',
      'G-Shock G-28',
      'Exhibit I-20',
      'serial N0028817744',
      'case A012345678',
      'x << y',
      'LOE 091 442 0087',
    ],
    ...['Crash on I-391 south', 'Struck the rail on I-290', 'off I-95 at exit 42', 'Lin 508-555-0142', 'printer N-400'],
    ...['transferiu ao 012345678', 'llamo a 012345678'],
  ])('are let be: %s', (text) => {
    for (const field of ['narrative', 'medical', 'property'] as const) {
      expect([field, screen(text, field).blocked]).toEqual([field, false]);
    }
  });

  it('are let be where they follow roads in the same sentence', () => {
    for (const text of [
      'Crash in the left lane of I-94.',
      'He drove I-94 and missed exit 9.',
      'took I-94 westbound',
      'I-485 toll invoice',
    ])
      expect(screen(text, 'narrative').findings).toEqual([]);
  });
});
