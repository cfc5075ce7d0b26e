import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';

/** Code values of NIEM 6.0 that hold such letters and mean nothing of the kind, with their texts. */
const VALUES = [
  'ADMINISTRATIVE - Includes follow-ups, DNA collection, citizen complaints, law escorts, request extra patrol',
  'CITIZEN ASSIST - Public assistance, citizen standby, public service',
  'TRAFFIC HAZARD - Includes debris in roadway, black ice',
  'Ice/Frost',
  'CRIMINAL_KILLED_BY_PRIVATE_CITIZEN',
  'ASSIST_CITIZEN',
  'CITIZENS_BAND-RADIO',
  'ICE_CREAM_MACHINE',
  'ICE_MAKER',
  'CITIZEN_POTAWATOMI_NATION',
  'COMMUNITY_CENTER-SENIOR_CITIZENS',
  'SKATES-ICE',
  'Consultant',
  'Citizen Potawatomi Nation, Oklahoma',
  "BULLETIN BOARD SYSTEMS (BBS), AND CITIZEN'S BAND (CB) RADIO; SOMETIMES USED BY RADIO OPERATORS",
];

/** Code values that do carry status. */
const STATUS_VALUES = [
  ...['ALIEN', 'RELEASED_DEPORTATION', 'ALIEN_REGISTRATION_CARD', 'ALIEN_REGISTRATION', 'PASSPORT', 'IMMIGRATION'],
  ...[
    'FUGITIVE-FLIGHT_TO_AVOID_DEPORTATION',
    'IMMIGRATION-FALSE_CITIZENSHIP',
    'IMMIGRATION-SMUGGLING_ALIENS',
    'DEPORTED_FELON',
  ],
  ...[
    'IMMIGRATION-RE_ENTRY_AFTER_DEPORTATION',
    'DEPORTEE-DEPORTATION_SUPERVISING_AGENCY',
    'Asylee',
    'Deportee',
    'Refugee',
  ],
  ...['Immigration Applicant', '30A', '30B', '30C', '30D'],
];

describe('coded values', () => {
  it.each(VALUES)('passes %s', (value) => {
    for (const field of ['code', 'agency', 'charge-text', 'narrative', 'property'] as const) {
      expect(screen(value, field).findings).toEqual([]);
    }
  });

  it.each(STATUS_VALUES)('blocks %s', (value) => {
    expect(screen(value, 'code').blocked).toBe(true);
    expect(screen(value.toLowerCase(), 'code').blocked).toBe(true);
  });

  it.each(['ICE', 'ERO', 'IMM', 'CBP', 'Immigration', 'HSI', 'INS', 'DHS', 'ICE/ERO', 'U.S. ICE', 'imm'])(
    'blocks %s alone',
    (value) => {
      expect(screen(value, 'agency').blocked).toBe(true);
      expect(screen(value, 'code').blocked).toBe(true);
    },
  );

  it.each(['DEP', 'DE', 'CS', 'DPV', 'MSP', 'Worcester County Sheriff', 'Exampleton Police', 'USMS', 'DOC'])(
    'passes %s',
    (value) => {
      expect(screen(value, 'agency').findings).toEqual([]);
    },
  );

  it('takes eight digits after an A for the number of a state, nine for an A-number', () => {
    expect(screen('A12345678', 'code').blocked).toBe(false);
    expect(screen('A123456789', 'code').blocked).toBe(true);
  });

  it('lets a person be called what a status is called', () => {
    for (const name of ['Ice', 'ICE', 'Visa', 'Alien', 'Asylum', 'Ero'])
      expect(screen(name, 'name').findings).toEqual([]);
    expect(screen('UNDOCUMENTED', 'name').blocked).toBe(true);
    expect(screen('ICE HOLD', 'name').blocked).toBe(true);
    expect(screen('A012345678', 'alias').blocked).toBe(true);
  });

  it('knows a passport by whose it is, and the things that are called so', () => {
    expect(screen('wallet, passport, keys', 'property').blocked).toBe(true);
    expect(screen('Took his passport number.', 'narrative').blocked).toBe(true);
    expect(screen('keys to a Honda Passport', 'property').blocked).toBe(false);
    expect(screen('The Passport radar detector was taken.', 'narrative').blocked).toBe(false);
  });
});
