// The command that asks programs that are not ours about every export. What a machine lacks is not asked, and named.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMAT } from '../format/vector.ts';
import { run } from '../support/outside-program.ts';

const GOOD = join(FORMAT, 'good');
const RECORD = join(GOOD, 'record', 'EXP-2026-000001');
const work = mkdtempSync(join(tmpdir(), 'sallyport-judges-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the one command that asks all of them', { timeout: 60_000 }, () => {
  const script = join(import.meta.dirname, 'judges.sh');
  const FOREIGN = ['pdfsig', 'qpdf', 'mutool', 'certtool', 'jose', 'jwcrypto', '@sd-jwt/core'];

  it('says how many each program took, also of what lies in a zip', () => {
    const { status, text } = run('sh', [script, join(GOOD, 'batch')]);
    expect([status, text]).toEqual([0, expect.stringContaining('openssl, zips: 1 of 1')]);
    for (const name of FOREIGN) expect(text).toMatch(new RegExp(`^(not installed: ${name}|${name}: 2 of 2$)`, 'm'));
  });

  it('names what a machine lacks, and the line that installs it', () => {
    const { status, text } = run('env', ['PYTHON=/none', 'sh', script, join(GOOD, 'daily-log')]);
    expect([status, text]).toEqual([0, expect.stringContaining('openssl, papers: 1 of 1')]);
    expect(text).toMatch(/^not installed: jwcrypto$/m);
    expect(text).toMatch(/^install them: apt-get install -y (\S+ )*python3-jwcrypto$/m);
  });

  /** A copy of the record with one bit of one file changed. */
  function spoilt(name: string, file: string, place: (text: string) => number): void {
    const copy = join(work, 'spoilt', name);
    cpSync(RECORD, copy, { recursive: true });
    const bytes = readFileSync(join(copy, file));
    const byte = place(bytes.toString('latin1'));
    bytes.writeUInt8(bytes.readUInt8(byte) ^ 1, byte);
    writeFileSync(join(copy, file), bytes);
  }

  it('fails where one refuses, each of them for a changed byte, and where there is nothing', () => {
    const pdf = `${basename(RECORD)}.pdf`;
    // In the words of the first page: qpdf reads no more than those, and the bones of the file.
    spoilt('paper', pdf, (text) => text.search(/<<\n\/Length \d+\n\/Filter \/FlateDecode\n>>\nstream/) + 100);
    spoilt('record', 'record.sd-jwt', (text) => text.indexOf('.') + 40);
    spoilt('certificate', 'station-signing.pem', (text) => text.indexOf('-----END') - 40);
    const { status, text } = run('sh', [script, join(work, 'spoilt')]);
    const refusals = [
      ...['pdfsig', 'qpdf', 'mutool'].map((name) => [name, `paper/${pdf}`]),
      ['certtool', `certificate/${pdf}`],
      ...['jose', 'jwcrypto', '@sd-jwt/core', 'openssl, records'].map((name) => [name, 'record/record.sd-jwt']),
    ];
    for (const [name = '', of = ''] of refusals)
      expect(text).toMatch(new RegExp(`^(not installed: ${name}|FAILED: ${name}: \\S*/spoilt/${of}$)`, 'm'));
    expect(status).toBe(1);
    expect(run('sh', [script, mkdtempSync(join(work, 'empty-'))]).text).toContain('nothing to judge');
  });
});
