import type { AccountChange } from '../../../contract/account-review.ts';

/** The yearly review of accounts. */
export const review = {
  title: 'Review of accounts',
  note: 'everybody who may or might sign in, and what changed since the last review',
  card: 'Yearly review',
  open: 'Look through the accounts',
  overdue: (days: number) => `No review for ${String(days)} days. Accounts are looked through every year.`,
  fresh: (days: number) => (days === 0 ? 'Reviewed today, or begun today.' : `Days without a review: ${String(days)}.`),
  since: 'Here since',
  seen: 'Last in',
  changed: 'What changed',
  unchanged: 'nothing',
  changes: {
    added: 'added',
    'passphrase-changed': 'passphrase changed',
    deactivated: 'taken off',
    released: 'let in again after wrong tries',
    enabled: 'let in again after an absence',
    'factor-set': 'second factor set up',
    'factor-removed': 'second factor taken away',
  } satisfies Record<AccountChange, string>,
  change: (what: string, moment: string) => `${what}, ${moment}`,
  ask: 'Does each of them still work here, and does the role fit what they do? Take off who left, first.',
  remark: 'What you found, where you found something',
  sign: 'Put my name to this review',
  signed: 'Your name stands under this review.',
  byTheChief: 'The chief signs this.',
  before: 'Earlier reviews',
  none: 'None yet.',
  counted: (accounts: number, active: number) => `accounts: ${String(accounts)}, may sign in: ${String(active)}`,
  back: 'Back to People',
  due: {
    accounts: 'Yearly review of accounts',
    trail: 'Weekly review of the audit trail',
    drill: 'Yearly drill: a change of the signing key',
  },
} as const;
