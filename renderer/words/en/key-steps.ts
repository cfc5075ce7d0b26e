/** What people do around a change of the signing key, and why. */
export const keySteps = {
  title: 'Change the signing key',
  drillTitle: 'Practise a change of the signing key',
  drillNote: 'A drill: no key is changed and none is called back. The log says that it was practised.',
  practise: 'Practise a change …',
  before: 'Before the root is opened',
  root: 'The root',
  rootNote: 'It is opened for a moment, from the stick with the key on the paper.',
  rootDrillNote:
    'It is opened for a moment, from the stick with the key on the paper, certifies a key and calls one back in memory; all of it is thrown away.',
  after: 'Afterwards',
  afterDrill: 'Afterwards: tick what you could do today, if this were in earnest',
  next: 'Go on to the root',
  open: 'Open the root',
  opening: 'Opening the root …',
  notOpened: 'It did not open',
  opened: 'The root opened, and did what a change needs of it.',
  failed: 'The root did not open. Say below what was wrong, and mend it: without it no key can be changed.',
  remark: 'What was found, if anything',
  record: 'Record how it went',
  leaving: 'The key is changed, but how it went is not recorded yet, and it cannot be recorded later.',
  leave: 'Close without recording',
  recorded: (passed: boolean) => (passed ? 'Recorded: every step was done.' : 'Recorded, with what was not done.'),
  drills: 'Last practised',
  never: 'never',
  passed: (day: string) => `${day}, every step done`,
  lacking: (day: string) => `${day}, with something not done`,
  yearly: 'Each is practised every year, with every step done.',
  due: 'due',
  step: {
    'paper-and-stick': [
      'Paper and stick are out of the safe',
      'The paper holds the recovery key, the stick the recovery files. Neither opens anything without the other.',
    ],
    'clerk-told': [
      'The town clerk knows that the key changes',
      'For forty days heads carry both keys’ signatures: the next packet shows the clerk that the old key vouches for the new one.',
    ],
    'authority-asked': [
      'The town’s authority was asked for a certificate of the new key',
      'Until its answer is in force, exports lead to the station root.',
    ],
    'authority-told': [
      'The town’s authority was told to call its certificate back, and asked for a new one',
      'The station root calls back only what it issued itself.',
    ],
    'put-back': [
      'Paper and stick are back in the safe, apart from each other',
      'Who has both can make keys in the name of this station.',
    ],
    'looked-for': [
      'The key was looked for in the newest backup',
      'Each backup holds it: where it comes back from there, nothing has to be called back.',
    ],
    'list-to-clerk': [
      'The list of what was called back is with the town clerk and on the town’s page',
      'Whoever checks a copy with it refuses what the old key signs from now on.',
    ],
    'backup-made': ['A backup was made', 'The ones before hold the old key or none.'],
    'machine-apart': [
      'The computer is off every network, and somebody who knows it looked it over',
      'Whoever took the key may still be there, and would take the next one.',
    ],
    'last-head-found': [
      'The newest head from before lies elsewhere, and is known',
      'In the clerk’s packet, in a copy, on a shift sheet: what it covers is beyond doubt, whatever the old key signs later.',
    ],
    'recipients-told': [
      'Everybody who got copies since then was told, with the list',
      'The notification log tells who got which copy, and when.',
    ],
    'passphrases-changed': [
      'Everybody who signs in here has a new passphrase',
      'Who reached the key may have read along as they were typed.',
    ],
  },
} as const;
