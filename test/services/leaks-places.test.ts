import { chmodSync, lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFileLeaks } from '../../services/leaks/files.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const TELLS = 'Stated that he overstayed his visa.';
const asWide = Buffer.concat([Buffer.from([1, 0, 0]), Buffer.from(TELLS, 'utf16le')]);

const inStation: string[] = [];
const dumpsThere: string[] = [];
let work: string;
let desk: TestStation;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'places-'));
  const [program = '', shared = '', prints = '', temporary = ''] = ['program', 'shared', 'prints', 'tmp'].map((name) =>
    join(work, name),
  );
  inStation.push(program);
  dumpsThere.push(join(program, 'Crashpad'));
  const writtenBeside = {
    program: inStation,
    dumps: dumpsThere,
    sharedDumps: [shared],
    prints: [prints],
  };
  desk = await newTestStation({ temporary, writtenBeside });
});
afterAll(async () => {
  rmSync(work, { recursive: true, force: true });
  await desk.remove();
});

const look = (...paths: readonly string[]) => desk.done('system.leaks', { paths: [...paths] });

describe('the places of a look for leaks', () => {
  it('may all be missing', async () => {
    const { ok, checks } = await look();
    expect(ok).toBe(true);
    const details = Object.fromEntries(checks.map(({ name, detail }) => [name, detail]));
    expect(details).toMatchObject({
      'program files': '0 files, nothing found',
      'printed sheets': '0 files, nothing found',
    });
    expect(details['without words']).toMatch(
      /^not to be read as words: \d encrypted files? \(the records are looked at/,
    );
  });

  it.each([
    ['program files', 'program/Local Storage/leveldb/000003.log', asWide],
    ['program files', 'program/Session Storage/000003.log', asWide],
    ['program files', 'program/Preferences', Buffer.from(JSON.stringify({ typed: { last: TELLS } }))],
    [
      'program files',
      'program/GPUCache/data_1',
      Buffer.concat([Buffer.alloc(9_000), Buffer.from(TELLS), Buffer.alloc(9)]),
    ],
    ['program files', 'program/logs/main.log', Buffer.from(`started\n${TELLS}\n`)],
    ['crash dumps', 'program/Crashpad/notes.txt', Buffer.from(TELLS)],
    ['crash dumps', 'program/Crashpad/pending/a1.dmp', Buffer.from('MDMP')],
    ['crash dumps', 'shared/core.electron.1000.a.77.1.zst', Buffer.from('28b52ffd', 'hex')],
    ['crash dumps', 'shared/core.sallyport.1000.a.77.1', Buffer.from('ELF')],
    ['crash dumps', 'shared/_opt_Sallyport_sallyport.1000.crash', Buffer.from('ProblemType: Crash\n')],
    ['printed sheets', 'prints/Sheet.pdf', Buffer.from(`%PDF-1.4\n1 0 obj\n<</Title (${TELLS})>>\nendobj\n`)],
    ['own files', 'tmp/sallyport-x/left.txt', Buffer.from(TELLS)],
    ['own files', 'tmp/.org.chromium.Chromium.a1/left', asWide],
  ])('among %s: %s', async (name, file, bytes) => {
    const path = join(work, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const { checks, leaks } = await look();
    rmSync(path);
    expect([checks.filter(({ ok }) => !ok).map((check) => check.name), leaks.length]).toEqual([[name], 1]);
    expect(JSON.stringify(leaks)).not.toMatch(/overstay/);
    expect((await look()).ok).toBe(true);
  });

  it('are none of another program', async () => {
    mkdirSync(join(work, 'shared'), { recursive: true });
    for (const file of ['shared/core.browser.1000.a.77.1.zst', 'tmp/other.txt']) writeFileSync(join(work, file), TELLS);
    expect((await look()).ok).toBe(true);
  });

  it('are looked at once where one lies in another, and where they are named by a link', async () => {
    const inner = join(work, 'copies/inner');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'note.txt'), TELLS);
    symlinkSync(join(work, 'copies'), join(work, 'link'));
    const covered = new Set<string>();
    const place = (name: string) => ({ folder: join(work, name), copies: false });
    expect((await findFileLeaks([place('link'), place('copies/inner')], covered)).files).toBe(1);
    expect((await findFileLeaks([place('copies')], covered)).files).toBe(0);
  });

  it('are not followed where others may have planted a link, in the folder of temporary files', async () => {
    mkdirSync(join(work, 'elsewhere'), { recursive: true });
    writeFileSync(join(work, 'elsewhere/note.txt'), TELLS);
    const link = join(work, 'tmp/sallyport-link');
    mkdirSync(join(work, 'tmp'), { recursive: true });
    symlinkSync(join(work, 'elsewhere'), link);
    expect((await look()).ok).toBe(true);
    rmSync(link);
  });

  it.skipIf(process.getuid?.() !== 0)('are not those of others in that folder (as root only)', async () => {
    const planted = join(work, 'tmp/sallyport-planted');
    mkdirSync(join(work, 'tmp'), { recursive: true });
    writeFileSync(planted, TELLS);
    lchownSync(planted, 12_345, 12_345);
    expect((await look()).ok).toBe(true);
    rmSync(planted);
  });

  it.each([
    ['program files', 'Local Storage/000003.log'],
    ['crash dumps', 'Crashpad/notes.txt'],
    ['own files', 'left.txt'],
  ])('are told apart where Chromium keeps its own in the station folder: %s', async (name, file) => {
    const path = join(desk.folder, file);
    inStation.push(join(desk.folder, 'Local Storage'));
    dumpsThere.push(join(desk.folder, 'Crashpad'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, TELLS);
    const { checks } = await look();
    expect(checks.filter(({ ok }) => !ok).map((check) => check.name)).toEqual([name]);
    rmSync(path);
  });

  it.skipIf(process.getuid?.() === 0)('that the system keeps closed are told (skipped as root)', async () => {
    const closed = join(work, 'program/closed');
    mkdirSync(closed, { recursive: true });
    chmodSync(closed, 0);
    expect((await look()).firstBad).toBe('read');
    chmodSync(closed, 0o700);
    rmSync(closed, { recursive: true });
  });
});

describe('a look during which the records are closed', () => {
  it('is refused, and signs nothing', async () => {
    const other = await newTestStation();
    writeFileSync(
      join(other.folder, 'long.txt'),
      Array.from({ length: 9_000 }, (_, at) => `Calm ${String(at)}`).join('\n'),
    );
    const looking = other.call('system.leaks', { paths: [] });
    await setTimeout(200);
    await other.close();
    expect(await looking).toMatchObject({ ok: false, refusals: [{ code: 'not-signed-in' }] });
    await other.remove();
  }, 60_000);
});
