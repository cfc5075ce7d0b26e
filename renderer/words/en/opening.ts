/** Why somebody opens what is sealed. */
export const opening = {
  why: 'Why do you open this?',
  hint: 'It goes on the log with your name and the time.',
  missing: 'Say in a few words why you open it.',
  action: 'Open it',
} as const;
