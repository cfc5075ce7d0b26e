// Criminal history that leaves (CJIS CA-3, requirements S9), the consular notice to everyone arrested (S4), and a notice
// about somebody who is not booked (policy 2(c), 2(d), 2(e), exception 2; requirements 1.5).
import { ARRESTEE_OR_SUSPECT, choice, choices, contact, event, LANGUAGES, plain, SCAN, sealedChoice } from './boxes.ts';
import type { MatterRule } from './matter.ts';

export const DISSEMINATION = {
  kind: 'dissemination',
  cite: 'CJIS CA-3',
  subjects: ARRESTEE_OR_SUSPECT,
  subjectMayBeUnknown: false,
  events: [
    event(
      'sent',
      [
        contact('recipient', 'required', 120),
        contact('agency', 'required', 120),
        contact('validatedHow', 'required'),
        choices('what', 'required', ['board-of-probation', 'iii', 'certified-docket', 'own-record']),
        contact('purpose', 'required', 1_000),
      ],
      { closes: true, ends: ['chri-log'] },
    ),
  ],
} as const satisfies MatterRule;

export const CONSULAR = {
  kind: 'consular',
  cite: 'VCCR art. 36',
  subjects: ['arrestee'],
  subjectMayBeUnknown: false,
  events: [
    event('told', [
      choice('language', 'required', LANGUAGES),
      choice('how', 'required', ['read-aloud', 'handed-over']),
    ]),
    event('wish', [sealedChoice('wish', 'required', ['tell-consulate', 'do-not-tell', 'no-answer']), SCAN]),
    event('sent', [choice('channel', 'required', ['fax', 'email', 'phone']), plain('proof', 'required', 120), SCAN]),
    event('closed', [], { closes: true }),
  ],
} as const satisfies MatterRule;

/** Which grounds open without an arrest the pack says; whoever is booked has a determination instead. */
export const NOTICE = {
  kind: 'notice',
  cite: '2',
  subjects: ARRESTEE_OR_SUSPECT,
  subjectMayBeUnknown: false,
  onTheLog: true,
  events: [
    event('notified', [], { act: 'notify-ice', closes: true }),
    event('answered', [], { act: 'reply-request', closes: true }),
    event('not-notified', [], { closes: true }),
  ],
} as const satisfies MatterRule;
