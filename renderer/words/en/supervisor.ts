import type { Supervised } from '../../../policy/supervision.ts';

/** The page of whoever looks after the others. */
export const supervisor = {
  title: 'Supervisor',
  note: 'what is open, overdue or entered late',
  headings: {
    held: 'Held past release',
    clocks: 'Clocks that run',
    unfinished: 'Begun life first, unfinished after two hours',
    confirmations: 'Written confirmations overdue',
    reviews: 'Exceptions not reviewed yet',
  } satisfies Record<Supervised, string>,
  notes: {
    held: 'No criminal basis is on record: 3(c).',
    clocks: 'Each ends on its record.',
    unfinished: '3(b)(i) opens with no facts; they are due two hours later.',
    confirmations: 'An oral request is confirmed in writing within a day.',
    reviews: 'The chief reviews every use of the second exception on the next business day.',
  } satisfies Record<Supervised, string>,
  what: 'What',
  about: 'About',
  since: 'Since',
  due: 'Due',
  action: 'Open it',
  review: 'Review',
  reviewTitle: (about: string) => `Review of ${about}`,
  record: 'Record the review',
  reviewed: 'The review is on record.',
  late: 'Late entries of the last seven days',
  lateNote: 'Entered an hour or more after it happened.',
  happened: 'Happened',
  entered: 'Entered',
  enteredLater: (later: string, by: string) => `${later} later, by ${by}`,
  notice: 'Contact',
  clear: 'Nothing here',
} as const;
