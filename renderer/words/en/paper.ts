/** What stands on printed pages to prove the log later, and how a printed head is held against it. */
export const paper = {
  square: 'Signed head of the log as a square to scan',
  head: 'Signed head of the log',
  headSays: (size: string, signed: string) => `${size} entries, signed ${signed}. Root:`,
  how: 'Keep this page. Scanned or typed into Integrity on any later day, the head shows whether the log still begins with the same entries.',
  unsigned: 'No head could be signed, so this page proves nothing about the log. Tell an administrator.',
  compare: 'Compare a printed head',
  compareNote: 'Scan the square of an earlier page into the box, or paste the whole note.',
  note: 'Signed head, as printed',
  comparing: 'Compare',
  contained: (size: string, signed: string | null) =>
    signed === null
      ? `The log of today begins with the same ${size} entries.`
      : `The log of today begins with the same ${size} entries that were signed ${signed}.`,
  since: (count: number) =>
    count === 1 ? '1 entry was made since.' : `${count.toLocaleString('en-US')} entries were made since.`,
  shiftSheet: 'Shift sheet',
  under18: 'under 18, named on no paper',
  shiftSpan: (from: string, to: string) => `${from} to ${to}`,
  shiftPrinted: (time: string, name: string) => `Printed ${time} by ${name}`,
  when: 'When',
  what: 'What',
  about: 'About',
  inCustody: 'In custody at the end',
  inCustodyNone: 'Nobody is in custody.',
  open: 'Open at the end',
  openNone: 'Nothing is open.',
  older: 'The sheet shows the newest 200 entries of the shift.',
  save: 'Save as PDF',
  saved: (path: string) => `Saved as ${path}`,
  back: 'Back to the desk',
} as const;
