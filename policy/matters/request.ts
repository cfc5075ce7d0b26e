// A request received: policy 3(a), 3(b); requirements M12, M31, S3.
import { CHANNELS } from '../notification.ts';
import { ASKS } from './asks.ts';
import { FORMS } from './forms.ts';
import { ANYBODY, choice, choices, contact, event, LANGUAGES, named, plain, SCAN } from './boxes.ts';
import type { MatterRule } from './matter.ts';
import { TRIAGED } from './triage.ts';

/** Clauses under which something is not done; what is granted rests on the ground of its answer. */
const DECLINING_CLAUSES = ['policy', '1b', '1c', '2', '3b', '3c'] as const;

export const REQUEST = {
  kind: 'request',
  cite: '3(a)',
  subjects: ANYBODY,
  subjectMayBeUnknown: true,
  events: [
    event('received', [
      choice('channel', 'required', [...CHANNELS, 'ncic']),
      contact('agency', 'required', 120),
      contact('official', 'optional', 120),
      contact('asked', 'required', 1_000),
      choices('asks', 'optional', ASKS),
      choice('form', 'optional', FORMS),
      SCAN,
    ]),
    event('card', [
      choice('signedBy', 'required', ['judge', 'magistrate', 'clerk', 'agency-official', 'nobody']),
      plain('court', 'optional', 120),
      plain('judge', 'optional', 120),
      plain('docket', 'optional', 60),
    ]),
    TRIAGED,
    event('replied', [contact('answer', 'required', 1_000)], {
      act: 'reply-request',
    }),
    event('decided', [
      choice('decision', 'required', ['granted', 'partial', 'declined', 'none']),
      choice('clause', 'optional', DECLINING_CLAUSES),
      contact('reason', 'optional', 1_000),
    ]),
    event('copy', [
      choice('language', 'required', LANGUAGES),
      choice('how', 'required', ['handed-over', 'read-aloud', 'mailed', 'to-attorney', 'not-reached']),
    ]),
    named(ANYBODY),
    event('closed', [], { closes: true }),
  ],
} as const satisfies MatterRule;
