import { mkdir, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeBundle } from '../../../services/export/bundle.ts';
import { rootFingerprint, type IssuedCertificates } from '../../../services/keys/certificates.ts';
import { issue, makeRecord } from './made-record.ts';

const exportNumber = 'EXP-2026-000001';
let issued: IssuedCertificates;
let record = '';
let folder = '';
beforeAll(async () => {
  issued = await issue();
  record = makeRecord(issued);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-export-'));
});

const write = (into: string): ReturnType<typeof writeBundle> => writeBundle({ folder: into, exportNumber, record });

describe('writing a bundle', () => {
  it('writes the record, both certificates and the help, for others to read', async () => {
    const written = await write(folder);
    const files = ['record.sd-jwt', 'station-signing.pem', 'station-root.pem', 'README.txt', 'verify.html'];
    expect(written).toEqual({ ok: true, value: { folder: join(folder, exportNumber), files } });
    expect(await readdir(folder)).toEqual([exportNumber]);
    expect((await readdir(join(folder, exportNumber))).sort()).toEqual([...files].sort());
    const read = (name: string): Promise<string> => readFile(join(folder, exportNumber, name), 'utf8');
    expect(await read('record.sd-jwt')).toBe(record);
    expect(await read('station-root.pem')).toBe(issued.rootPem);
    expect(await read('station-signing.pem')).toBe(issued.signingPem);
    expect((await stat(join(folder, exportNumber, 'record.sd-jwt'))).mode & 0o777).toBe(0o644);
    const help = (await read('README.txt')).replaceAll(/\s/g, '');
    expect(help).toContain(rootFingerprint(issued.rootPem));
    expect(help).toContain('CounselforAlexTestperson');
  });

  it('never writes into a folder that is there', async () => {
    await mkdir(join(folder, exportNumber));
    const refusal = { code: 'wrong-value', field: 'folder', params: { why: 'already-there', folder: exportNumber } };
    expect(await write(folder)).toEqual({ ok: false, refusal });
    expect(await readdir(join(folder, exportNumber))).toEqual([]);
  });

  it('takes over what a broken-off export left, and leaves nothing half done itself', async () => {
    await mkdir(join(folder, `.${exportNumber}.part`));
    await writeFile(join(folder, `.${exportNumber}.part`, 'record.sd-jwt'), 'half');
    expect((await write(folder)).ok).toBe(true);
    expect(await readdir(folder)).toEqual([exportNumber]);
    const file = join(folder, 'file');
    await writeFile(file, '');
    const refused = await write(file);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'wrong-value', params: { why: 'not-writable' } } });
    expect((await readdir(folder)).sort()).toEqual([exportNumber, 'file']);
  });

  it('takes no number that could lead to another folder', async () => {
    const bundle = { folder, exportNumber: '../EXP-2026-000001', record };
    await expect(writeBundle(bundle)).rejects.toThrow(RangeError);
  });
});
