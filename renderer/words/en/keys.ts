/** The keys that sign for the station, on the page of integrity. */
export const keys = {
  title: 'Keys that sign',
  note: 'Recipients compare the fingerprint of the root with the one on paper. That of the station root stays the same when the signing key changes.',
  kind: { root: 'Root, kept on the recovery sticks', signing: 'Signing' },
  columns: { kind: 'Key', fingerprint: 'Fingerprint (SHA-256)', term: 'Valid', state: 'State' },
  term: (from: string, until: string) => `${from} to ${until}`,
  current: 'signs today',
  before: 'signed before',
  overlap: (until: string) =>
    `Until ${until} the key before signs every head of the log beside the new one: whoever knows the old one can follow.`,
  revoked: (at: string) => `called back ${at}`,
  root: 'certifies the others',
  print: 'Save the fingerprint as a page',
  saved: (path: string) => `Saved as ${path}.`,
  town: {
    open: 'A town’s certificate …',
    title: 'A town’s certificate',
    note: 'A certificate authority of the town can vouch for the key that signs, in place of the station root. The key stays here; only a request leaves, and only certificates come back.',
    kind: (name: string) => `Authority: ${name}`,
    current: 'vouches for the key today',
    before: 'no longer in force',
    comparesOwn: 'What is signed today leads to the station root.',
    compares: (name: string) =>
      `What is signed today leads to the root “${name}”. What was signed before stays under the root of its day.`,
    ask: '1. Ask',
    askNote:
      'Carry the request to the authority on a stick. It holds the name of the station and the public key, nothing else.',
    folder: 'Stick or folder for the request',
    write: 'Write the request',
    written: (path: string) => `Written: ${path}. Wait for the answer; nothing has changed yet.`,
    take: '2. Put the answer in force',
    takeNote:
      'A file with the certificates in PEM: that of this station’s key first, then who issued it, the root last. Every export carries them from then on.',
    file: 'File that the authority sent',
    put: 'Check it and put it in force',
    done: (name: string) =>
      `The root “${name}” vouches for the key from now on. Print its fingerprint for whoever gets records.`,
    back: 'Go back to the station root',
    backNote: (name: string) =>
      `Where ${name} was broken into, or its term ends. What was signed until now stays under its root.`,
    reason: 'Why',
    goBack: 'Go back',
    ownAgain: 'The station root vouches for the key again. Print its fingerprint for whoever gets records.',
    again: (name: string) =>
      `The new key is under the station root: ask ${name} for a certificate of it, and tell it to call the old one back if that was lost.`,
  },
  change: {
    open: 'Change the signing key …',
    title: 'Change the signing key',
    note: 'You need the paper with the recovery key and a stick with the recovery files. The new key is certified by the same root; records signed before stay good.',
    why: 'Why',
    whys: {
      term: 'Its term comes to an end',
      lost: 'It is lost',
      compromised: 'Somebody else may have it',
    },
    told: {
      term: 'The old key signs one last head of the log alone, over the entry that names the new one, and for forty days every head beside it; then it is destroyed.',
      lost: 'The root calls the old key back. The list is written beside the recovery files: hand a copy to the town clerk.',
      compromised:
        'The root calls the old key back. Records signed with it are as good as the heads of the log that others held before: hand the list to the town clerk and to whoever got records since.',
    },
    folder: 'Folder with the recovery files',
    browse: 'Choose …',
    recoveryKey: 'Recovery key, from the paper',
    reason: 'What happened',
    run: 'Change the key',
    running: 'Opening the root …',
    done: 'A new key signs from now on.',
    list: (path: string) => `The list of what was called back is ${path}.`,
  },
  sheet: {
    title: 'Fingerprint of the station root',
    titleOfTown: 'Fingerprint of the root',
    mark: 'Root',
    note: 'Hand this page to the town clerk, signed by hand, and put the fingerprint on the town’s web page. Whoever gets a record compares it with what verify shows.',
    how: 'sallyport verify FOLDER --root',
    ofTown: (name: string) => `The root “${name}”, which vouches for this station’s key:`,
    look: (station: string, ori: string) =>
      `Others that this authority certified lead to the same root. In what verify shows, look at the line “certificates” as well: it must name O "${station}" and OU "${ori}".`,
    before: 'What this station signed before that leads to its own root, and is good under this fingerprint:',
  },
} as const;
