// Words of who signs in, and of what a role does not do.
import { triesLeft } from './tries-left.ts';
import { param, say, type SomeWords } from './words.ts';

/** Why a passphrase is easy to guess. */
const WEAK_BECAUSE: Readonly<Record<string, readonly [text: string, next: string]>> = {
  short: ['This passphrase is short.', 'Choose one of at least 12 letters.'],
  common: ['This passphrase is made of words that are tried first.', 'Choose words that nobody would expect.'],
  listed: [
    'This passphrase is one or two of the words that are tried first, with figures or signs around them.',
    'Choose three or four words that do not belong together.',
  ],
  'own-words': ['This passphrase is made of your name or the station’s.', 'Choose words that nobody would expect.'],
  repeats: ['This passphrase repeats a few letters.', 'Choose several different words.'],
  same: ['This is the passphrase that you have.', 'Choose another one.'],
};

/** What roles alone do not settle. */
const BEYOND_ROLES: Readonly<Record<string, readonly [text: string, next: string]>> = {
  'chief-only': ['Only a chief adds or takes away a chief.', 'Ask the chief.'],
  'by-the-chief': ['The chief alone does this.', 'Ask the chief.'],
  'under-18': ['A copy about somebody under 18 leaves by the chief alone.', 'Ask the chief.'],
  'no-cosigner': ['A supervisor or the chief co-signs.', 'Ask one of them; your form stays as it is.'],
  'not-at-the-desk': ['A shift is taken over by an officer, a supervisor or the chief.', 'Ask one of them to sign.'],
  'own-papers': ['A sealed paper opens to whoever took it in or sealed it.', 'Ask your supervisor.'],
  'last-chief': ['This is the only chief here, so the way in stays.', 'Add another chief first.'],
};

/** What one person cannot do alone. */
const OTHER_PERSON: Readonly<Record<string, readonly [text: string, next: string]>> = {
  'own-way-in': ['Nobody takes the way in from themselves.', 'Ask somebody else who may.'],
  'own-factor': [
    'Nobody takes all of their own second factor away.',
    'Under My account, set up another key or a phone. Where all is lost, ask another chief or administrator.',
  ],
  'own-shift': ['Nobody takes over from themselves.', 'Ask whoever takes over to sign.'],
};

export const PERSON_WORDS = {
  'not-signed-in': {
    text: say('Nobody is signed in.'),
    next: say('Sign in; the text on this screen stays.'),
    cite: null,
  },
  locked: { text: say('The screen is locked.'), next: say('Unlock it, then try again.'), cite: null },
  'role-not-allowed': {
    text: (refusal) => BEYOND_ROLES[param(refusal, 'why')]?.[0] ?? 'Your role does not do this.',
    next: (refusal) => BEYOND_ROLES[param(refusal, 'why')]?.[1] ?? 'Ask your supervisor.',
    cite: null,
  },
  'wrong-passphrase': {
    text: (refusal) => `Name and passphrase do not go together.${triesLeft(refusal)}`,
    next: say('Type both again.'),
    cite: null,
  },
  'away-too-long': {
    text: (refusal) =>
      `Nobody signed in by this name for more than ${param(refusal, 'days') || '90'} days, so it is closed.`,
    next: say('A chief or an administrator opens it again, under People.'),
    cite: null,
  },
  'too-many-tries': {
    text: say('This name is closed after five wrong tries.'),
    next: say(
      'Ask a chief or an administrator to release it, under People. Without either the recovery key helps: “sallyport recover”.',
    ),
    cite: null,
  },
  'weak-passphrase': {
    text: (refusal) => WEAK_BECAUSE[param(refusal, 'why')]?.[0] ?? 'This passphrase is easy to guess.',
    next: (refusal) => WEAK_BECAUSE[param(refusal, 'why')]?.[1] ?? 'Choose another one.',
    cite: null,
  },
  'same-person': {
    text: (refusal) => OTHER_PERSON[param(refusal, 'why')]?.[0] ?? 'One person cannot do both.',
    next: (refusal) => OTHER_PERSON[param(refusal, 'why')]?.[1] ?? 'Ask somebody else to co-sign.',
    cite: null,
  },
} as const satisfies SomeWords;
