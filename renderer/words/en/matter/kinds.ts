import type { MatterKind } from '../../../../policy/matters/matter.ts';
import type { MatterEventName } from '../../../../policy/matters/matter-rules.ts';

export const kinds = {
  request: 'Request received',
  inquiry: 'Question about status',
  document: 'Travel document',
  assistance: 'Assistance to an operation',
  presence: 'Presence without taking part',
  detention: 'Detention',
  participation: 'Taking part in an investigation',
  dissemination: 'Criminal history sent',
  consular: 'Consular notice',
  notice: 'Notice about somebody not booked',
} as const satisfies Record<MatterKind, string>;

export const events = {
  request: {
    received: 'Request received',
    card: 'Civil or criminal looked at',
    triaged: 'Priority looked at',
    replied: 'Reply given',
    decided: 'Decided',
    copy: 'Copy for the person',
    named: 'Person named',
    closed: 'Closed',
  },
  inquiry: { asked: 'Asked', queried: 'Database asked' },
  document: { requested: 'Document asked for', offered: 'Document offered, not asked for' },
  assistance: {
    begun: 'Help begun',
    arrived: 'Units on the scene',
    facts: 'Facts told',
    'wms-check': 'Warrant checked again',
    confirmed: 'Written confirmation came',
    cleared: 'Units cleared',
    named: 'Person named',
    closed: 'Closed',
  },
  presence: { begun: 'Presence begun', named: 'Person named', ended: 'Presence ended' },
  detention: {
    begun: 'Detention begun',
    basis: 'Basis told',
    'release-eligible': 'Release time set',
    'wms-check': 'Warrant checked',
    ended: 'Detention ended',
  },
  participation: { begun: 'Part begun', ended: 'Part ended' },
  dissemination: { sent: 'Criminal history sent' },
  consular: {
    told: 'Right told',
    wish: 'Wish recorded',
    sent: 'Consulate told',
    closed: 'Closed',
  },
  notice: { notified: 'Notice given', answered: 'Answer given', 'not-notified': 'No notice made' },
} as const satisfies { readonly [K in MatterKind]: Record<MatterEventName<K>, string> };

/** What a button for the next event says. */
export const next = {
  request: {
    received: 'Record a request',
    card: 'Civil or criminal?',
    triaged: 'Look at the priority',
    replied: 'Reply',
    decided: 'Decide',
    copy: 'Copy was given',
    named: 'Name the person',
    closed: 'Close it',
  },
  inquiry: { asked: 'Record the question', queried: 'Record the query' },
  document: { requested: 'Record what was asked for', offered: 'Record what was offered' },
  assistance: {
    begun: 'Begin',
    arrived: 'On the scene',
    facts: 'Tell the facts',
    'wms-check': 'Check the warrant again',
    confirmed: 'Written confirmation',
    cleared: 'Units cleared',
    named: 'Name the person',
    closed: 'Close it',
  },
  presence: { begun: 'Record presence', named: 'Name the person', ended: 'It ended' },
  detention: {
    begun: 'Begin',
    basis: 'Tell the basis',
    'release-eligible': 'Set the release time',
    'wms-check': 'Check the warrant',
    ended: 'It ended',
  },
  participation: { begun: 'Begin', ended: 'It ended' },
  dissemination: { sent: 'Record what was sent' },
  consular: {
    told: 'Record that it was told',
    wish: 'Record the wish',
    sent: 'Record the sending',
    closed: 'Close it',
  },
  notice: { notified: 'Record the notice', answered: 'Record the answer', 'not-notified': 'Record no notice' },
} as const satisfies { readonly [K in MatterKind]: Record<MatterEventName<K>, string> };

/** Above the form that begins one. */
export const openTitle = {
  request: 'A request came in',
  inquiry: 'A question about status',
  document: 'A travel document',
  assistance: 'Assistance',
  presence: 'Presence without taking part',
  detention: 'A detention',
  participation: 'Taking part',
  dissemination: 'Criminal history is sent',
  consular: 'Consular notice',
  notice: 'A notice about somebody not booked',
} as const satisfies Record<MatterKind, string>;
