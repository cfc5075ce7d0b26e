// Generated files are compared record by record with what the generator says is in them.
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureAgreement } from './agreement.ts';
import { hasGenerator, type GeneratorOptions } from './make-bookings.ts';
import { tempFolder } from './temp-file.ts';

if (!hasGenerator) process.stderr.write('Generated files: no generator beside this repository, skipped.\n');

const ONE_BY_ONE: readonly GeneratorOptions[] = [
  { headers: 'standard' },
  { headers: 'rms' },
  { encoding: 'utf8bom' },
  { encoding: 'latin1' },
  { encoding: 'utf16le' },
  { eol: 'crlf' },
  { delimiter: ';' },
  { delimiter: '|' },
  { delimiter: 'tab' },
  { dates: 'us' },
  { dates: 'sql' },
  { rows: 'charge' },
  { dirty: '0.3' },
  { dup: '0.2', resend: '0.2' },
  {
    dup: '0.2',
    resend: '0.2',
    rows: 'charge',
    headers: 'rms',
    dirty: '0.2',
    eol: 'crlf',
    encoding: 'latin1',
    dates: 'us',
    delimiter: '|',
  },
  { headers: 'rms', dirty: '0.2', encoding: 'utf16le', dates: 'sql', delimiter: 'tab' },
];

const ENCODINGS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8-bom',
  latin1: 'windows-1252',
  utf16le: 'utf-16le',
};

async function check(options: GeneratorOptions): Promise<void> {
  const folder = tempFolder();
  const found = await measureAgreement(folder, options);
  rmSync(folder, { recursive: true });
  expect(found.report.encoding).toBe(ENCODINGS[options['encoding'] ?? 'utf8']);
  expect(found.bookings).toBe(Number(options['n']));
  expect([...found.wrongFields]).toEqual([]);
  expect(found.wrongColumns).toEqual([]);
  expect(found.wrongVerdicts).toBe(0);
  expect(found.texts.false).toBe(0);
  expect(found.texts.found / found.texts.expected).toBeGreaterThanOrEqual(0.95);
}

describe.skipIf(!hasGenerator)('a generated file agrees with its truth', () => {
  it.each(ONE_BY_ONE)(
    '%j',
    (options) => check({ n: '300', 'status-fields': '0.1', 'status-text': '0.1', 'proxy-fields': '0.1', ...options }),
    60_000,
  );

  it('with 10,000 bookings', () => check({ n: '10000', headers: 'rms', dirty: '0.02' }), 300_000);
});
