// Words of files, disks and of the program itself.
import { param, say, type SomeWords } from './words.ts';

export const MACHINE_WORDS = {
  'disk-full': {
    text: (refusal) => {
      const own = param(refusal, 'own') !== '';
      if (param(refusal, 'needed') === '')
        return own
          ? 'The disk of this computer is full, so no backup was put together. Older ones stay.'
          : 'The disk is full, so nothing was saved.';
      const where = own ? ' on this computer, where a backup is put together' : '';
      return `There is not enough room${where}: ${param(refusal, 'needed')} MB are needed and ${param(refusal, 'free')} MB are free.`;
    },
    next: say('Make room, then try again.'),
    cite: null,
  },
  'unreadable-file': {
    text: (refusal) =>
      `The file ${param(refusal, 'file')} cannot be ${param(refusal, 'cannot') || 'read'}. ${param(refusal, 'what')}`
        .replace('  ', ' ')
        .trimEnd(),
    next: (refusal) => param(refusal, 'next') || 'Choose another one.',
    cite: null,
  },
  'wrong-profile': {
    text: (refusal) =>
      (param(refusal, 'line') === ''
        ? `This profile cannot be used. ${param(refusal, 'what')}`
        : `This profile cannot be used: see line ${param(refusal, 'line')}. ${param(refusal, 'what')}`
      ).trimEnd(),
    next: (refusal) => param(refusal, 'next') || 'Correct the profile, then start the import again.',
    cite: null,
  },
  'unknown-call': {
    text: say('This window asked for something the station does not know.'),
    next: say('Start Sallyport again.'),
    cite: null,
  },
  fault: {
    text: (refusal) =>
      param(refusal, 'incident') === ''
        ? 'Something went wrong inside Sallyport.'
        : `Something went wrong inside Sallyport. Incident ${param(refusal, 'incident')}.`,
    next: say('Try again; if it stays, give the incident number to your administrator.'),
    cite: null,
  },
} as const satisfies SomeWords;
