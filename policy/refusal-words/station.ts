// Words of a station's folder, keys and log.
import type { Refusal } from '../refusal.ts';
import { param, say, type SomeWords } from './words.ts';

const WAY_BACK = 'Use the recovery key and the recovery files: the command is “sallyport recover”.';

/** What is wrong with a log that is refused, by the name of the fault. */
const LOG_FAULTS: Readonly<Record<string, (refusal: Refusal) => string>> = {
  'tail-cut': (refusal) =>
    `The end of the log is cut: of ${param(refusal, 'known')} entries, the last ${param(refusal, 'missing')} are missing.`,
  'entry-unproved': () => 'Somebody put entries at the end of the log that were not made here.',
  'history-rewritten': () => 'The log holds other entries than those that were signed.',
  'other-log': () => 'The signed head beside the records is of another log.',
  'head-missing': () => 'The signed head beside the records (log-head.txt) is missing.',
  'head-forged': () => 'The head beside the records (log-head.txt) was not signed by this station.',
  'tree-edited': () => 'Somebody changed what is kept of the log to prove it.',
};

/** Why a head from paper is not one of the log of today. */
const PAPER_HEADS: Readonly<Record<string, (refusal: Refusal) => string>> = {
  unreadable: () => 'This is no signed head of a log.',
  forged: () => 'This station did not sign this head.',
  'other-log': () => 'This head is of another log than those kept here.',
  longer: (refusal) =>
    `The head counts ${param(refusal, 'size')} entries, and the log of today has ${param(refusal, 'known')}: its end was cut.`,
  rewritten: (refusal) =>
    `The first ${param(refusal, 'size')} entries of today are not those that were signed: the log was rewritten.`,
};

export const STATION_WORDS = {
  'station-exists': {
    text: say('A station stands in this folder already.'),
    next: say('Open it, or choose an empty folder.'),
    cite: null,
  },
  'station-in-use': {
    text: say('Another window or command has this station open.'),
    next: say('Close it there, then try again.'),
    cite: null,
  },
  'wrong-recovery-key': {
    text: (refusal) =>
      param(refusal, 'group') === ''
        ? 'This is not the recovery key.'
        : `This is not the recovery key: there is a slip in group ${param(refusal, 'group')}.`,
    next: say('Check each group against your paper.'),
    cite: null,
  },
  'wrong-key': {
    text: say('This key does not open the records.'),
    next: say(WAY_BACK),
    cite: null,
  },
  'no-station': {
    text: (refusal) => `There is no station in ${param(refusal, 'folder')}.`,
    next: say('Name its folder with --data, or set it up in the window first.'),
    cite: null,
  },
  'missing-key': {
    text: say('The key of the records is not here.'),
    next: say(WAY_BACK),
    cite: null,
  },
  'newer-database': {
    text: say('The records were written by a newer Sallyport.'),
    next: say('Install that version here.'),
    cite: null,
  },
  'damaged-database': {
    text: (refusal) => `${param(refusal, 'what') || 'The records file is damaged'}; nothing was changed.`,
    next: (refusal) => param(refusal, 'next') || 'Bring back the last backup.',
    cite: null,
  },
  'log-refused': {
    text: (refusal) => LOG_FAULTS[param(refusal, 'why')]?.(refusal) ?? 'The log is not the one that was signed.',
    next: say(
      'Run the check and bring back the newest backup. Where nothing can be brought back, the chief begins a new log.',
    ),
    cite: null,
  },
  'audit-not-written': {
    text: (refusal) =>
      param(refusal, 'why') === 'disk-full'
        ? 'What is done here cannot be put on record: the disk is full.'
        : 'What is done here cannot be put on record at the moment.',
    next: say('Bookings and duties can be read; all else waits. Make room, or call whoever looks after this computer.'),
    cite: null,
  },
  'head-not-contained': {
    text: (refusal) => PAPER_HEADS[param(refusal, 'why')]?.(refusal) ?? 'The log of today does not contain this head.',
    next: (refusal) =>
      param(refusal, 'why') === 'unreadable'
        ? 'Read the square once more, or paste the whole note, its first and last line included.'
        : 'Keep the paper. Let an auditor hold the newest backup against it.',
    cite: null,
  },
} as const satisfies SomeWords;
