import { CHIEF, request, type Json } from './case.ts';
import { AGE, COSIGNER, DECIDER, ROLE, TWO, bare, parts, type FullCase } from './full-case.ts';
import { SECTION_2 } from './full-section-2.ts';

const SHA = 'ab'.repeat(32);
const WARRANT = {
  number: '2612CR000417',
  court: 'Exampleton District Court',
  offense: 'larceny',
  kind: 'default-criminal',
};
const CHECK = { query: '88121', at: '2026-03-08T01:38:00-05:00', status: 'active', matchedOn: ['name', 'dob'] };

/** One case of each ground, and of each alternative, in which everything is there and fits. */
export const FULL: Readonly<Record<string, FullCase>> = {
  ...SECTION_2,
  'X1-written': {
    name: 'X1',
    json: request({
      act: 'reply-request',
      ground: 'X1',
      facts: { ...x1(), instrument: { kind: 'written', requestedAt: '2026-03-01T09:00:00-05:00', sha256: SHA } },
    }),
    needs: [ROLE, DECIDER, ...bare(...Object.keys(x1())), ...parts('instrument', 'kind', 'requestedAt', 'sha256')],
  },
  'X1-oral': {
    name: 'X1',
    json: request({
      act: 'assist-operation',
      ground: 'X1',
      facts: { ...x1(), instrument: { kind: 'oral', requestedAt: '2026-03-07T01:40:00-05:00' } },
    }),
    needs: [ROLE, DECIDER, ...bare(...Object.keys(x1())), ...parts('instrument', 'kind', 'requestedAt')],
  },
  X2: {
    name: 'X2',
    json: request({
      act: 'notify-ice',
      ground: 'X2',
      people: TWO,
      facts: {
        whatHappened: 'Drove a van at the gate of the water works.',
        whySerious: 'The van carried forty liters of fuel.',
        threat: 'public-safety',
        perceivedFrom: 'Two officers saw the detonator.',
        whyNoListedGround: 'Nobody is arrested and no group is known.',
      },
    }),
    needs: [
      ROLE,
      AGE,
      DECIDER,
      COSIGNER,
      ...bare('whatHappened', 'whySerious', 'threat', 'perceivedFrom', 'whyNoListedGround'),
    ],
  },
  '1c': {
    name: '1c',
    json: request({
      act: 'request-travel-document',
      ground: '1c',
      facts: { standardIdSought: ['license'], unavailableBecause: 'not-carried', verifiedByRecords: false },
    }),
    needs: [ROLE, DECIDER, ...bare('standardIdSought', 'unavailableBecause', 'verifiedByRecords')],
  },
  '3b-ii': {
    name: '3b-ii',
    json: request({
      act: 'assist-operation',
      ground: '3b-ii',
      facts: { requestedAt: '2026-03-08T01:36:00-05:00', warrant: WARRANT, wms: CHECK },
    }),
    needs: [
      ROLE,
      DECIDER,
      ...bare('requestedAt'),
      ...parts('warrant', 'number', 'court', 'offense', 'kind'),
      ...parts('wms', 'query', 'at', 'status', 'matchedOn'),
    ],
  },
  '3c-crime': {
    name: '3c',
    json: request({
      act: 'detain',
      ground: '3c',
      facts: { basis: 'criminal-activity', articulableFacts: 'Seen breaking the window with a bar.' },
    }),
    needs: [ROLE, DECIDER, ...bare('basis', 'articulableFacts')],
  },
  '3c-warrant': {
    name: '3c',
    json: request({
      act: 'detain',
      ground: '3c',
      facts: {
        basis: 'wms-warrant',
        warrant: WARRANT,
        wms: CHECK,
        wmsSecondCheck: { at: '2026-03-08T01:10:00-05:00', status: 'active' },
      },
    }),
    needs: [
      ROLE,
      DECIDER,
      ...bare('basis'),
      ...parts('warrant', 'number', 'court', 'offense', 'kind'),
      ...parts('wms', 'query', 'at', 'status', 'matchedOn'),
      ...parts('wmsSecondCheck', 'at', 'status'),
    ],
  },
  LC: {
    name: 'LC',
    json: request({
      act: 'reply-request',
      ground: 'LC',
      subject: { role: 'victim' },
      people: { decider: CHIEF, chief: CHIEF },
      facts: {
        instrument: {
          kind: 'judicial-warrant',
          issuer: 'U.S. District Court',
          signedBy: { role: 'magistrate', name: 'J. Placeholder' },
          sha256: SHA,
        },
      },
    }),
    needs: [
      DECIDER,
      ['people.chief', 'people.chief'],
      ...parts('instrument', 'kind', 'issuer', 'signedBy', 'signedBy.role', 'signedBy.name', 'sha256'),
    ],
  },
};
function x1(): Json {
  return {
    agency: 'HSI',
    unit: 'Exampleton office',
    official: 'Kim Placeholder',
    callbackVerified: true,
    criminalStatute: '18 U.S.C. 1956',
    federalCase: 'EX-26-0417',
    openedOn: '2026-03-08',
    asked: 'A copy of the booking sheet of 4 March.',
    sealedCheck: 'clear',
  };
}
