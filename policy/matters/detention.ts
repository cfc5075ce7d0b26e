// A detention during a request: policy 3(c); requirements M13.
import { ARRESTEE_OR_SUSPECT, choice, event, plain, timeAhead, WMS_STATUS } from './boxes.ts';
import type { MatterRule } from './matter.ts';

export const DETENTION = {
  kind: 'detention',
  cite: '3(c)',
  subjects: ARRESTEE_OR_SUSPECT,
  subjectMayBeUnknown: false,
  events: [
    event('begun', [timeAhead('releaseEligibleAt', 'optional')], {
      act: 'detain',
    }),
    event('basis', [], { act: 'detain', ends: ['held-past-release'] }),
    event('release-eligible', [timeAhead('releaseEligibleAt', 'required')]),
    event('wms-check', [plain('query', 'required', 60), choice('status', 'required', WMS_STATUS)]),
    event('ended', [choice('how', 'required', ['released', 'to-court', 'to-jail', 'to-other-agency'])], {
      closes: true,
      ends: ['held-past-release'],
    }),
  ],
} as const satisfies MatterRule;
