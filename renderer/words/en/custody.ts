/** What happens between arrest and release. */
export const custody = {
  timeline: 'Timeline',
  events: {
    opened: 'Booking opened',
    saved: 'Booking saved',
    corrected: 'Booking corrected',
    arrested: 'Arrested',
    'in-custody': 'In custody',
    'cell-changed': 'Cell changed',
    'rights-read': 'Miranda',
    'phone-call': 'Phone call',
    'consular-notice': 'Consular notice',
    'prints-sent': 'Prints sent by live-scan',
    'bail-set': 'Bail set',
    'release-eligible': 'Release eligible',
    released: 'Released',
  },
  eventDetail: {
    'in-custody': 'Cell',
    'cell-changed': 'New cell',
    'rights-read': 'By whom',
    'phone-call': 'Reached or not',
    'consular-notice': 'In which language',
    'prints-sent': 'Live-scan number',
    'bail-set': 'Amount and kind',
    'release-eligible': 'Why',
    released: 'To whom',
  },
  eventWith: (kind: string, detail: string) => {
    if (kind === 'in-custody') return `In custody, cell ${detail.replace(/^cell /i, '')}`;
    if (kind === 'cell-changed') return `Moved to cell ${detail.replace(/^cell /i, '')}`;
    if (kind === 'bail-set') return `Bail set: ${detail}`;
    if (kind === 'released') return `Released to ${detail.replace(/^to /i, '')}`;
    const names: Readonly<Record<string, string>> = {
      'rights-read': 'Miranda',
      'phone-call': 'Phone call',
      'consular-notice': 'Consular notice',
      'prints-sent': 'Prints sent by live-scan',
      'release-eligible': 'Release eligible',
    };
    return `${names[kind] ?? kind}: ${detail}`;
  },
  bailNotSet: 'Bail: not set',
  rights: 'Rights told to everyone',
  rightsConsular: 'Consular notice, the same words for everyone',
  record: 'Record',
  told: 'Told',
  notTold: 'Not told yet',
  recordLabel: (what: string) => `Record: ${what}`,
  /** Beside the button of an entry that was closed with something typed in it. */
  typedOnly: 'typed, not recorded',
  recordTyped: (what: string) => `Record: ${what}, typed, not recorded`,
  title: 'Custody and release',
  event: 'What happened',
  eventTime: 'When',
  readOut: 'Read the words',
} as const;
