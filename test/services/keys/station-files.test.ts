import { randomBytes } from 'node:crypto';
import { mkdtemp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadSigningKey, saveSigningKey } from '../../../services/keys/signing-key.ts';
import { replaceFile, writeRefusal } from '../../../services/keys/safe-files.ts';
import {
  clearUnfinishedSetup,
  readStationFile,
  writeStationFile,
  type StationFile,
} from '../../../services/keys/station-files.ts';
import { generateStationKey } from '../../../services/keys/station-key.ts';
import { issue } from '../export/made-record.ts';

const STATION: StationFile = {
  format: 1,
  stationId: '5b0c3f1e-1a53-4df8-8f5b-3a0c6f1d2e90',
  name: 'Exampleton Police',
  ori: 'MA0EX0100',
  createdAt: '2026-11-25T06:41:07.120Z',
};

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'sallyport-station-')), 'station');
});

describe('station file', () => {
  it('is not there in a new folder, and comes back as written', async () => {
    expect(await readStationFile(folder)).toEqual({ ok: true, value: null });
    await writeStationFile(folder, STATION);
    expect(await readStationFile(folder)).toEqual({ ok: true, value: STATION });
    expect((await stat(join(folder, 'station.json'))).mode & 0o777).toBe(0o600);
  });

  it('is refused by name where it cannot be read', async () => {
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'station.json');
    for (const [text, why] of [
      ['', 'not-json'],
      ['{', 'not-json'],
      ['{}', 'not-a-station'],
      [JSON.stringify({ ...STATION, format: 2 }), 'not-a-station'],
      [JSON.stringify({ ...STATION, extra: 1 }), 'not-a-station'],
    ] as const) {
      await writeFile(file, text);
      const refusal = { code: 'unreadable-file', field: 'station.json', params: { file: 'station.json', why } };
      expect(await readStationFile(folder)).toEqual({ ok: false, refusal });
    }
    await mkdir(join(folder, 'x', 'station.json'), { recursive: true });
    expect(await readStationFile(join(folder, 'x'))).toMatchObject({
      ok: false,
      refusal: { params: { why: 'not-readable' } },
    });
  });

  it('puts aside what lies there without a station.json, and never a finished station', async () => {
    await mkdir(folder, { recursive: true });
    const names = ['keyring.json', 'records.db', 'records.db-wal', 'signing-key.json'];
    for (const name of names) await writeFile(join(folder, name), 'left over');
    await clearUnfinishedSetup(folder, 'T');
    const aside = ['keyring.json.before-setup-T', 'records.db.before-setup-T', 'records.db.before-setup-T-wal'];
    expect(await readdir(folder)).toEqual([...aside, 'signing-key.json.before-setup-T']);
    for (const name of await readdir(folder)) await rm(join(folder, name));
    for (const name of names) await writeFile(join(folder, name), 'in use');
    await writeStationFile(folder, STATION);
    await clearUnfinishedSetup(folder, 'T');
    expect(await readdir(folder)).toEqual([...names, 'station.json']);
  });
});

describe('safe files', () => {
  it('keep the old file where the new one cannot be written', async () => {
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'a.json');
    await replaceFile(file, 'old');
    await writeFile(`${file}.new`, 'cut off by a power cut');
    await replaceFile(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.json']);
    await mkdir(join(folder, 'b.json'));
    await expect(replaceFile(join(folder, 'b.json'), 'x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a.json', 'b.json']);
  });

  it('say what a full or closed disk means', () => {
    const thrown = (code: string): Error => Object.assign(new Error(code), { code });
    expect(writeRefusal(thrown('ENOSPC'), 'folder')?.refusal.code).toBe('disk-full');
    expect(writeRefusal(thrown('EROFS'), 'folder')?.refusal).toMatchObject({ code: 'wrong-value', field: 'folder' });
    expect(writeRefusal(thrown('EIO'), 'folder')).toBeUndefined();
  });
});

describe('signing key', () => {
  const key = generateStationKey((size) => Uint8Array.from(randomBytes(size)));

  it('opens with the box key only', async () => {
    const { signingPrivateKey: privateKey } = await issue();
    await mkdir(folder, { recursive: true });
    await saveSigningKey(folder, { privateKey, key }, randomBytes);
    const loaded = await loadSigningKey(folder, key);
    expect(loaded.ok && loaded.value.type).toBe('private');
    const text = await readFile(join(folder, 'signing-key.json'), 'utf8');
    expect(text).not.toContain(Buffer.from(privateKey).toString('base64url').slice(40, 80));
    const other = await loadSigningKey(folder, { ...key, box: new Uint8Array(32) });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'wrong-key' } });
  });

  it('says when it is missing or damaged', async () => {
    await mkdir(folder, { recursive: true });
    expect(await loadSigningKey(folder, key)).toMatchObject({ ok: false, refusal: { code: 'missing-key' } });
    for (const text of ['{', '{}', '[]']) {
      await writeFile(join(folder, 'signing-key.json'), text);
      expect(await loadSigningKey(folder, key)).toMatchObject({ ok: false, refusal: { code: 'unreadable-file' } });
    }
  });
});
