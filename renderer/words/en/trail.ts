/** What was done here, for review; and what somebody did themselves. */
export const trail = {
  title: 'Audit trail',
  note: 'what was done since the last review: when, by whom, and never about whom',
  overdue: (days: number) => `The last review lies ${String(days)} days back. The trail is looked through every week.`,
  fresh: (days: number) =>
    days === 0 ? 'Reviewed today, or begun today.' : `Days since the last review: ${String(days)}.`,
  counts: 'How often',
  what: 'What',
  number: 'Times',
  lines: 'Newest first',
  when: 'When',
  who: 'Who',
  entry: 'Entry',
  nobody: 'nobody signed in',
  nothing: 'Nothing was done since.',
  review: 'Review',
  remark: 'What you found, where you found something',
  sign: 'Put my name to this review',
  signed: 'Your name stands under this review.',
  upto: (entry: number) => `up to entry ${String(entry)}`,
  mine: 'What you did',
  alarm: 'Not on record',
} as const;
