// Folders, PDFs and zips with one thing wrong, made out of the good ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readZip } from '../../proof/verify/zip.ts';
import { ZipPieces } from '../../services/export/zip.ts';
import { allVectors, filesIn, FORMAT, writeVector, type FilesOfVector, type NamedVector } from './vector.ts';

function good(name: string): NamedVector {
  const found = allVectors().find((one) => one.name === `good/${name}`);
  if (found === undefined) throw new Error(name);
  return found;
}

const LETTERS = 'latin1';
/** Lengths in a zip of one file `a`, and where its attributes stand in the list. */
const END_OF_ZIP = 22;
const ENTRY = 47;
const ATTRIBUTES = 38;

async function pdfs(): Promise<void> {
  const { give, root } = good('pdf');
  const [name = ''] = give;
  const pdf = readFileSync(join(FORMAT, 'good/pdf', name));
  const title = pdf.indexOf('/Title') + 1;
  const changed = Buffer.from(pdf);
  changed[title] = 0x55;
  const field = pdf.toString(LETTERS).match(/\/Type \/Sig\n[\s\S]*?endobj\n/)?.[0] ?? '/ByteRange [0 1 2 3]';
  const cases: readonly (readonly [string, string, Uint8Array])[] = [
    ['pdf-changed', 'A PDF in which one letter was changed.', changed],
    ['pdf-cut', 'A PDF whose end was cut off.', pdf.subarray(0, -400)],
    ['pdf-added', 'A PDF with something behind its end.', Buffer.concat([pdf, Buffer.from('\n%%EOF\n')])],
    ['pdf-two-signatures', 'A PDF with a second signature field.', Buffer.concat([pdf, Buffer.from(field, LETTERS)])],
    ['pdf-no-signature', 'A PDF that nobody signed.', Buffer.from('%PDF-1.7\n%%EOF\n')],
  ];
  for (const [vector, what, content] of cases)
    await writeVector({ name: `refused/${vector}`, what, give, root, expected: 'pdf' }, { [name]: content });
}

async function folders(): Promise<void> {
  const { give, root } = good('record');
  const [folder = ''] = give;
  const files = filesIn(join(FORMAT, 'good/record'));
  const without = Object.entries(files).filter(([path]) => path.startsWith(folder) && !path.endsWith('.pdf'));
  const small = Object.fromEntries(without);
  const at = (file: string): string => `${folder}/${file}`;
  const changes: readonly (readonly [string, string, FilesOfVector, string])[] = [
    [
      'readme-changed',
      'A README.txt with another fingerprint.',
      { [at('README.txt')]: String(small[at('README.txt')]).replace(/[0-9A-F]{2}:/, '00:') },
      'README.txt',
    ],
    [
      'certificate-file-changed',
      'Another spelling of a certificate file.',
      { [at('station-root.pem')]: String(small[at('station-root.pem')]).trimEnd() },
      'station-root.pem',
    ],
    [
      'pdf-of-another',
      'A PDF under the number of another record.',
      { [at('EXP-2026-999999.pdf')]: files[at(`${folder}.pdf`)] ?? '' },
      'pdf',
    ],
  ];
  for (const [vector, what, changed, expected] of changes)
    await writeVector({ name: `refused/${vector}`, what, give, root, expected }, { ...small, ...changed });
  const missing = Object.fromEntries(without.filter(([path]) => !path.endsWith('station-signing.pem')));
  const what = 'A folder without one of its certificates.';
  await writeVector(
    { name: 'refused/certificate-missing', what, give, root, expected: 'station-signing.pem' },
    missing,
  );
}

export function zipOf(files: readonly (readonly [string, Uint8Array])[]): Buffer {
  const pieces = new ZipPieces();
  const parts = files.map(([name, content]) => pieces.add(name, content));
  return Buffer.concat([...parts, pieces.end()]);
}

type Zipped = readonly [name: string, what: string, zip: Uint8Array, expected: string];

const ONE: readonly [string, Uint8Array] = ['a', Buffer.from('a')];

/** Zips that are refused before anything in them is looked at. */
function unopened(): readonly Zipped[] {
  const bomb = zipOf([['record.sd-jwt', Buffer.alloc(4_194_305)]]);
  const named = (name: string): Buffer => zipOf([[name, Buffer.from('a')]]);
  return [
    ['zip-climbs', 'A zip with a name that leads out of its folder.', named('../record.sd-jwt'), 'zip'],
    ['zip-absolute', 'A zip with a name from the root of the disk.', named('/record.sd-jwt'), 'zip'],
    ['zip-twice', 'A zip with one name twice.', zipOf([ONE, ONE]), 'zip'],
    ['zip-bomb', 'A zip that would grow a thousandfold.', bomb, 'zip'],
    ['zip-cut', 'A zip whose end was cut off.', zipOf([ONE]).subarray(0, -5), 'zip'],
    ['zip-added', 'A zip with something behind its end.', Buffer.concat([zipOf([ONE]), Buffer.from('\n')]), 'zip'],
    ['zip-link', 'A zip with a link in it.', linked(), 'zip'],
    ['zip-empty', 'A zip without a record.', zipOf([ONE]), 'zip'],
  ];
}

/** A file that says of itself, in the list at the end, that it is a link of Unix. */
function linked(): Buffer {
  const zip = zipOf([ONE]);
  zip.writeUInt32LE(0o120777 * 0x10000, zip.length - END_OF_ZIP - ENTRY + ATTRIBUTES);
  return zip;
}

async function zips(): Promise<void> {
  const { give, root } = good('batch');
  const read = await readZip(readFileSync(join(FORMAT, 'good/batch', give[0] ?? '')));
  if ('ok' in read) throw new Error(read.detail);
  const files = [...read];
  const first = files[0]?.[0].split('/')[0] ?? '';
  const without = (gone: (name: string) => boolean): Buffer => zipOf(files.filter(([name]) => !gone(name)));
  const listed: readonly Zipped[] = [
    [
      'zip-copy-missing',
      'A zip out of which one copy was taken.',
      without((name) => name.startsWith(`${first}/`)),
      'copies.zip: manifest',
    ],
    [
      'zip-list-unsigned',
      'A zip whose list nobody signed.',
      without((name) => name === 'manifest.jws'),
      'copies.zip: manifest signature',
    ],
  ];
  for (const [vector, what, content, expected] of [...listed, ...unopened()]) {
    const file = 'copies.zip';
    await writeVector({ name: `refused/${vector}`, what, give: [file], root, expected }, { [file]: content });
  }
}

export async function refusedFiles(): Promise<void> {
  await pdfs();
  await folders();
  await zips();
}
