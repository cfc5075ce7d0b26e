// The course of each kind of matter, as data: which events it knows, what each asks for, which act needs the policy's
// word first, and which duties an event ends. Policy 1(b), 1(c), 2, 3(a) to 3(c); domain features M10 to M13, M31, S4, S9.
import type { SubjectRole } from '../decision.ts';
import { CHANNELS } from '../notification.ts';
import { FORMS } from './forms.ts';
import type { MatterEventRule, MatterField, MatterKind, MatterRule } from './matter.ts';

const ANYBODY: readonly SubjectRole[] = ['arrestee', 'suspect', 'victim', 'witness', 'reporting-party', 'visitor'];

type Told = 'required' | 'optional';
const contact = (name: string, told: Told, most = 400): MatterField => ({
  name,
  type: 'text',
  about: 'contact',
  most,
  required: told === 'required',
});
const plain = (name: string, told: Told, most = 400): MatterField => ({
  name,
  type: 'text',
  about: 'plain',
  most,
  required: told === 'required',
});
const choice = (name: string, told: Told, options: readonly string[]): MatterField => ({
  name,
  type: 'choice',
  options,
  required: told === 'required',
});
const choices = (name: string, told: Told, options: readonly string[]): MatterField => ({
  name,
  type: 'choices',
  options,
  required: told === 'required',
});
const flag = (name: string, told: Told): MatterField => ({ name, type: 'flag', required: told === 'required' });
const time = (name: string, told: Told, ahead = false): MatterField => ({
  name,
  type: 'time',
  ahead,
  required: told === 'required',
});
const scan: MatterField = { name: 'scan', type: 'scan', required: false };

interface Course {
  readonly act?: MatterEventRule['act'];
  readonly closes?: boolean;
  readonly ends?: readonly string[];
}
const event = (kind: string, fields: readonly MatterField[], course: Course = {}): MatterEventRule => ({
  kind,
  fields,
  act: course.act ?? null,
  closes: course.closes ?? false,
  ends: course.ends ?? [],
});

const REQUEST: MatterRule = {
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
      choice('form', 'optional', FORMS),
      scan,
    ]),
    event('card', [
      choice('signedBy', 'required', ['judge', 'magistrate', 'clerk', 'agency-official', 'nobody']),
      plain('court', 'optional', 120),
      plain('judge', 'optional', 120),
      plain('docket', 'optional', 60),
    ]),
    event('triaged', [
      choice('priority', 'required', ['1a', '1b', '1c', '1d', '1e', '2a', '2b', 'none-claimed', 'none-shown']),
      choices('missing', 'optional', [
        'statute',
        'conviction',
        'court-class',
        'incidents',
        'sentence',
        'time-to-serve',
        'element-check',
      ]),
    ]),
    event('replied', [contact('answer', 'required', 1_000)], { act: 'reply-request' }),
    event('decided', [
      choice('decision', 'required', ['granted', 'partial', 'declined', 'none']),
      contact('reason', 'optional', 1_000),
    ]),
    event('copy', [
      choice('language', 'required', ['en', 'es', 'pt', 'other']),
      choice('how', 'required', ['handed-over', 'read-aloud', 'mailed', 'to-attorney', 'not-reached']),
    ]),
    event('closed', [], { closes: true }),
  ],
};

const INQUIRY: MatterRule = {
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
};

const DOCUMENTS = ['passport', 'visa', 'resident-card', 'travel-document', 'consular-id', 'other-foreign-id'];
const DOCUMENT: MatterRule = {
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
    event(
      'offered',
      [choice('document', 'required', DOCUMENTS), { name: 'lastFour', type: 'last-four', required: false }],
      { closes: true },
    ),
  ],
};

const WMS_STATUS = ['active', 'recalled', 'served'];
const ASSISTANCE: MatterRule = {
  kind: 'assistance',
  cite: '3(b)',
  subjects: ['arrestee', 'suspect'],
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
    event('confirmed', [contact('reference', 'required', 120), scan], { ends: ['written-confirmation'] }),
    event('cleared', [plain('note', 'optional')], { ends: ['cleared'] }),
    event('closed', [], { closes: true }),
  ],
};

const PRESENCE: MatterRule = {
  kind: 'presence',
  cite: '3(b)',
  subjects: ['arrestee', 'suspect'],
  subjectMayBeUnknown: true,
  events: [
    event('begun', [
      contact('agency', 'required', 120),
      contact('why', 'required', 1_000),
      flag('identityVerified', 'required'),
    ]),
    event('ended', [plain('note', 'optional')], { closes: true }),
  ],
};

const DETENTION: MatterRule = {
  kind: 'detention',
  cite: '3(c)',
  subjects: ['arrestee', 'suspect'],
  subjectMayBeUnknown: false,
  events: [
    event('begun', [time('releaseEligibleAt', 'optional', true)], { act: 'detain' }),
    event('basis', [], { act: 'detain', ends: ['held-past-release'] }),
    event('release-eligible', [time('releaseEligibleAt', 'required', true)]),
    event('wms-check', [plain('query', 'required', 60), choice('status', 'required', WMS_STATUS)]),
    event('ended', [choice('how', 'required', ['released', 'to-court', 'to-jail', 'to-other-agency'])], {
      closes: true,
      ends: ['held-past-release'],
    }),
  ],
};

const PARTICIPATION: MatterRule = {
  kind: 'participation',
  cite: '2',
  subjects: ['arrestee', 'suspect'],
  subjectMayBeUnknown: false,
  events: [
    event('begun', [contact('agency', 'required', 120), contact('what', 'required', 1_000)], {
      act: 'participate-investigation',
    }),
    event('ended', [plain('note', 'optional')], { closes: true }),
  ],
};

const DISSEMINATION: MatterRule = {
  kind: 'dissemination',
  cite: 'CJIS CA-3',
  subjects: ['arrestee', 'suspect'],
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
};

const CONSULAR: MatterRule = {
  kind: 'consular',
  cite: 'VCCR art. 36',
  subjects: ['arrestee'],
  subjectMayBeUnknown: false,
  events: [
    event('told', [
      choice('language', 'required', ['en', 'es', 'pt', 'other']),
      choice('how', 'required', ['read-aloud', 'handed-over']),
    ]),
    event('wish', [choice('wish', 'required', ['tell-consulate', 'do-not-tell', 'no-answer'])]),
    event('sent', [choice('channel', 'required', ['fax', 'email', 'phone']), plain('proof', 'required', 120), scan]),
    event('closed', [], { closes: true }),
  ],
};

export const MATTER_RULES: Readonly<Record<MatterKind, MatterRule>> = {
  request: REQUEST,
  inquiry: INQUIRY,
  document: DOCUMENT,
  assistance: ASSISTANCE,
  presence: PRESENCE,
  detention: DETENTION,
  participation: PARTICIPATION,
  dissemination: DISSEMINATION,
  consular: CONSULAR,
};

/** The rule of one event, or undefined where the kind of matter knows no such event. */
export function matterEventRule(kind: MatterKind, event: string): MatterEventRule | undefined {
  return MATTER_RULES[kind].events.find((rule) => rule.kind === event);
}
