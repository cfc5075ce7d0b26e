// The command that asks programs that are not ours about every export. What a machine lacks is not asked, and named.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMAT } from '../format/vector.ts';
import { run } from '../support/outside-program.ts';

const GOOD = join(FORMAT, 'good');
const RECORD = join(GOOD, 'record', 'EXP-2026-000001');
const PACKET = join(GOOD, 'clerk-packet', 'clerk-packet-2026-12');
const REPORT = join(GOOD, 'report', 'report-2026-11-01-to-2026-11-30');
const work = mkdtempSync(join(tmpdir(), 'sallyport-judges-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the one command that asks all of them', { timeout: 60_000 }, () => {
  const script = join(import.meta.dirname, 'judges.sh');
  const PDFS = ['pdfsig', 'qpdf', 'mutool', 'certtool'];
  const RECORDS = ['jose', 'jwcrypto', 'Go tlog', '@sd-jwt/core', '@sigstore/verify'];
  /** Where what a page says begins. */
  const PAGE = /<<\n\/Length \d+\n\/Filter \/FlateDecode\n>>\nstream/;

  it('says how many each program took, also of what lies in a zip', () => {
    const { status, text } = run('sh', [script, join(GOOD, 'public-records')]);
    expect([status, text]).toEqual([0, expect.stringContaining('openssl, zips: 1 of 1')]);
    const took = [...PDFS.map((name) => [name, '3 of 3']), ...RECORDS.map((name) => [name, '1 of 1'])];
    for (const [name = '', count = ''] of took)
      expect(text).toMatch(new RegExp(`^(not installed: ${name}|${name}: ${count}$)`, 'm'));
  });

  it('names what a machine lacks, and the line that installs it', () => {
    const { status, text } = run('env', ['PYTHON=/none', 'sh', script, join(GOOD, 'daily-log')]);
    expect([status, text]).toEqual([0, expect.stringContaining('openssl, papers: 1 of 1')]);
    expect(text).toMatch(/^not installed: jwcrypto$/m);
    expect(text).toMatch(/^install them: apt-get install -y (\S+ )*python3-jwcrypto( \S+)*$/m);
  });

  /** Changes one bit of a file. */
  function spoil(file: string, place: (text: string) => number): void {
    const bytes = readFileSync(file);
    const byte = place(bytes.toString('latin1'));
    bytes.writeUInt8(bytes.readUInt8(byte) ^ 1, byte);
    writeFileSync(file, bytes);
  }

  it('fails where one refuses, each of them for a changed byte, and where there is nothing', () => {
    const [spoilt, pdf, report] = [join(work, 'spoilt'), `${basename(RECORD)}.pdf`, basename(REPORT)];
    for (const copy of ['record', 'certificate']) cpSync(RECORD, join(spoilt, copy), { recursive: true });
    cpSync(REPORT, join(spoilt, report), { recursive: true });
    cpSync(PACKET, join(spoilt, basename(PACKET)), { recursive: true });
    // In the words of the first page: qpdf reads no more than those, and the bones of the file.
    spoil(join(spoilt, 'record', pdf), (text) => text.search(PAGE) + 100);
    spoil(join(spoilt, 'record', 'record.sd-jwt'), (text) => text.indexOf('.') + 40);
    spoil(join(spoilt, 'certificate', 'station-signing.pem'), (text) => text.indexOf('-----END') - 40);
    spoil(join(spoilt, report, `${report}.csv`), () => 0);
    spoil(join(spoilt, basename(PACKET), 'consistency.txt'), () => 0);
    const { status, text } = run('sh', [script, spoilt]);
    const refusals = [
      ...['pdfsig', 'qpdf', 'mutool'].map((name) => [name, `record/${pdf}`]),
      ['certtool', `certificate/${pdf}`],
      ...['openssl, records', ...RECORDS].map((name) => [name, 'record/record.sd-jwt']),
      ['openssl, papers', `${report}/${report}.pdf`],
      ['Go tlog', `${basename(PACKET)}/consistency.txt`],
    ];
    for (const [name = '', of = ''] of refusals)
      expect(text).toMatch(new RegExp(`^(not installed: ${name}|FAILED: ${name}: \\S*/spoilt/${of}$)`, 'm'));
    expect(status).toBe(1);
    expect(run('sh', [script, mkdtempSync(join(work, 'empty-'))]).text).toContain('nothing to judge');
  });
});
