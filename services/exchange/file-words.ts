import type { Refusal } from '../../policy/refusal.ts';
import type { FileProblem } from './sniff.ts';

/** Everything that keeps a file as a whole from being imported. */
export type FileTrouble =
  | FileProblem
  | 'not-there'
  | 'not-a-file'
  | 'not-at-rest'
  | 'no-headings'
  | 'columns-clash'
  | 'rows-far-apart'
  | 'unreadable';

interface Words {
  readonly what: string;
  readonly next: string;
}

const UNPACK = 'Unpack it and import the file that is inside.';
const AS_CSV = 'Save or export it as CSV and import that file.';

const WORDS: Readonly<Record<FileTrouble, Words>> = {
  empty: { what: 'The file is empty.', next: 'Export it again from the records system.' },
  gzip: { what: 'The file is packed with gzip, whatever its name says.', next: `${UNPACK} On a terminal: gunzip.` },
  zip: { what: 'The file is a zip archive.', next: UNPACK },
  xlsx: { what: 'The file is an Excel workbook.', next: AS_CSV },
  xls: { what: 'The file is an old Excel workbook.', next: AS_CSV },
  pdf: { what: 'The file is a PDF.', next: 'Export the records as CSV and import that file.' },
  bzip2: { what: 'The file is packed with bzip2.', next: UNPACK },
  xz: { what: 'The file is packed with xz.', next: UNPACK },
  zstd: { what: 'The file is packed with zstd.', next: UNPACK },
  '7z': { what: 'The file is a 7-Zip archive.', next: UNPACK },
  sqlite: { what: 'The file is a database, not CSV.', next: 'Export the records as CSV and import that file.' },
  xml: { what: 'The file is XML. This version reads CSV.', next: 'Export the records as CSV and import that file.' },
  json: { what: 'The file is JSON. This version reads CSV.', next: 'Export the records as CSV and import that file.' },
  binary: { what: 'The file is not text.', next: 'Export the records as CSV and import that file.' },
  'not-there': { what: 'The file is not there.', next: 'Check its name and folder.' },
  'not-a-file': { what: 'This is a folder, not a file.', next: 'Choose the CSV file inside it.' },
  'not-at-rest': {
    what: 'This is a pipe or a device, not a file.',
    next: 'Save what comes out of it as a file and import that.',
  },
  unreadable: { what: 'The file cannot be read.', next: 'Check that you may open it and that its disk is connected.' },
  'no-headings': {
    what: 'The first line cannot be read as headings: a quotation mark in it is not closed.',
    next: 'Correct the first line, or export the file again.',
  },
  'columns-clash': {
    what: 'Two columns mean the same field and differ, so one of them would be lost.',
    next: 'Say in a profile which column counts, or remove one of them.',
  },
  'rows-far-apart': {
    what: 'The rows of too many bookings stand far apart.',
    next: 'Sort the file by its record id and import it again.',
  },
};

/** Where in which file; columns are named by heading and place, never by a value. */
export interface FilePlace {
  readonly file: string;
  /** Data line, from 1. */
  readonly row?: number;
  readonly columns?: string;
}

/** A file as a whole is refused; nothing of it was stored. `what` and `next` are the sentences for a person. */
export function refuseFile(trouble: FileTrouble, place: FilePlace): Refusal {
  const { what, next } = WORDS[trouble];
  const where = [
    place.columns === undefined ? '' : ` ${place.columns}.`,
    place.row === undefined ? '' : ` Row ${place.row}.`,
  ];
  return { code: 'unreadable-file', params: { trouble, ...place, what: what + where.join(''), next } };
}

/** The trouble that a file system's code stands for. */
export function troubleOf(code: unknown): FileTrouble {
  if (code === 'ENOENT') return 'not-there';
  return code === 'EISDIR' ? 'not-a-file' : 'unreadable';
}
