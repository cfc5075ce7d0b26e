/** Scans of a matter: sealed, read under an entry of the log. */
export const scans = {
  title: 'Scans',
  types: {
    'application/pdf': 'PDF',
    'image/png': 'PNG picture',
    'image/jpeg': 'JPEG picture',
    'image/tiff': 'TIFF picture',
  },
  paper: (type: string, hash: string) => `${type} ${hash}`,
  sealedBy: (time: string, by: string) => `sealed ${time} by ${by}`,
  save: 'Save a copy',
  saveOne: (which: string) => `Save a copy of scan ${which}`,
  copyTitle: 'Save a copy of this scan?',
  saved: (name: string) => `${name} is written.`,
  saveNote: 'Every copy is on the ledger. It lies outside the sealed records: delete it when you are done.',
  showFolder: 'Show the folder',
} as const;

/** The list of consulates that are told in any case. */
export const treaty = {
  title: 'Consulates that are told in any case',
  rule: 'Only where the person says so unasked: for nationals of these countries the consulate is told whatever the wish. Ask nobody where they are from.',
  sealed: 'No country of anybody is written down. What the person wishes rests sealed, and so does a signed answer.',
  list: (count: string) => `${count} countries`,
  asOf: (day: string, source: string) => `As of ${day}: ${source}. Look at the newest one before you rely on it.`,
  changed: (version: string, time: string, by: string) => `Version ${version} of this station, ${time}, ${by}.`,
  change: 'Change the list',
  day: 'Held against its source on',
  source: 'Source',
  lines: 'Countries',
  linesHint: 'One on each line. A star behind a name: not where the person says that they live here for good.',
  save: 'Keep the list',
  unlessResident: (names: string) => `${names}: not where the person says that they live here for good.`,
} as const;
