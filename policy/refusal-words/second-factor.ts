// Words of second factors: codes of a phone, recovery codes, security keys.
import { triesLeft } from './tries-left.ts';
import { param, say, type SomeWords } from './words.ts';

type Words = Readonly<Record<string, readonly [text: string, next: string]>>;

/** What was wrong with a code or a touch. */
const WRONG: Words = {
  wrong: [
    'This is not the code of this moment.',
    'Type the newest one of your phone. Where it goes on like this, compare the clocks of phone and computer.',
  ],
  used: ['This code was used before.', 'Wait until your phone shows the next one, then type that.'],
  locked: ['The screen was locked since this was begun, so this phone is not set up.', 'Begin again.'],
  untouched: ['This touch does not prove that it is your key.', 'Touch your own key once more.'],
  'went-back': [
    'This key counted less than the last time, so another like it is about.',
    'It serves no more. Sign in by a recovery code, set up another key or a phone, then take this one away. Tell the chief.',
  ],
};

/** What is asked for, by what somebody has. */
const NEEDED: Words = {
  key: [
    'A touch of your security key is asked for.',
    'Press “Use your security key”, or type one of your recovery codes.',
  ],
  both: [
    'Your second factor is asked for.',
    'Press “Use your security key”, or type the code that your phone shows now or one of your recovery codes.',
  ],
  closed: [
    'Your security key serves no more: another like it is about.',
    'Type one of your recovery codes. Then, under My account, set up another key or a phone and take this one away.',
  ],
};

/** Why the window of the key ended without an answer. */
const UNTOUCHED: Words = {
  late: ['No security key was touched within a minute.', 'Put it in, then begin again.'],
  ended: ['The wait for the security key was ended.', 'Begin again when the key is at hand.'],
  locked: ['The window was locked while it waited for the security key.', 'Begin again when the key is at hand.'],
  twice: ['The security key is waited for already.', 'Touch it, or end that wait and begin again.'],
  again: ['Another wait for the security key took the place of this one.', 'Begin again once that one has ended.'],
  known: ['This security key is set up already.', 'Put in another one.'],
};

/** Why a new key is not taken. */
const NOT_TAKEN: Words = {
  many: ['You have five security keys, and more nobody has.', 'Take one away first.'],
  late: ['The security key was not set up within two minutes.', 'Begin again.'],
};

/** Why the lock asks for more than the passphrase. */
const WHY_BOTH: Readonly<Record<string, string>> = {
  long: 'Twelve hours have gone by since the last time.',
  codes: 'Recovery codes are on the screen behind this lock, and are not written down yet.',
};

export const SECOND_FACTOR_WORDS = {
  'wrong-code': {
    text: (refusal) => `${(WRONG[param(refusal, 'why')] ?? WRONG['wrong'])?.[0] ?? ''}${triesLeft(refusal)}`,
    next: (refusal) => (WRONG[param(refusal, 'why')] ?? WRONG['wrong'])?.[1] ?? '',
    cite: null,
  },
  'second-factor-needed': {
    text: (refusal) => {
      const asked = NEEDED[param(refusal, 'ways')]?.[0] ?? 'A code of your second factor is asked for.';
      return [asked, WHY_BOTH[param(refusal, 'why')]].filter((part) => part !== undefined).join(' ');
    },
    next: (refusal) =>
      NEEDED[param(refusal, 'ways')]?.[1] ??
      'Type the six digits that your phone shows now, or one of your recovery codes.',
    cite: null,
  },
  'second-factor-first': {
    text: say('Everybody has a second factor at this station, and you have none yet.'),
    next: say('Set it up first; it takes a minute.'),
    cite: null,
  },
  'key-not-touched': {
    text: (refusal) => UNTOUCHED[param(refusal, 'why')]?.[0] ?? 'The security key did not answer.',
    next: (refusal) => UNTOUCHED[param(refusal, 'why')]?.[1] ?? 'Take it out, put it in again and begin again.',
    cite: null,
  },
  'key-not-taken': {
    text: (refusal) => NOT_TAKEN[param(refusal, 'why')]?.[0] ?? 'This security key cannot be used here.',
    next: (refusal) =>
      NOT_TAKEN[param(refusal, 'why')]?.[1] ??
      'Use one that you hold in your hand and that signs by ES256 (FIDO2, U2F).',
    cite: null,
  },
  'last-factor': {
    text: say('This is the only second factor that you have, so it stays.'),
    next: say('Set up another first. Where it is lost, a chief or an administrator takes it away, under People.'),
    cite: null,
  },
} as const satisfies SomeWords;
