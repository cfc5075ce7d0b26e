import type { TaughtField, TaughtGrain } from '../../../policy/screen/taught.ts';

/** Why words are refused, and how a supervisor lets them through. */
export const teaching = {
  title: 'It is not about a person’s status',
  way: 'It is not about a person’s status: say why',
  waySupervisor: '— a supervisor confirms it here',
  never: {
    shape: 'A number, a form or a code is never let through.',
    sure: 'These words tell status wherever they stand, so nobody lets them through.',
    long: 'This sentence is too long to be let through as it stands.',
    alone: 'These words are not let through alone.',
    more: 'More is told here than these words.',
    kind: 'In this field nobody can let words through. Say it another way.',
    passes: 'Nothing is refused here.',
  },
  grains: {
    words: 'wherever these words stand in a sentence',
    whole: 'word for word, nothing shorter and nothing longer',
  } satisfies Record<TaughtGrain, string>,
  kinds: {
    narrative: 'narratives',
    property: 'property',
    remarks: 'remarks',
    medical: 'medical notes',
    address: 'addresses',
    alias: 'aliases',
    name: 'names',
    'charge-text': 'charges',
    agency: 'agencies and courts',
  } satisfies Record<TaughtField, string>,
  whatPasses: (phrase: string, grain: string, kind: string) =>
    `“${phrase}” will pass in ${kind} from now on, ${grain}. A supervisor can take it back at any time.`,
  note: 'Everything around stays screened. The words, both names and the reason go on record.',
  reason: 'Why does it tell nobody’s status?',
  reasonHint: 'Such as: the name of a shop, a game, a band.',
  reasonMissing: 'Say in a few words why.',
  reasonBlocked: 'The marked words tell immigration status. Say it without them.',
  confirms: 'A supervisor confirms',
  confirm: 'Confirm that it tells no status',
  confirmed: (by: string) => `${by} confirmed it. The text can be saved as it stands.`,
  why: {
    open: 'Why?',
    label: 'Why it is refused',
    clause: (clause: string) => `section ${clause} of the policy.`,
    by: {
      list: 'It stands in the list of wordings.',
      shape: 'It has the shape of a number, a form or a code of an agency, whatever stands around it.',
      sentence: 'No single wording tells it; the words of the sentence do together.',
    },
    disguised: 'It was read as it is meant: the letters are apart, replaced or misspelt.',
    needed: (words: string) => `What decided beside it: ${words}.`,
    for: (words: string) => `Of the rest of the sentence these words weigh most towards it: ${words}.`,
    against: (words: string) => `These weigh against it, and less: ${words}.`,
    otherwise: (words: string) => `Words that give it another meaning, such as ${words}, do not stand there.`,
  },
  cut: {
    lead: (when: string) => `Words that were let through before were taken back ${when}.`,
    boxes: (boxes: string) =>
      `What was kept of this form lost the sentences or entries with them. Look again at: ${boxes}.`,
    rest: 'Everything else is kept. This note goes once the booking is saved.',
  },
  book: {
    title: 'Words let through',
    note: 'Confirmed to tell nobody’s status. Each passes in one kind of text until it is taken back.',
    words: 'Words',
    grains: { words: 'anywhere in', whole: 'as a whole in' } satisfies Record<TaughtGrain, string>,
    who: 'Asked and confirmed',
    asked: (by: string, confirmed: string) => `${by}; ${confirmed} confirmed`,
    reason: (reason: string) => `“${reason}”`,
    uses: 'Used',
    usesOf: (week: number, all: number) => `${String(week)} this week, ${String(all)} in all`,
    action: 'Take back',
    revokeTitle: 'Take these words back',
    revokeNote: (phrase: string) =>
      `“${phrase}” is refused from now on. What was saved with it stays as it is and is listed here, so that somebody corrects it. Unfinished forms lose the sentences or entries with it; a name, an address or a charge goes as a whole.`,
    revokeReason: 'Why (may stay empty)',
    revoke: 'Take back',
    revoked: 'Taken back',
    revokedBy: (by: string, when: string) => `taken back ${when} by ${by}`,
    review: (count: number) =>
      count === 1
        ? 'One booking still holds it. Look at it:'
        : `${String(count)} bookings still hold it. Look at them:`,
    done: (drafts: number) =>
      drafts === 0
        ? 'The words were taken back. No unfinished form held them.'
        : drafts === 1
          ? 'The words were taken back. One unfinished form lost sentences or entries with them; it says so when it is opened.'
          : `The words were taken back. ${String(drafts)} unfinished forms lost sentences or entries with them; each says so when it is opened.`,
  },
} as const;
