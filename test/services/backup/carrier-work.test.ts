// What the carrier leaves in a folder of backups, whatever cuts it off.
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CARRIER_WORK, type CarrierWatch } from '../../../services/backup/carrier-work.ts';

const SECRET = 'Exampleton';
const [OLD, OLDER, NEW] = ['2026-01-02T000000Z', '2026-01-01T000000Z-2', '2026-01-03T000000Z'];
const watching = (more: Partial<CarrierWatch> = {}): CarrierWatch => ({
  progress: () => undefined,
  cancelled: () => false,
  ...more,
});

let place: string;
let root: string;
let links: number;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'sallyport-carrier-'));
  root = join(place, 'sallyport-backups-MA0EX0100');
  links = 0;
  mkdirSync(root);
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

/** A folder with records, whose bytes can be looked at after their name is gone. */
function folderOf(name: string, ...files: readonly string[]): { readonly path: string; readonly bytes: () => string } {
  const path = join(root, name);
  mkdirSync(path);
  const kept = files.map((file) => {
    links += 1;
    const link = join(place, `link-${String(links)}`);
    writeFileSync(join(path, file), SECRET);
    linkSync(join(path, file), link);
    return link;
  });
  return { path, bytes: () => kept.map((link) => readFileSync(link, 'utf8')).join('') };
}

const prepare = (watch = watching()): Promise<unknown> =>
  CARRIER_WORK.prepare({ folder: place, root, records: join(place, 'records'), bytes: 1 }, watch);

const settle = (overwrite: readonly string[], remove: readonly string[], watch = watching()): Promise<unknown> =>
  CARRIER_WORK.settle({ root, laterChanges: '{}', overwrite, remove }, watch);

describe('what goes from a folder of backups', () => {
  it('is no backup any more before the first of it goes, so that whoever is cut off there leaves it to the next', async () => {
    const [late, old] = [folderOf(OLD, 'backup.json', 'records.db'), folderOf(OLDER, 'backup.json')];
    const seen: (readonly string[])[] = [];
    const counting = watching({
      progress: (bytes) => {
        if (bytes > 0) seen.push(readdirSync(root).toSorted());
      },
    });
    await settle([late.path], [old.path], counting);
    expect(seen[0]).toEqual([OLDER, `${OLD}.part`, 'later-changes.json']);
    expect(seen.flat().filter((name) => name === OLD)).toEqual([]);
    expect(readdirSync(root)).toEqual(['later-changes.json']);
    expect(late.bytes() + old.bytes()).not.toContain(SECRET);
  });

  it('goes with a folder that somebody made in it', async () => {
    const { path, bytes } = folderOf(OLD, 'records.db');
    mkdirSync(join(path, 'notes'));
    linkSync(join(path, 'records.db'), join(path, 'notes', 'copy.db'));
    await settle([path], []);
    expect(existsSync(path)).toBe(false);
    expect(bytes()).not.toContain(SECRET);
  });

  it('stops between files where somebody stops it, and the next goes on where it was', async () => {
    const [late, other] = [folderOf(OLD, 'backup.json', 'records.db'), folderOf(OLDER, 'backup.json')];
    let moved = 0;
    const stopping = watching({ progress: () => (moved += 1), cancelled: () => moved > 0 });
    await expect(settle([late.path, other.path], [], stopping)).rejects.toMatchObject({ code: 'carrier-stopped' });
    expect(readdirSync(root).toSorted()).toEqual([OLDER, `${OLD}.part`, 'later-changes.json']);
    expect(await prepare()).toBeNull();
    expect(readdirSync(root).toSorted()).toEqual([OLDER, 'later-changes.json']);
    expect(late.bytes()).not.toContain(SECRET);
    expect(other.bytes()).toContain(SECRET);
  });
});

describe('what was broken off in a folder of backups', () => {
  it('is overwritten before it goes, and every piece is told', async () => {
    const half = [folderOf(`${OLD}.part`, 'records.db'), folderOf(OLDER, 'records.db')];
    const [whole, foreign] = [folderOf(NEW, 'backup.json'), folderOf('holiday', 'records.db')];
    let moved = 0;
    expect(await prepare(watching({ progress: () => (moved += 1) }))).toBeNull();
    expect(readdirSync(root).toSorted()).toEqual([NEW, 'holiday']);
    for (const one of half) expect(one.bytes()).not.toContain(SECRET);
    for (const one of [whole, foreign]) expect(one.bytes()).toContain(SECRET);
    expect(moved).toBeGreaterThan(1);
  });

  it('leaves the file alone that a link names', async () => {
    const other = join(place, 'other.txt');
    writeFileSync(other, SECRET);
    const { path } = folderOf(`${OLD}.part`);
    symlinkSync(other, join(path, 'link'));
    symlinkSync(place, join(root, `${NEW}.part`));
    await prepare();
    expect(readdirSync(root)).toEqual([]);
    expect(readFileSync(other, 'utf8')).toBe(SECRET);
  });
});

describe('what is brought to a folder of backups', () => {
  const sha256 = createHash('sha256').update(SECRET).digest('hex');
  const signing = (files: Readonly<Record<string, string>>): string =>
    `e30.${Buffer.from(JSON.stringify({ files })).toString('base64url')}.c2ln`;

  async function bring(files: Readonly<Record<string, string>>): Promise<unknown> {
    const from = mkdtempSync(join(place, 'stage-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(from, name), text);
    return CARRIER_WORK.bring({ from, root, name: NEW, sha256 }, watching()).catch((thrown: unknown) => {
      expect(thrown).toMatchObject({ name: 'NotAsBrought' });
      expect(readdirSync(root)).toEqual([]);
      return null;
    });
  }

  it('counts with its records and every file that was signed, as it was signed', async () => {
    const signed = signing({ 'records.db': sha256, 'signing-key.json': sha256 });
    const all = { 'backup.json': '{}', 'backup.jws': signed, 'records.db': SECRET, 'signing-key.json': SECRET };
    for (const name of ['records.db', 'signing-key.json'] as const) {
      expect(await bring(Object.fromEntries(Object.entries(all).filter(([one]) => one !== name)))).toBeNull();
      expect(await bring({ ...all, [name]: 'another' })).toBeNull();
    }
    expect(await bring({ ...all, 'backup.jws': 'no signature' })).toBeNull();
    expect(await bring({ 'backup.json': '{}' })).toBeNull();
    expect(await bring(all)).toBe(join(root, NEW));
  });

  it('counts without a signature where the station could not sign', async () => {
    expect(await bring({ 'backup.json': '{}', 'records.db': SECRET })).toBe(join(root, NEW));
  });
});

describe('what is fetched for a station that comes back', () => {
  it('is cut off soon behind what the backup says it has: a file that never ends fills no disk', async () => {
    const [from, to] = [join(place, 'backup'), join(place, 'coming')];
    for (const folder of [from, to]) mkdirSync(folder);
    writeFileSync(join(from, 'records.db'), Buffer.alloc(9 << 20, 1));
    for (const [bytes, copied] of [
      [9 << 20, 9 << 20],
      [3 << 20, 4 << 20],
    ] as const) {
      expect(await CARRIER_WORK.fetch({ from, to, bytes }, watching())).toMatchObject({ ok: true });
      expect(statSync(join(to, 'records.db')).size).toBe(copied);
      rmSync(join(to, 'records.db'));
    }
  });
});
