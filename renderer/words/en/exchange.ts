/** Import from the records system. */
export const exchange = {
  title: 'Records system',
  note: 'bring bookings over from a file',
  file: 'File',
  fileHint: 'A CSV file as the records system writes it. It is only read, never changed.',
  browse: 'Browse',
  profile: 'Profile file',
  profileHint: 'Only where the headings are unusual: says what each heading means.',
  look: 'Look at the file first',
  store: 'Store the bookings',
  again: 'Another file',
  running: (rows: string) => `${rows} rows read`,
  storing: 'Storing. Nothing is final until this is through.',
  left: (seconds: number) =>
    seconds < 90
      ? `about ${String(Math.max(1, Math.round(seconds)))} s left`
      : `about ${String(Math.round(seconds / 60))} min left`,
  cancel: 'Cancel',
  lookedAt: (file: string) => `Looked at ${file}. Nothing is stored yet.`,
  stored: (file: string) => `Stored what ${file} held.`,
  counts: {
    rows: 'Rows',
    bookings: 'Bookings',
    accepted: 'New',
    updated: 'Updated',
    duplicates: 'Already here',
    quarantined: 'Kept apart',
    failed: 'Could not be read',
  },
  columns: 'Columns',
  heading: 'Heading',
  becomes: 'Becomes',
  verdict: 'Verdict',
  rowsWith: 'Rows with a value',
  verdicts: {
    mapped: 'taken',
    screened: 'taken, text screened',
    refused: 'refused: protects a person',
    unknown: 'left out: not a field here',
  },
  problems: 'What to look at',
  firstRow: (row: number) => `first in row ${String(row)}`,
  apart: 'Kept apart',
  apartNone: 'No row is kept apart.',
  apartNote:
    'These rows carried immigration status in a text or a code. Correct them in the records system and bring the file over again.',
  row: 'Row',
} as const;
