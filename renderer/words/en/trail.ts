import type { TrailSign } from '../../../contract/trail.ts';

/** What was done here, for review; and what somebody did themselves. */
export const trail = {
  title: 'Audit trail',
  note: 'what was done since the last review: when, by whom, and never about whom',
  overdue: (days: number) => `No review for ${String(days)} days. The trail is looked through every week.`,
  fresh: (days: number) => (days === 0 ? 'Reviewed today, or begun today.' : `Days without a review: ${String(days)}.`),
  first: 'Look at this first',
  last: 'Last time',
  calledSo: 'a name that nobody has',
  times: (number: number) => `${String(number)} times`,
  signs: {
    'left-at-factor': {
      seen: 'Right passphrase, and no second factor within five minutes',
      next: 'Ask whether it was they. If not, somebody else knows the passphrase: they change it under My account.',
    },
    'key-counted-back': {
      seen: 'A double of their security key was used, or the key itself after it',
      next: 'Neither lets anybody in any more. Ask where the key was; they set up another one under My account.',
    },
    closed: {
      seen: 'Name closed after wrong tries',
      next: 'Ask whether it was they. If not, somebody tries passphrases here: look at when and who was on duty.',
    },
  } satisfies Record<TrailSign['sign'], { readonly seen: string; readonly next: string }>,
  counts: 'How often',
  what: 'What',
  number: 'Times',
  lines: 'Newest first',
  when: 'When',
  who: 'Who',
  entry: 'Entry',
  nobody: 'nobody signed in',
  notKnown: 'not known',
  nothing: 'Nothing was done since.',
  review: 'Review',
  remark: 'What you found, where you found something',
  sign: 'Put my name to this review',
  signed: 'Your name stands under this review.',
  upto: (entry: number) => `up to entry ${String(entry)}`,
  mine: 'What you did',
  why: (said: string) => `Why: ${said}`,
  alarm: 'Not on record',
} as const;
