// Questions about somebody, and papers asked for or offered: policy 1(b), 1(c); requirements M10.
import { ANYBODY, choice, event, LAST_FOUR, plain } from './boxes.ts';
import type { MatterRule } from './matter.ts';

export const INQUIRY = {
  kind: 'inquiry',
  cite: '1(b)',
  subjects: ANYBODY,
  subjectMayBeUnknown: false,
  events: [
    event(
      'asked',
      [
        choice('of', 'required', ['the-person', 'somebody-else']),
        choice('answer', 'required', ['answered', 'declined']),
      ],
      { act: 'ask-status', closes: true },
    ),
    event(
      'queried',
      [plain('reference', 'required', 60), choice('answer', 'required', ['record-found', 'nothing-found'])],
      {
        act: 'query-immigration-database',
        closes: true,
      },
    ),
  ],
} as const satisfies MatterRule;

const DOCUMENTS = ['passport', 'visa', 'resident-card', 'travel-document', 'consular-id', 'other-foreign-id'] as const;
export const DOCUMENT = {
  kind: 'document',
  cite: '1(c)',
  subjects: ANYBODY,
  subjectMayBeUnknown: false,
  events: [
    event(
      'requested',
      [choice('document', 'required', DOCUMENTS), choice('shown', 'required', ['shown', 'not-shown', 'declined'])],
      { act: 'request-travel-document', closes: true },
    ),
    event('offered', [choice('document', 'required', DOCUMENTS), LAST_FOUR], {
      closes: true,
    }),
  ],
} as const satisfies MatterRule;
