// Help given to an operation, presence without a part in it, a part in an investigation: policy 2, 3(b);
// requirements M8, M9.
import { ARRESTEE_OR_SUSPECT, choice, contact, count, event, flag, named, plain, SCAN, WMS_STATUS } from './boxes.ts';
import type { MatterRule } from './matter.ts';

export const ASSISTANCE = {
  kind: 'assistance',
  cite: '3(b)',
  subjects: ARRESTEE_OR_SUSPECT,
  subjectMayBeUnknown: true,
  events: [
    event(
      'begun',
      [contact('agency', 'optional', 120), contact('official', 'optional', 120), contact('what', 'optional', 1_000)],
      {
        act: 'assist-operation',
      },
    ),
    event('arrived', [plain('units', 'optional', 200)]),
    event('facts', [], { act: 'assist-operation', ends: ['finish-facts'] }),
    event('wms-check', [plain('query', 'required', 60), choice('status', 'required', WMS_STATUS)], {
      ends: ['second-wms-check'],
    }),
    event('confirmed', [contact('reference', 'required', 120), SCAN], {
      ends: ['written-confirmation'],
    }),
    event('cleared', [count('officers', 'optional', 200), plain('note', 'optional')], { ends: ['cleared'] }),
    named(ARRESTEE_OR_SUSPECT),
    event('closed', [choice('reimbursement', 'optional', ['none', 'asked-for', 'received'])], { closes: true }),
  ],
} as const satisfies MatterRule;

export const PRESENCE = {
  kind: 'presence',
  cite: '3(b)',
  subjects: ARRESTEE_OR_SUSPECT,
  subjectMayBeUnknown: true,
  events: [
    event('begun', [
      contact('agency', 'required', 120),
      contact('why', 'required', 1_000),
      flag('identityVerified', 'required'),
    ]),
    named(ARRESTEE_OR_SUSPECT),
    event('ended', [plain('note', 'optional')], { closes: true }),
  ],
} as const satisfies MatterRule;

export const PARTICIPATION = {
  kind: 'participation',
  cite: '2',
  subjects: ARRESTEE_OR_SUSPECT,
  subjectMayBeUnknown: false,
  events: [
    event('begun', [contact('agency', 'required', 120), contact('what', 'required', 1_000)], {
      act: 'participate-investigation',
    }),
    event('ended', [plain('note', 'optional')], { closes: true }),
  ],
} as const satisfies MatterRule;
