import type { Refusal, RefusalCode } from '../../../policy/refusal.ts';

type Sentence = (refusal: Refusal, field: string) => string;

const param = (refusal: Refusal, name: string): string => String(refusal.params?.[name] ?? '');

function triesLeft(refusal: Refusal): string {
  const left = refusal.params?.['triesLeft'];
  if (typeof left !== 'number') return '';
  return left === 1 ? ' One try is left.' : ` ${String(left)} tries are left.`;
}

/** One sentence for each way in which Sallyport says no: what, and what next. `field` is the label on the form. */
export const refusals = {
  'protected-field': (_, field) => `${field} is not a field of a booking here: it would tell immigration status.`,
  'unknown-field': (_, field) => `${field} is not a field of a booking here.`,
  'status-in-text': (_, field) => `${field} tells immigration status, so it is not saved. Take the marked words out.`,
  'status-in-code': (_, field) => `${field} holds a code that tells immigration status. Choose another one.`,
  'missing-value': (_, field) => `${field} is empty. Fill it in.`,
  'wrong-value': (_, field) => `${field} cannot be read as it stands. Check it.`,
  'unknown-offense': (_, field) => `${field} is not in the list of offenses. Choose one from the list.`,
  'ground-not-open': () => 'No ground of the policy opens this. State the facts first.',
  'not-signed-in': () => 'Nobody is signed in. Sign in again; the text on this screen stays.',
  locked: () => 'The screen is locked. Unlock it and try again.',
  'role-not-allowed': () => 'Your role does not do this. Ask your supervisor.',
  'wrong-passphrase': (refusal) => `Name and passphrase do not go together.${triesLeft(refusal)}`,
  'too-many-tries': () => 'Too many tries. The chief or the administrator can let you in again.',
  'weak-passphrase': () => 'This passphrase is easy to guess. Choose a longer one.',
  'same-person': () => 'Somebody else has to co-sign.',
  'name-taken': () => 'Somebody has this sign-in name already. Choose another one.',
  'not-found': () => 'This is not here any more. Go back and look again.',
  'changed-meanwhile': () => 'Somebody saved a newer version meanwhile. Open it, then make your change again.',
  'station-exists': () => 'A station stands in this folder already.',
  'station-in-use': () => 'Another window has this station open. Close it there, then try again.',
  'wrong-recovery-key': () => 'This is not the recovery key. Check each group against your paper.',
  'wrong-key': () => 'This key does not open the records. Use the recovery key and the recovery files.',
  'missing-key': () => 'The key of the records is not here. Use the recovery key and the recovery files.',
  'newer-database': () => 'The records were written by a newer Sallyport. Install that version here.',
  'damaged-database': () => 'The records file is damaged. Nothing was changed. Bring back the last backup.',
  'disk-full': () => 'The disk is full, so nothing was saved. Make room, then try again.',
  'unreadable-file': () => 'This file cannot be read. Choose another one.',
  'wrong-profile': () => 'This profile does not fit the file. Choose another one.',
  cancelled: () => 'Stopped. Nothing was changed.',
  'unknown-call': () => 'This window asked for something the station does not know. Start Sallyport again.',
  fault: (refusal) => {
    const incident = param(refusal, 'incident');
    return `Something went wrong inside Sallyport; what you typed stays here.${incident === '' ? '' : ` Incident ${incident}.`}`;
  },
} as const satisfies Record<RefusalCode, Sentence>;
