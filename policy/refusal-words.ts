// The words of every no: what it is, what to do next, and on which clause it rests. They stand on their own: the
// refused word itself is never here; a window may add it from the form that still shows it.
import { APPROVED_FIELDS } from './fields/approved-fields.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

/** `text` is one sentence that says what and where, `next` one that says what to do. */
export interface RefusalWords {
  readonly text: (refusal: Refusal) => string;
  readonly next: (refusal: Refusal) => string;
  /** Clause that every refusal of this code rests on, where it carries none of its own. */
  readonly cite: string | null;
}

/** Labels of what is typed outside a booking. */
const OTHER_LABELS: readonly (readonly [name: string, label: string])[] = [
  ['agency', 'Agency'],
  ['at', 'The time'],
  ['audience', 'Handed to'],
  ['badge', 'Badge'],
  ['contactedAt', 'The time of the contact'],
  ['detail', 'The detail'],
  ['displayName', 'Name as shown'],
  ['folder', 'The folder'],
  ['lastName', 'Last name'],
  ['name', 'Name'],
  ['ori', 'ORI'],
  ['passphrase', 'Passphrase'],
  ['path', 'The name of the file'],
  ['purpose', 'Purpose'],
  ['reachedAt', 'Number or address used'],
  ['reason', 'Reason'],
  ['recipient', 'Person reached'],
  ['recoveryFolder', 'The recovery folder'],
  ['unit', 'Unit'],
  ['verifiedHow', 'How you made sure who it was'],
];
const LABELS: ReadonlyMap<string, string> = new Map([
  ...OTHER_LABELS,
  ...APPROVED_FIELDS.map((field): readonly [string, string] => [field.name, field.label]),
]);

/** Label of the field at the end of a path, the name itself where the dictionary has none. */
function placeOf(refusal: Refusal): string {
  const parts = (refusal.field ?? '').split('.').filter((part) => !/^\d+$/.test(part));
  const name = parts.at(-1) ?? '';
  return LABELS.get(name) ?? (name === '' ? 'This' : name);
}

function param(refusal: Refusal, name: string): string {
  return String(refusal.params?.[name] ?? '');
}

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

function triesLeft(refusal: Refusal): string {
  const left = refusal.params?.['triesLeft'];
  if (typeof left !== 'number') return '';
  return left === 1 ? ' One try is left.' : ` ${String(left)} tries are left.`;
}

/** The policy's own sentence on why nothing opens. */
function whyClosed(refusal: Refusal): string {
  const why = param(refusal, 'why');
  return why === '' ? 'No ground of the policy opens this.' : why;
}

function missingFacts(refusal: Refusal): string {
  if (param(refusal, 'why') === '') return 'State the facts that open it.';
  const none = param(refusal, 'missing') === '';
  return none ? 'Look at the other grounds under “May we …?”.' : 'State what is missing under “May we …?”.';
}

/** What a fact must be, in the policy's own words; its name is the pack's. */
function wrongFact(refusal: Refusal): string {
  const fact = param(refusal, 'fact');
  return `${fact.charAt(0).toUpperCase()}${fact.slice(1)} ${param(refusal, 'must')}.`;
}

const say = (text: string) => (): string => text;

const ANOTHER_FOLDER = 'Name another folder.';
const CHECK_IT = 'Check it, then save again.';
const WAY_BACK = 'Use the recovery key and the recovery files: the command is “sallyport recover”.';

/** Why a value, a folder or a file does not serve, by the reason that is told: what, and what next. */
const WRONG_BECAUSE: Readonly<Record<string, readonly [text: string, next: string]>> = {
  'already-there': ['Files of that name are in this folder already, and nothing was written over.', ANOTHER_FOLDER],
  'not-writable': ['This folder cannot be written to.', ANOTHER_FOLDER],
  'station-folder': [
    'This is the folder of the records themselves; the recovery files must not lie beside them.',
    ANOTHER_FOLDER,
  ],
  'records-folder': ['This is the folder of the records themselves; no copy is put there.', ANOTHER_FOLDER],
  'copy-there': ['A copy of this paper is in this folder already, and it was not written over.', ANOTHER_FOLDER],
  'file-there': ['A file of this name is there already, and it was not written over.', 'Name another file.'],
  'no-backups': ['No backup lies there.', 'Name the stick or folder with the backups, or the folder of one of them.'],
  'several-stations': ['Backups of several stations lie there.', 'Name the folder of one station.'],
  'place-gone': ['This folder is not there, or its disk does not answer.', 'Plug the stick in, then try again.'],
  'file-too-large': [
    'The records are larger than a file may be on this stick.',
    'Take a stick that is formatted as exFAT or NTFS.',
  ],
  'none-in-span': ['The notification log holds nothing of these days.', 'Name other days.'],
  'too-many-copies': ['These are more than a thousand notifications.', 'Name fewer days.'],
  'export-runs': ['Copies are being written already.', 'Wait until they are done, or stop them.'],
  'backup-runs': ['A backup is being made.', 'Wait until it is done.'],
  'network-folder': [
    'This folder lies on a network drive, where a power cut or a lost connection destroys records.',
    'Keep the records on a disk of this computer; backups may go to the network.',
  ],
  'begun-already': ['This matter has begun already.', 'Begin another one.'],
  'cleared-first': ['Nobody said yet when our units cleared.', 'Record that first, then close.'],
  closed: ['This matter is closed, so it takes nothing more.', 'Look at what happened last, or begin another one.'],
  'ends-by-itself': ['This ends by what happens, not by a word.', 'Record the release, the basis or the time cleared.'],
  count: ['This is a whole number that counts from 1.', 'Type it in figures.'],
  'before-booking': ['This release lies before the booking.', 'Give the time at which the person left.'],
  country: ['This is not a name of a country.', 'Write one country on each line, as the list has it.'],
  twice: ['A country stands here twice.', 'Leave one of them.'],
  'not-listed': ['A country is marked that is not in the list.', 'Mark one that stands there.'],
  'country-day': ['This day lies ahead, or is none.', 'Give the day on which you looked at the source.'],
  fact: ['This fact cannot be read.', 'State it again; all else that you told stays.'],
  future: ['This time lies ahead.', 'Give the time when it happened.'],
  'last-four': ['Only the last four letters or digits are kept.', 'Type these four and no more.'],
  'no-station': ['No station stands in this folder.', 'Name the folder of its records.'],
  'not-a-chief': ['Nobody of this name is a chief here.', 'Name a chief by the sign-in name.'],
  'not-of-this-kind': ['This does not belong to this kind of matter.', 'Choose another event.'],
  'not-the-first': ['A matter of this kind does not begin so.', 'Choose how it began.'],
  'not-notified': ['Nobody was notified, so nothing can have been released.', 'Choose “notified”, or name nothing.'],
  'station-fact': ['The station fills this in by itself.', 'Leave it as it is, or leave it out.'],
  booked: ['Somebody who is booked has the ground decided in the booking.', 'Ask “May we …?” from the booking.'],
  'ground-of-booking': ['No ground is told here.', 'Ask “May we …?” first; its answer comes with the form.'],
  'not-asked': ['Where nobody is notified no ground is asked for.', 'Leave it out.'],
  'not-booked': ['Only name and date of birth can be told of somebody who is not booked.', 'Untick the rest.'],
  'on-the-log': ['A notice begins with its line on the notification log.', 'Record it there.'],
  'told-by-booking': ['An arrest is told by its booking, and this person is not booked.', 'Book the person first.'],
  'in-custody': ['This person is in custody here.', 'Record the release first.'],
  'duty-runs': ['A duty about this record still runs.', 'End it first: it would be lost with the record.'],
  'sealed-already': ['This record is sealed already.', 'Look at the number again.'],
  'not-sealed': ['This record is not sealed.', 'Look at the number again.'],
  'not-the-section': ['This section does not order that.', 'Sealing is 100A to 100C, expungement 100E to 100U.'],
  'not-the-number': ['This is not the number of the booking.', 'Type it as it stands above.'],
  'second-person': [
    'Nobody else stands for exactly this yet, or more was written since.',
    'Look at it again, then let a second person sign.',
  ],
  'future-day': ['This day lies ahead.', 'Give the day of the order.'],
  role: ['This record is not kept about somebody in that role.', 'Choose the role the person has in this record.'],
  'row-file-in-station': ['This is in the folder of the records themselves; no row file is put there.', ANOTHER_FOLDER],
};

const ASK_AGAIN = 'Ask “May we …?” again; what you typed stays.';

/** Why a ground that was found to stand opens nothing more. */
const GROUND_ENDED: Readonly<Record<string, (refusal: Refusal) => readonly [text: string, next: string]>> = {
  revoked: () => ['This ground was taken back.', ASK_AGAIN],
  over: () => ['This ground is over: it stands for one shift.', ASK_AGAIN],
  'booking-changed': (refusal) => [
    `The booking says something else since this ground was found: ${param(refusal, 'changed')}.`,
    `What was done under it stays good. Before anything more: ${ASK_AGAIN.charAt(0).toLowerCase()}${ASK_AGAIN.slice(1)}`,
  ],
};

function groundEnded(refusal: Refusal): readonly [text: string, next: string] | undefined {
  return GROUND_ENDED[param(refusal, 'why')]?.(refusal);
}

/** Why a passphrase is easy to guess. */
const WEAK_BECAUSE: Readonly<Record<string, readonly [text: string, next: string]>> = {
  short: ['This passphrase is short.', 'Choose one of at least 12 letters.'],
  common: ['This passphrase is made of words that are tried first.', 'Choose words that nobody would expect.'],
  'own-words': ['This passphrase is made of your name or the station’s.', 'Choose words that nobody would expect.'],
  repeats: ['This passphrase repeats a few letters.', 'Choose several different words.'],
};

/** What roles alone do not settle. */
const BEYOND_ROLES: Readonly<Record<string, readonly [text: string, next: string]>> = {
  'chief-only': ['Only a chief adds or takes away a chief.', 'Ask the chief.'],
  'under-18': ['A copy about somebody under 18 leaves by the chief alone.', 'Ask the chief.'],
  'no-cosigner': ['A supervisor or the chief co-signs.', 'Ask one of them; your form stays as it is.'],
  'own-papers': ['A sealed paper opens to whoever took it in or sealed it.', 'Ask your supervisor.'],
  'last-chief': ['This is the only chief here, so the way in stays.', 'Add another chief first.'],
};

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

/** Why no version of the policy can be applied. */
const POLICY_TROUBLE: Readonly<Record<string, string>> = {
  'none-adopted': 'No version of the policy has been adopted here.',
  gap: 'No adopted version of the policy is in force today.',
  unreadable: 'The version of the policy in force cannot be read as it was signed.',
  'wrong-signature': 'The signature under the version of the policy in force does not fit.',
};

/** `is 35 minutes behind what the log tells`. @param minutes NaN where it is not known by how much */
function behindBy(minutes: number): string {
  if (Number.isNaN(minutes)) return 'is not the one that the records go by';
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minutes']
      : minutes < 2880
        ? [Math.round(minutes / 60), 'hours']
        : [Math.round(minutes / 1440), 'days'];
  return `is ${String(count)} ${unit} behind the log, so times told before lie ahead of it`;
}

/** Words for each code. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, RefusalWords>> = {
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
    next: say('Take the marked words out; everything else you typed is kept.'),
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
  'missing-value': {
    text: (refusal) => `${placeOf(refusal)} is empty.`,
    next: say('Fill it in, then save again.'),
    cite: null,
  },
  'wrong-value': {
    text: (refusal) =>
      param(refusal, 'why') === 'fact'
        ? wrongFact(refusal)
        : (WRONG_BECAUSE[param(refusal, 'why')]?.[0] ?? `${placeOf(refusal)} cannot be read as it stands.`),
    next: (refusal) => WRONG_BECAUSE[param(refusal, 'why')]?.[1] ?? CHECK_IT,
    cite: null,
  },
  'unknown-offense': {
    text: say('This charge is not in the list of offenses.'),
    next: say('Choose one from the list, or write the charge in words.'),
    cite: null,
  },
  'ground-not-open': {
    text: (refusal) => groundEnded(refusal)?.[0] ?? whyClosed(refusal),
    next: (refusal) => groundEnded(refusal)?.[1] ?? missingFacts(refusal),
    cite: '2',
  },
  'no-policy': {
    text: (refusal) => POLICY_TROUBLE[param(refusal, 'why')] ?? 'No version of the policy can be applied now.',
    next: say('Everything that the policy gates stays closed until the chief adopts one; all else goes on.'),
    cite: null,
  },
  'wrong-pack': {
    text: (refusal) => `This policy pack cannot be adopted. ${param(refusal, 'what')}.`,
    next: say('Correct it at that place, check it, then adopt it again.'),
    cite: null,
  },
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
  'too-many-tries': {
    text: say('There were too many tries.'),
    next: (refusal) =>
      param(refusal, 'minutes') === ''
        ? 'Ask the chief to let you in.'
        : `Wait ${param(refusal, 'minutes')} minutes, then try again.`,
    cite: null,
  },
  'weak-passphrase': {
    text: (refusal) => WEAK_BECAUSE[param(refusal, 'why')]?.[0] ?? 'This passphrase is easy to guess.',
    next: (refusal) => WEAK_BECAUSE[param(refusal, 'why')]?.[1] ?? 'Choose another one.',
    cite: null,
  },
  'same-person': {
    text: (refusal) =>
      param(refusal, 'why') === 'own-way-in'
        ? 'Nobody takes the way in from themselves.'
        : 'One person cannot do both.',
    next: (refusal) =>
      param(refusal, 'why') === 'own-way-in' ? 'Ask somebody else who may.' : 'Ask somebody else to co-sign.',
    cite: null,
  },
  'name-taken': { text: say('Somebody has this sign-in name already.'), next: say('Choose another one.'), cite: null },
  'not-found': { text: say('This is not here any more.'), next: say('Go back and look again.'), cite: null },
  'clock-behind': {
    text: (refusal) => `This computer’s clock ${behindBy(Number(refusal.params?.['minutes']))}.`,
    next: say('Set the clock right, then try again; what you typed stays.'),
    cite: null,
  },
  'changed-meanwhile': {
    text: say('Somebody saved a newer version meanwhile.'),
    next: say('Open it, then make your change again.'),
    cite: null,
  },
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
  'head-not-contained': {
    text: (refusal) => PAPER_HEADS[param(refusal, 'why')]?.(refusal) ?? 'The log of today does not contain this head.',
    next: (refusal) =>
      param(refusal, 'why') === 'unreadable'
        ? 'Read the square once more, or paste the whole note, its first and last line included.'
        : 'Keep the paper. Let an auditor hold the newest backup against it.',
    cite: null,
  },
  'disk-full': {
    text: (refusal) =>
      param(refusal, 'needed') === ''
        ? 'The disk is full, so nothing was saved.'
        : `There is not enough room: ${param(refusal, 'needed')} MB are needed and ${param(refusal, 'free')} MB are free.`,
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
  cancelled: {
    text: say('This was stopped; nothing was changed.'),
    next: say('Start it again when you are ready.'),
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
};

/** The whole message of a refusal: what, then what next. */
export function refusalMessage(refusal: Refusal): string {
  const words = REFUSAL_WORDS[refusal.code];
  return `${words.text(refusal)} ${words.next(refusal)}`;
}

/** The clause that a refusal rests on, null where it rests on none. */
export function citeOf(refusal: Refusal): string | null {
  return refusal.clause ?? REFUSAL_WORDS[refusal.code].cite;
}
