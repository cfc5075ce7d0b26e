import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../../../services/export/bundle.ts';
import type { IssuedCertificates } from '../../../services/keys/certificates.ts';
import { rootFingerprint } from '../../../services/keys/certificates.ts';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { issue, makeRecord } from '../export/made-record.ts';

const SAMPLE = join(import.meta.dirname, '../../vectors/sample-record');
const SAMPLE_ROOT = '859e288981366 1fe32ee4e000de236aaa260f82ac745fc0c691eb84198b6c721'.replaceAll(' ', '');

let issued: IssuedCertificates;
beforeAll(async () => {
  issued = await issue();
});

async function bundle(exportNumber = 'EXP-2026-000001'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-verify-'));
  const record = makeRecord(issued, { exportNumber });
  const written = await writeBundle({ folder, exportNumber, record });
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value.folder;
}

const badNames = (report: Awaited<ReturnType<typeof verifyPath>>): readonly string[] =>
  report.checks.filter((check) => !check.ok).map((check) => check.name);

describe('verifying paths', () => {
  it('accepts a folder, a record alone, and a record with its certificates', async () => {
    const folder = await bundle();
    const file = join(folder, 'record.sd-jwt');
    expect((await verifyPath([folder])).ok).toBe(true);
    expect((await verifyPath([file])).ok).toBe(true);
    const pems = ['station-root.pem', 'station-signing.pem'].map((name) => join(folder, name));
    expect((await verifyPath([file, ...pems])).checks).toHaveLength(13);
    expect((await verifyPath([file, join(SAMPLE, 'station-root.pem')])).ok).toBe(false);
  });

  it('accepts a record and a redacted copy that another implementation made', async () => {
    expect((await verifyPath([SAMPLE], { root: SAMPLE_ROOT })).ok).toBe(true);
    const redacted = await verifyPath([join(SAMPLE, 'record-redacted.sd-jwt')]);
    expect(redacted.ok).toBe(true);
    expect(redacted.checks.find((check) => check.name === 'disclosures')?.detail).toContain('1 not shown');
  });

  it('says that identity is not proved until the fingerprint is given, and refuses another root', async () => {
    const folder = await bundle();
    const root = rootFingerprint(issued.rootPem);
    const without = await verifyPath([folder]);
    expect(without.checks.find((check) => check.name === 'root')?.detail).toContain('identity not proved');
    const pinned = await verifyPath([folder], { root: root.toLowerCase().replaceAll(':', '') });
    expect(pinned.ok).toBe(true);
    const wrong = await verifyPath([folder], { root: SAMPLE_ROOT });
    expect(badNames(wrong)).toEqual(['root']);
    expect(wrong.firstBad).toBe('EXP-2026-000001: root');
  });

  it('refuses a folder without its certificates, without a record, and a path that leads nowhere', async () => {
    const folder = await bundle();
    await rm(join(folder, 'station-root.pem'));
    expect(badNames(await verifyPath([folder]))).toEqual(['station-root.pem']);
    await rm(join(folder, 'record.sd-jwt'));
    expect(badNames(await verifyPath([folder]))).toEqual(['format']);
    expect(badNames(await verifyPath([join(folder, 'nowhere')]))).toEqual(['format']);
    expect((await verifyPath([])).ok).toBe(false);
  });

  it('names each record where there are several, and the first bad one', async () => {
    const good = await bundle('EXP-2026-000002');
    const bad = await bundle('EXP-2026-000003');
    await writeFile(join(bad, 'station-signing.pem'), issued.rootPem);
    const report = await verifyPath([good, bad]);
    expect(report.checks[0]?.name).toBe('EXP-2026-000002: format');
    expect(badNames(report)).toEqual(['EXP-2026-000003: station-signing.pem']);
    expect(report.firstBad).toMatch(/^EXP-2026-000003: station-signing\.pem, byte \d+$/);
  });

  it('names files that it did not look at', async () => {
    const folder = await bundle();
    await writeFile(join(folder, 'note.txt'), 'hello');
    const report = await verifyPath([folder]);
    expect(report.checks.at(-1)).toEqual({
      name: 'other files',
      ok: true,
      detail: 'not looked at: note.txt, verify.html',
    });
  });
});
