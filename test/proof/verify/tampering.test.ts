import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../../../services/export/bundle.ts';
import { checkFiles } from '../../../proof/verify/bundle-files.ts';
import { checkRecord } from '../../../proof/verify/record.ts';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { flipped } from '../../support/byte-flips.ts';
import { issue, makeRecord } from '../../services/export/made-record.ts';

let folder = '';
let record: Buffer;

beforeAll(async () => {
  const issued = await issue();
  const into = await mkdtemp(join(tmpdir(), 'sallyport-verify-'));
  const written = await writeBundle({
    folder: into,
    exportNumber: 'EXP-2026-000001',
    record: makeRecord(issued),
  });
  if (!written.ok) throw new Error(written.refusal.code);
  folder = written.value.folder;
  record = await readFile(join(folder, 'record.sd-jwt'));
});

const accepted = async (bytes: Uint8Array): Promise<boolean> =>
  (await checkRecord(bytes)).findings.every((finding) => finding.ok);

/** Those that a verifier would take. */
async function passed(changed: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const verdicts = await Promise.all(changed.map(accepted));
  return changed.filter((_, at) => verdicts[at]);
}

describe('a record that was tampered with', () => {
  it('is accepted as long as nobody touched it', async () => {
    const report = await verifyPath([folder]);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.ok).toBe(true);
  });

  it('is refused for a flip in every thirteenth byte, parts and tildes included', async () => {
    const places = Array.from(record.keys()).filter((at) => at % 13 === 0 || record[at] === 0x7e);
    expect(await passed(places.map((at) => flipped(record, at, 0x01)))).toEqual([]);
    expect(record.length).toBeGreaterThan(3_000);
  });

  it('is refused for a flip of any bit, in some bytes', async () => {
    const places = Array.from(record.keys()).filter((at) => at % 173 === 0);
    const bits = [1, 2, 4, 8, 16, 32, 64, 128];
    expect(await passed(places.flatMap((at) => bits.map((mask) => flipped(record, at, mask))))).toEqual([]);
  });

  it('is refused for every other spelling of the same signature', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = record.indexOf('~') - 1;
    const spelled = Array.from(letters, (letter) => {
      const changed = Uint8Array.from(record);
      changed[last] = letter.charCodeAt(0);
      return changed;
    });
    expect(await passed(spelled)).toEqual([Uint8Array.from(record)]);
  });

  it('is refused when cut short or added to', async () => {
    for (const cut of [1, 2, 44, 200]) expect(await accepted(record.subarray(0, -cut))).toBe(false);
    for (const more of ['\n', '~', 'A', '\0'])
      expect(await accepted(Buffer.concat([record, Buffer.from(more)]))).toBe(false);
  });

  it.each(['station-signing.pem', 'station-root.pem', 'README.txt'])(
    'is refused for a flip in any byte of %s',
    async (name) => {
      const names = ['station-signing.pem', 'station-root.pem', 'README.txt'];
      const files = new Map<string, Uint8Array>();
      for (const one of names) files.set(one, await readFile(join(folder, one)));
      const content = files.get(name) ?? new Uint8Array();
      const checked = await checkRecord(record);
      const taken = Array.from(content.keys()).filter((at) =>
        checkFiles(checked, new Map(files).set(name, flipped(content, at, 0x01))).every((finding) => finding.ok),
      );
      expect(checkFiles(checked, files).every((finding) => finding.ok)).toBe(true);
      expect(taken).toEqual([]);
    },
  );

  it('says which file and where it goes wrong', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'sallyport-verify-'));
    const at = record.lastIndexOf('~', -2) + 10;
    await writeFile(join(copy, 'record.sd-jwt'), flipped(record, at, 0x01));
    const report = await verifyPath([join(copy, 'record.sd-jwt')]);
    expect(report.ok).toBe(false);
    expect(report.firstBad).toMatch(/^record\.sd-jwt: (disclosures|format), byte \d+$/);
  });
});
