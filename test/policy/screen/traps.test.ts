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
