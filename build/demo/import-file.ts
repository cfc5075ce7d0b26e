import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADINGS = [
  'RecID',
  'Booking #',
  'Date of Booking',
  'Last Name',
  'First Name',
  'DOB',
  'Sex',
  'Statute #',
  'Charge Description',
  'F/M',
  'CTZ',
  'POB',
  'Narrative',
];
/** Made-up people. The columns CTZ and POB are refused by name; one narrative carries status and is kept apart. */
const ROWS = [
  [
    'R-1',
    '2026-0001',
    '2026-11-01T22:40:00',
    'Sampleton',
    'Jo',
    '1988-02-11',
    'F',
    '266/30A',
    'SHOPLIFTING BY CONCEALING MDSE',
    'misdemeanor',
    'XX',
    'Faraway',
    'Slipped on black ice on the walkway.',
  ],
  [
    'R-2',
    '2026-0002',
    '2026-11-02T01:05:00',
    'Placeholder',
    'Kim',
    '1979-12-30',
    'M',
    '90/24/J',
    'OUI-LIQUOR OR .08%',
    'misdemeanor',
    '',
    '',
    'Vehicle towed by on-call service.',
  ],
  [
    'R-3',
    '2026-0003',
    '2026-11-02T03:20:00',
    'Fictional',
    'Bo',
    '2001-06-05',
    'X',
    '272/53/F',
    'DISORDERLY CONDUCT',
    'misdemeanor',
    'YY',
    '',
    'Subject is undocumented.',
  ],
  [
    'R-4',
    '2026-0004',
    '2026-02-30T03:20:00',
    'Testperson',
    'Sam',
    '1990-01-01',
    'M',
    '266/120',
    'TRESPASS',
    'misdemeanor',
    '',
    '',
    '',
  ],
];

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A file as a records system writes it; answers its path. */
export function writeDemoFile(folder: string): string {
  const file = join(folder, 'records-system.csv');
  writeFileSync(file, [HEADINGS, ...ROWS].map((row) => row.map(quoted).join(',')).join('\n') + '\n');
  return file;
}
