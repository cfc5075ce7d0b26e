/** The window in which a security key is touched. */
export const touch = {
  make: {
    title: 'Set up a security key',
    text: 'Put the key in, and touch it when it blinks. Your computer may ask first.',
  },
  touch: {
    title: 'Touch your security key',
    text: 'Put the key in, and touch it when it blinks.',
  },
  ends: 'This window waits for a minute. Escape ends it.',
  cancel: 'Cancel',
} as const;
