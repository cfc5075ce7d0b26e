// Words of what tells status, or hints at it.
import type { Refusal } from '../refusal.ts';
import { param, placeOf, say, type SomeWords } from './words.ts';

const TELLS: Readonly<Record<string, string>> = {
  'status-statement': 'tells immigration status',
  identifier: 'holds a number that is given to foreign nationals',
  form: 'names an immigration form',
  document: 'names a passport, a visa or an immigration card',
  removal: 'speaks of removal from the country',
  'immigration-offense': 'names an offense of immigration law',
  sentence: 'tells immigration status as a whole',
  agency: 'names an immigration agency',
  detainer: 'speaks of an immigration hold',
  code: 'holds a code that tells immigration status',
};

function tells(refusal: Refusal): string {
  return TELLS[refusal.category ?? ''] ?? 'tells immigration status';
}

/** Why a station cannot let words through. */
const NOT_TAUGHT_BECAUSE: Readonly<Record<string, string>> = {
  shape: 'A number or a form of an agency is never let through.',
  sure: 'These words tell immigration status wherever they stand.',
  long: 'This sentence is too long to be let through as it stands.',
  alone: 'What these words mean hangs on the words beside them.',
  more: 'This place stays refused even without these words.',
  kind: 'Nothing is let through in this field.',
  passes: 'Nothing is refused here.',
};

export const STATUS_WORDS = {
  'protected-field': {
    text: (refusal) =>
      `“${param(refusal, 'name') || placeOf(refusal)}” is a field that tells or hints at immigration status, so it is not kept.`,
    next: say('Leave it out; everything else stays.'),
    cite: '1(b)',
  },
  'unknown-field': {
    text: (refusal) =>
      `“${param(refusal, 'name') || placeOf(refusal)}” is not a field of a booking, so it is not kept.`,
    next: say('Leave it out, or ask the chief to have the field approved.'),
    cite: null,
  },
  'status-in-text': {
    text: (refusal) => `${placeOf(refusal)} ${tells(refusal)}, so it is not saved.`,
    next: say('Take the marked words out; everything else you typed stays.'),
    cite: '1(b)',
  },
  'status-in-code': {
    text: (refusal) => `${placeOf(refusal)} ${tells(refusal)}, so it is not saved.`,
    next: say('Choose another value, or leave it empty.'),
    cite: '1(b)',
  },
  'not-to-be-taught': {
    text: (refusal) => NOT_TAUGHT_BECAUSE[param(refusal, 'why')] ?? 'These words cannot be let through.',
    next: say('Take them out, or say it in other words.'),
    cite: '1(b)',
  },
} as const satisfies SomeWords;
