import type { Verdict } from '../proof/verify/verdict.ts';

/** What the page says. */
export const words = {
  reading: (count: number) => `Reading ${String(count)} ${count === 1 ? 'file' : 'files'} …`,
  checking: 'Checking …',
  noCryptography:
    'This browser gives this page no cryptography, so it can check nothing. Save the page to a disk or a USB stick and open it from there.',
  holds: 'Every check holds',
  failed: 'A check failed',
  from: 'And it is from the station: its certificate has the fingerprint that you gave.',
  unknown:
    'Who signed it is not proved. Give the fingerprint that the station gave you on paper or by telephone, or its certificate from another source than these files.',
  firstBad: (where: string) => `First place that is wrong: ${where}.`,
  passed: 'holds',
  refused: 'fails',
  open: 'not proved',
  badPin: 'This is no fingerprint: it takes 64 hex digits, with or without colons.',
  badCertificate: 'This file is no certificate.',
  pinned: 'Taken from the certificate.',
  unexpected: 'The page stopped on something it does not know. These files are not proved.',
} as const;

/** What a check looks at, by its name; a name that stands for a file is shown as it is. */
const SUBJECTS: Readonly<Record<string, string>> = {
  format: 'Form of the file',
  algorithm: 'Kind of signature',
  type: 'Kind of record',
  header: 'Export',
  certificates: 'Certificates',
  validity: 'Dates',
  root: 'Station',
  key: 'Signing key',
  'called back': 'Called-back certificates',
  signature: 'Signature of the record',
  entry: 'Entry in the log',
  disclosures: 'Parts of the record',
  checkpoint: 'Head of the log',
  log: 'Place in the log',
  growth: 'Growth of the log',
  pdf: 'Signature of the PDF',
  'pdf date': 'Date of the PDF',
  attachments: 'Files in the PDF',
  zip: 'Zip',
  manifest: 'List of the copies',
  'other files': 'Other files',
};

/** Name of a check as people read it. */
export function subject(name: string): string {
  const at = name.lastIndexOf(': ');
  const file = at === -1 ? '' : name.slice(0, at + 2);
  const check = at === -1 ? name : name.slice(at + 2);
  return `${file}${SUBJECTS[check] ?? check}`;
}

/** One sentence over all of it. */
export function summary({ ok, firstBad }: Verdict, isPinned: boolean): string {
  if (!ok) return firstBad === undefined ? words.unknown : words.firstBad(firstBad);
  return isPinned ? words.from : words.unknown;
}
