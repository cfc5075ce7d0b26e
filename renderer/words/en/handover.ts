import type { Handed } from '../../../contract/handover.ts';

/** One shift hands over to the next. */
export const handover = {
  title: 'Hand over the shift',
  note: 'what the next shift must know, signed by both',
  link: 'Hand over',
  groups: {
    inCustody: 'In custody',
    clocks: 'Clocks that run',
    unfinished: 'Opened life first, facts still missing',
    due: 'Other duties',
    drafts: 'Unfinished bookings',
    waiting: 'Requests, help and detentions that are open',
    keptApart: 'Imported rows that were refused',
  } satisfies Record<Handed, string>,
  empty: 'Nothing here',
  nothing: 'Nothing is open.',
  release: (moment: string) => `release eligible ${moment}`,
  by: (moment: string) => `by ${moment}`,
  late: 'late',
  sign: 'Both sign',
  from: (name: string) => `${name} hands over. Whoever takes over signs here:`,
  told: 'What else the next shift must know',
  toldHint: 'Numbers say whom; names are better left out.',
  name: 'Sign-in name',
  passphrase: 'Passphrase',
  action: 'Sign the handover',
  changed: 'The list changed after it was shown, so nothing is signed yet. Look at it as it is now, then sign.',
  since: (fresh: number, gone: number) =>
    [
      fresh === 0 ? '' : `${String(fresh)} ${fresh === 1 ? 'line is' : 'lines are'} new and marked.`,
      gone === 0 ? '' : `${String(gone)} ${gone === 1 ? 'line is' : 'lines are'} gone and struck through.`,
    ]
      .join(' ')
      .trim(),
  fresh: 'New: ',
  gone: 'Gone: ',
  before: 'Earlier handovers',
  beforeNone: 'None yet.',
  withheld: 'Its note is withheld.',
  line: (from: string, to: string) => `${from} to ${to}`,
  entry: (entry: string) => `entry ${entry}`,
  sheet: 'Handover of the shift',
  both: (from: string, to: string) => `${from} handed over to ${to}. Both signed.`,
  said: 'Said besides',
  back: 'Back to the desk',
} as const;
