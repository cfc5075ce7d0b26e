// What happens around the records: their folder, their journal, the files beside them, the clock.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { isNetworkPlace } from '../../services/keys/network-folder.ts';
import { headPath, recordsPath } from '../../services/keys/station-files.ts';
import { afterKill } from '../support/after-kill.ts';
import { book } from '../support/booked.ts';
import { keyOf } from '../support/look-inside.ts';
import { startLoad } from '../support/load-process.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const work = mkdtempSync(join(tmpdir(), 'sallyport-folder-'));
let good: TestStation;
let copies = 0;
beforeAll(async () => {
  good = await newTestStation();
  await book(good);
  await good.done('session.signOut', {});
  await good.close();
});
afterAll(async () => {
  rmSync(work, { recursive: true, force: true });
  await good.remove();
});

function copyOf(): string {
  copies += 1;
  const folder = join(work, `copy-${String(copies)}`);
  cpSync(good.folder, folder, { recursive: true });
  return folder;
}

/** What the first screen, or whoever signs in, is told; null where they are in and the check holds. */
async function told(folder: string, more: Parameters<typeof openTestStation>[1] = {}): Promise<string | null> {
  const desk = await openTestStation(folder, more);
  const info = await desk.call('station.info', {});
  const reply = info.ok ? await desk.call('session.signIn', { name: 'chief', passphrase: PASSPHRASE }) : info;
  const seen = reply.ok ? await desk.call('desk.get', {}) : reply;
  const check = seen.ok ? await desk.call('system.check', {}) : seen;
  await desk.close();
  expect(desk.faults).toEqual([]);
  if (check.ok) return check.value.firstBad ?? null;
  const [refusal] = check.refusals;
  return refusal === undefined ? '' : refusalMessage(refusal);
}

describe('the folder of a station', () => {
  it('on a network drive is refused by name, before anything is written there', async () => {
    const folder = join(work, 'network');
    expect(await told(folder, { diskType: () => Promise.resolve(0xff534d42 | 0) })).toMatch(/lies on a network drive/);
    expect(isNetworkPlace('\\\\server\\records', 0)).toBe(true);
    expect(isNetworkPlace('\\\\?\\C:\\records', 0)).toBe(false);
    expect([0xef53, 0x01021994, 0x9123683e].map((type) => isNetworkPlace('/srv', type))).toEqual([false, false, false]);
  });

  const disk = join(work, 'read-only');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status === 0;
  it.skipIf(!mounted)(
    'that may only be read is said in a sentence, and opens once it may be written (skipped where nothing may be mounted)',
    async () => {
      cpSync(good.folder, join(disk, 'station'), { recursive: true });
      spawnSync('mount', ['-o', 'remount,ro', disk]);
      expect(await told(join(disk, 'station'))).toMatch(/cannot be written to/);
      spawnSync('mount', ['-o', 'remount,rw', disk]);
      expect(await told(join(disk, 'station'))).toBeNull();
      spawnSync('umount', [disk]);
    },
  );

  it('that was copied opens twice, each for itself, and two heads of one log tell it', async () => {
    const [one, other] = [copyOf(), copyOf()];
    for (const [folder, count] of [
      [one, 1],
      [other, 2],
    ] as const) {
      const desk = await openTestStation(folder);
      await desk.signIn('chief');
      for (let at = 0; at < count; at += 1) await book(desk);
      await desk.done('session.signOut', {});
      await desk.close();
    }
    const head = readFileSync(headPath(other), 'utf8');
    writeFileSync(headPath(one), head);
    expect(await told(one)).toMatch(/the last \d+ are missing/);
  });
});

describe('files that were swapped', () => {
  it('for those of another station do not open', async () => {
    const other = await newTestStation();
    await other.close();
    const folder = copyOf();
    cpSync(recordsPath(other.folder), recordsPath(folder));
    expect(await told(folder)).toMatch(/does not open the records/);
    await other.remove();
  });

  it('for older ones of the same station are told by the head beside them', async () => {
    const folder = copyOf();
    const old = readFileSync(recordsPath(folder));
    const desk = await openTestStation(folder);
    await desk.signIn('chief');
    await book(desk);
    await desk.done('session.signOut', {});
    await desk.close();
    writeFileSync(recordsPath(folder), old);
    expect(await told(folder)).toMatch(/The end of the log is cut/);
  });
});

describe('the guards of the records', () => {
  it('that somebody took out or put in are named', async () => {
    for (const [sql, named] of [
      ['drop trigger booking_version_no_update', /missing: guard booking_version_no_update\); nothing was changed/],
      ['alter table booking add column citizenship text', /changed: table booking\)/],
      ['create table notes (text text) strict', /put in: table notes\)/],
    ] as const) {
      const folder = copyOf();
      const { database, mark } = await keyOf(folder);
      const store = connect({ file: recordsPath(folder), keys: { database, mark } }, 'write');
      store.exec(sql);
      store.close();
      expect(await told(folder)).toMatch(named);
    }
  });
});

describe('the journal of a station that was cut off', () => {
  it('may end anywhere: what is whole of it counts, and what was signed and is missing is told', async () => {
    const load = await startLoad(copyOf());
    const folder = join(work, 'stopped');
    await load.freeze(folder);
    await load.kill();
    const journal = `${recordsPath(folder)}-wal`;
    const { size } = statSync(journal);
    for (const share of [0.9, 0.5, 0.1, 0]) {
      const cut = copyOf();
      cpSync(folder, cut, { recursive: true });
      truncateSync(`${recordsPath(cut)}-wal`, Math.floor(share * size));
      const sentence = await told(cut);
      if (sentence !== null) expect(sentence).toMatch(/The end of the log is cut|^tail/);
    }
    rmSync(journal);
    const sentence = await told(folder);
    if (sentence !== null) expect(sentence).toMatch(/The end of the log is cut|^tail/);
  });

  it('is not needed once the station was closed', async () => {
    const folder = copyOf();
    rmSync(`${recordsPath(folder)}-wal`, { force: true });
    rmSync(`${recordsPath(folder)}-shm`, { force: true });
    expect(await told(folder)).toBeNull();
  });

  it('is told from a whole one: nothing acknowledged is missing there', async () => {
    const folder = copyOf();
    const load = await startLoad(folder);
    expect((await afterKill(folder, await load.kill())).wrong).toEqual([]);
  });
});

describe('the clock', () => {
  it('that was set back or forward lets everybody work on, and the log tells of a step back', async () => {
    const folder = copyOf();
    for (const days of [3, 0]) {
      const ahead = days * 86_400_000;
      const desk = await openTestStation(folder, { clock: { now: () => new Date(Date.now() + ahead) } });
      await desk.signIn('chief');
      await book(desk);
      const { checks } = await desk.done('system.check', {});
      const failing = checks.filter(({ ok }) => !ok).map(({ code }) => code);
      expect(failing).toEqual(days === 3 ? [] : ['clock-set-back']);
      await desk.close();
    }
  });
});
