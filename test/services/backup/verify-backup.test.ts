import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { newStick, type Stick } from '../../support/backups.ts';
import { book } from '../../support/booked.ts';
import { newTestStation, type NewTestStation } from '../../support/station.ts';

describe('verify, of a backup and without any key', () => {
  let stick: Stick;
  let desk: NewTestStation;
  let path = '';

  beforeAll(async () => {
    stick = newStick();
    desk = await newTestStation();
    await book(desk);
    ({ path } = await desk.done('backup.run', { folder: stick.folder }));
  });
  afterAll(async () => {
    stick.remove();
    await desk.remove();
  });

  const at = (name: string): string => join(path, name);
  const wrong = async (given = path, root?: string): Promise<readonly string[]> => {
    const { ok, checks, firstBad } = await verifyPath([given], root === undefined ? {} : { root });
    const bad = checks.filter((one) => !one.ok).map(({ name, detail }) => `${name}: ${detail}`);
    expect([ok, firstBad === undefined]).toEqual([bad.length === 0, bad.length === 0]);
    return bad;
  };
  /** Changes a file, asks, and puts it back. */
  async function changed(name: string, change: (content: Buffer) => Buffer | string): Promise<readonly string[]> {
    const before = readFileSync(at(name));
    writeFileSync(at(name), change(before));
    const bad = await wrong();
    writeFileSync(at(name), before);
    return bad;
  }
  const flip = (content: Buffer): Buffer =>
    Buffer.from(content.with(content.length >> 1, (content[content.length >> 1] ?? 0) ^ 1));

  it('passes by its folder, its file, the folder of the station and the stick', async () => {
    for (const given of [path, at('records.db'), dirname(path), stick.folder]) expect(await wrong(given)).toEqual([]);
    const { checks } = await verifyPath([path]);
    expect(checks.map(({ name }) => name)).toEqual([
      ...['certificates', 'validity', 'root', 'key', 'signature', 'backup.json'],
      ...['log-head.txt', 'records.db', 'signing-key.json', 'checkpoint', 'entries'],
    ]);
    expect(checks.find(({ name }) => name === 'root')?.detail).toContain('identity not proved');
  });

  it.each(['records.db', 'log-head.txt', 'signing-key.json'])('tells that %s was changed', async (name) => {
    expect((await changed(name, flip)).join()).toContain(`${name}: was changed since`);
  });

  it('tells a list that is not the signed one, another signature, and none', async () => {
    const other = (content: Buffer): string =>
      content.toString().replace(/"sha256": "[0-9a-f]+"/, `"sha256": "${'a'.repeat(64)}"`);
    expect(await changed('backup.json', other)).toEqual(['backup.json: is not what the station signed']);
    expect(await changed('backup.json', () => '{}')).toEqual([
      'backup.json: cannot be read: this is no backup as the station wrote it',
    ]);
    expect(await changed('backup.jws', flip)).toHaveLength(1);
    expect((await changed('backup.jws', () => '')).join()).toContain('there is no backup.jws');
  });

  it('tells a file that is missing, and a root that is not the expected one', async () => {
    const before = readFileSync(at('log-head.txt'));
    rmSync(at('log-head.txt'));
    expect(await wrong()).toEqual(['log-head.txt: is missing, or may not be read']);
    writeFileSync(at('log-head.txt'), before);
    expect((await wrong(path, '00'.repeat(32))).join()).toContain('root: another certificate than expected');
  });
});
