// Records that left a station, read by the SD-JWT library of other hands.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FORMAT } from '../format/vector.ts';
import { readByLibrary } from '../support/sd-jwt-library.ts';

const GOOD = join(FORMAT, 'good');
const records = readdirSync(GOOD, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/record.sd-jwt') && !path.startsWith('proof'))
  .map((path) => ({
    name: path.split('/', 1)[0] ?? '',
    text: readFileSync(join(GOOD, path), 'latin1'),
    certificate: readFileSync(join(GOOD, dirname(path), 'station-signing.pem'), 'utf8'),
  }));

function named(wanted: string): (typeof records)[number] {
  const found = records.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`there is no record ${wanted}`);
  return found;
}
const RECORD = named('record');

const part = z.tuple([z.string(), z.string(), z.unknown()]);
/** What the parts say, as they are written. */
const written = (record: string): Record<string, unknown> =>
  Object.fromEntries(
    record
      .split('~')
      .slice(1, -1)
      .map((text) => part.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))))
      .map(([, name, value]) => [name, value]),
  );

/** The record with the letter at this place changed into another one of base64url. */
const spoilt = (record: string, at: number): string =>
  `${record.slice(0, at)}${record.charAt(at) === 'A' ? 'B' : 'A'}${record.slice(at + 1)}`;

describe('@sd-jwt/core', () => {
  it('reads each record that leaves, with what every part tells', async () => {
    expect(records.map(({ name }) => name)).toEqual(expect.arrayContaining(['record', 'redacted', 'town']));
    for (const { name, text, certificate } of records)
      expect([name, await readByLibrary(text, certificate)]).toEqual([name, written(text)]);
  });

  it('reads a copy with any part left out, and one with none of them', async () => {
    const { text, certificate } = RECORD;
    const [signed = '', ...parts] = text.split('~').slice(0, -1);
    const copies = [[], ...parts.map((left) => parts.filter((one) => one !== left))];
    expect(copies.length).toBeGreaterThan(4);
    for (const copy of copies.map((kept) => `${[signed, ...kept].join('~')}~`))
      expect(await readByLibrary(copy, certificate)).toEqual(written(copy));
  });

  it('refuses a changed one, and the key of another station', async () => {
    const { text, certificate } = RECORD;
    const places = [text.indexOf('.') - 50, text.indexOf('.') + 40, text.lastIndexOf('.') + 10];
    for (const at of places)
      await expect(readByLibrary(spoilt(text, at), certificate)).rejects.toThrow(/Invalid JWT Signature|JSON/);
    await expect(readByLibrary(text, named('town').certificate)).rejects.toThrow('Invalid JWT Signature');
  });

  it('passes over a part that was changed or added, which is then no part of what was signed', async () => {
    const { text, certificate } = RECORD;
    const added = Buffer.from(JSON.stringify(['A'.repeat(43), 'warrant', 'none'])).toString('base64url');
    for (const copy of [spoilt(text, text.indexOf('~') + 20), `${text}${added}~`])
      await expect(readByLibrary(copy, certificate)).rejects.toThrow(/of \d parts \d belong to what was signed/);
  });
});
