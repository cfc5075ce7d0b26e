// The signed PDF, judged by programs that are not ours. What a machine lacks is skipped, and named.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineFiles } from '../../services/export/bundle.ts';
import { issue } from '../services/export/made-record.ts';
import { makePdf } from '../services/export/made-pdf.ts';
import { has, run } from '../support/outside-program.ts';

const work = mkdtempSync(join(tmpdir(), 'sallyport-pdf-'));
const file = join(work, 'record.pdf');
const changed = join(work, 'changed.pdf');
const longer = join(work, 'longer.pdf');
let record = '';
let rootPem = '';

beforeAll(async () => {
  const issued = await issue();
  const made = await makePdf(issued, { leaveOut: ['custody'], purpose: 'Łukasz Ñandú, 例, Ελένη, Алекс' });
  ({ record } = made);
  ({ rootPem } = issued);
  writeFileSync(file, made.pdf);
  writeFileSync(longer, Buffer.concat([made.pdf, Buffer.from('\n%more\n')]));
  const bytes = Buffer.from(made.pdf);
  const at = bytes.indexOf('/Title');
  bytes[at + 1] = 0x55;
  writeFileSync(changed, bytes);
});

describe.skipIf(!has('pdfsig'))('pdfsig (skipped without poppler-utils)', () => {
  it('finds one signature over the whole file, good, of the PAdES kind', () => {
    const { text } = run('pdfsig', [file]);
    expect(text).toContain('Signature Type: ETSI.CAdES.detached');
    expect(text.match(/Total document signed/g)).toHaveLength(1);
    expect(text).toContain('Signature Validation: Signature is Valid.');
    expect(text).not.toContain('Signature #2');
  });

  it('finds a changed letter, and what was put behind the end', () => {
    expect(run('pdfsig', [changed]).text).toContain('Signature Validation: Digest Mismatch.');
    expect(run('pdfsig', [longer]).text).toContain('Not total document signed');
  });

  it.skipIf(!has('certutil'))(
    'trusts the station once its root is in the store (skipped without libnss3-tools)',
    () => {
      const store = `sql:${mkdtempSync(join(tmpdir(), 'sallyport-nss-'))}`;
      writeFileSync(join(work, 'root.pem'), rootPem);
      run('certutil', ['-N', '-d', store, '--empty-password']);
      run('certutil', ['-A', '-d', store, '-n', 'station', '-t', 'CT,C,C', '-i', join(work, 'root.pem')]);
      expect(run('pdfsig', ['-nssdir', store, file]).text).toContain('Certificate is Trusted.');
    },
  );
});

describe.skipIf(!has('pdfinfo'))('a reader for the blind (pdfinfo; skipped without poppler-utils)', () => {
  it('is told language, headings, and each label with its value', () => {
    const { text } = run('pdfinfo', ['-struct-text', file]);
    const tree = text.split('\n').map((line) => line.trim());
    expect(tree[0]).toBe('Document');
    expect(tree.filter((line) => line.startsWith('H1'))).toHaveLength(1);
    expect(tree.filter((line) => line.startsWith('H2')).length).toBeGreaterThan(8);
    const label = tree.indexOf('"Date of birth"');
    expect(tree.slice(label - 1, label + 3)).toEqual([
      'Lbl (block)',
      '"Date of birth"',
      'LBody (block)',
      '"1990-02-03"',
    ]);
    expect(text).not.toContain('Page 1 of');
    expect(run('pdfinfo', [file]).text).toMatch(/Tagged:\s+yes/);
    expect(readFileSync(file, 'latin1')).toContain('/Lang (en-US)');
  });

  it('says what was left out and why, and spells letters that the fonts lack', () => {
    const { text } = run('pdftotext', ['-layout', file, '-']);
    expect(text).toMatch(/Left out of this copy\s+Custody\s+Privacy, G\.L\. c\.4 s\.7 cl\.26\(c\)/);
    expect(text).toContain('Łukasz Ñandú, [U+4F8B], Ελένη, Алекс');
    expect(text).not.toContain('Exampleton lockup');
  });
});

describe.skipIf(!has('pdfdetach'))('pdfdetach (skipped without poppler-utils)', () => {
  it('takes out the files that lie beside the PDF, byte for byte', () => {
    const into = mkdtempSync(join(tmpdir(), 'sallyport-pdf-'));
    run('pdfdetach', ['-saveall', '-o', into, file]);
    const files = machineFiles({ record });
    expect(files).toHaveLength(3);
    for (const { name, content } of files) expect(readFileSync(join(into, name)).equals(content)).toBe(true);
  });
});

it.skipIf(!has('qpdf'))('qpdf finds nothing wrong with the file (skipped without qpdf)', () => {
  const ran = run('qpdf', ['--check', file]);
  expect(ran.text).toContain('No syntax or stream encoding errors found');
  expect(ran.text).not.toContain('WARNING');
  expect(ran.status).toBe(0);
});

it.skipIf(!has('mutool'))('mutool finds it unchanged, and the other one changed (skipped without mupdf-tools)', () => {
  expect(run('mutool', ['sign', '-v', file]).text).toContain('The document is unchanged since signing.');
  expect(run('mutool', ['sign', '-v', changed]).text).not.toContain('is unchanged');
});

it.skipIf(!has('pdffonts'))(
  'every font is inside, cut to the letters in use (pdffonts; skipped without poppler-utils)',
  () => {
    const rows = run('pdffonts', [file]).text.trim().split('\n').slice(2);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+DejaVu.*yes yes yes/);
  },
);
