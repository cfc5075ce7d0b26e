// What is kept beside a booking: its matters and the contacts about it.
import type { MatterKind } from '../../../policy/matters/matter.ts';
import type { NotificationDraft } from '../../../policy/notification.ts';

type Contact = Readonly<
  Record<NotificationDraft['direction'], Record<NotificationDraft['channel'], (agency: string) => string>>
>;

const contact: Contact = {
  in: {
    phone: (agency) => `${agency} called`,
    fax: (agency) => `${agency} sent a fax`,
    email: (agency) => `${agency} sent an e-mail`,
    'in-person': (agency) => `${agency} came here`,
    radio: (agency) => `${agency} called by radio`,
    letter: (agency) => `${agency} wrote`,
  },
  out: {
    phone: (agency) => `We called ${agency}`,
    fax: (agency) => `We sent a fax to ${agency}`,
    email: (agency) => `We sent an e-mail to ${agency}`,
    'in-person': (agency) => `We spoke with ${agency}`,
    radio: (agency) => `We called ${agency} by radio`,
    letter: (agency) => `We wrote to ${agency}`,
  },
};

/** Where an event's own word does not say of what it is. */
const events: Readonly<Partial<Record<MatterKind, Readonly<Record<string, string>>>>> = {
  request: {
    card: 'Request looked at: civil or criminal',
    triaged: 'Request looked at: priority',
    replied: 'Reply to the request given',
    decided: 'Request decided',
    closed: 'Request closed',
  },
  inquiry: { asked: 'Question about status asked', queried: 'Database asked about status' },
  assistance: { facts: 'Facts of the help told', closed: 'Help closed' },
  detention: { basis: 'Basis of the detention told' },
  consular: {
    told: 'Consular notice given',
    wish: 'Consular notice: wish recorded',
    closed: 'Consular notice closed',
  },
};

export const beside = {
  title: 'Beside this booking',
  none: 'Nothing is kept beside it yet.',
  number: 'Number',
  what: 'What',
  when: 'When',
  last: 'Last',
  contact,
  events,
  /** What happened, and with whom or with what outcome. */
  with: (what: string, more: string) => `${what}: ${more}`,
  record: 'Record for this booking',
  recordAsked: 'After the policy is asked',
  start: {
    consular: 'Consular notice',
    dissemination: 'Criminal history sent',
    presence: 'Presence at an operation',
    document: 'Document offered',
    detention: 'Detention',
    inquiry: 'Question about status',
  },
} as const;
