// A share or a stick that dies while a backup is brought to it: what is written there neither comes back nor fails.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { newStick, planInto } from '../support/backups.ts';
import { book } from '../support/booked.ts';
import { dyingCarriers, freezableShare, stopProcess } from '../support/dying-share.ts';
import { lookInside } from '../support/look-inside.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';

const ROOT = 'sallyport-backups-MA0EX0100';
const DIED = { ok: false, refusals: [{ code: 'wrong-value', field: 'folder', params: { why: 'place-died' } }] };
const FOLDER_PATIENCE = 500;
const names = (folder: string): readonly string[] =>
  readdirSync(join(folder, ROOT)).filter((name) => name.startsWith('2'));

async function entriesOfBackups(folder: string): Promise<number> {
  const inside = await lookInside(folder);
  const found = inside.texts().split('"type":"backup.made"').length - 1;
  inside.close();
  return found;
}

describe.skipIf(platform() === 'win32')('a share that dies while a backup is brought to it', () => {
  const stick = newStick();
  const carriers = dyingCarriers();
  const die = (): void => {
    carriers.at = {
      act: 'bring',
      die: (pid, half) => {
        stopProcess(pid);
        if (half === null) return;
        mkdirSync(half);
        writeFileSync(join(half, 'records.db'), 'the first half of it');
      },
    };
  };
  let desk: TestStation;
  beforeAll(async () => {
    desk = await newTestStation({ keepsPlan: true, folderPatience: FOLDER_PATIENCE, startCarrier: carriers.start });
    await desk.done('backup.plan', planInto(stick.folder, { everyHours: 0, onLeaving: true }));
  });
  beforeEach(() => {
    carriers.at = null;
    carriers.stay = false;
  });
  afterAll(async () => {
    carriers.release();
    await desk.remove();
    stick.remove();
  });

  it('is given up and told in words; who books meanwhile waits for nothing, and no half backup counts', async () => {
    die();
    carriers.stay = true;
    const running = desk.call('backup.run', { folder: null });
    await expect.poll(() => desk.station.backup(), { timeout: 20_000 }).toMatchObject({ phase: 'bringing' });
    await book(desk);
    expect(desk.station.backup()).toMatchObject({ phase: 'bringing' });
    const reply = await running;
    expect(reply).toMatchObject(DIED);
    if (!reply.ok) for (const refusal of reply.refusals) expect(refusalMessage(refusal)).toMatch(/stopped answering/);
    expect(names(stick.folder)).toEqual([expect.stringMatching(/[.]part$/)]);
    expect((await desk.done('desk.get', {})).lateBackup).toMatchObject({ folderSilent: true });
    expect(await desk.done('backup.get', {})).toMatchObject({ backups: [], running: null });
    expect(existsSync(join(desk.folder, 'backup-in-making'))).toBe(false);
    expect(await entriesOfBackups(desk.folder)).toBe(0);
    expect(desk.faults).toEqual([]);
  });

  it('that answers again is cleared of what was half without a next one, and one that dies then holds nobody', async () => {
    const foreign = join(stick.folder, ROOT, 'later-changes.json');
    writeFileSync(foreign, '{"format":"of another station"}');
    await desk.station.tick();
    rmSync(foreign);
    carriers.at = { act: 'clear', die: stopProcess };
    await desk.station.tick();
    expect(names(stick.folder).length).toBe(1);
    expect((await desk.done('desk.get', {})).lateBackup).toMatchObject({ folderSilent: true });
    carriers.at = null;
    await desk.station.tick();
    expect(names(stick.folder)).toEqual([]);
    expect(await desk.done('backup.get', {})).toMatchObject({ backups: [], running: null });
  });

  it('that answers again takes the next one, which stops what clears there', async () => {
    mkdirSync(join(stick.folder, ROOT, '2026-01-01T000000Z.part'));
    let stopped = 0;
    carriers.at = { act: 'clear', die: (pid) => stopProcess((stopped = pid)) };
    const order: string[] = [];
    const clearing = desk.station.tick().then(() => order.push('cleared'));
    await expect.poll(() => stopped, { timeout: 20_000 }).not.toBe(0);
    carriers.at = { act: 'prepare', die: () => order.push('prepared') };
    const { name } = await desk.done('backup.run', { folder: null });
    await clearing;
    expect(order).toEqual(['cleared', 'prepared']);
    expect(names(stick.folder)).toEqual([name]);
    expect(await desk.done('backup.get', {})).toMatchObject({ backups: [{ name }], failed: null });
  });

  it('holds nobody who stops the backup', async () => {
    die();
    const running = desk.call('backup.run', { folder: null });
    await expect.poll(() => desk.station.backup(), { timeout: 20_000 }).toMatchObject({ phase: 'bringing' });
    await desk.done('backup.cancel', {});
    expect(await running).toMatchObject({ refusals: [{ code: 'cancelled' }] });
  });

  it('after the new one stands there takes nothing from it: it counts, and the old ones go with the next', async () => {
    await book(desk);
    carriers.at = { act: 'settle', die: stopProcess };
    carriers.stay = true;
    const { name, dropped } = await desk.done('backup.run', { folder: null });
    expect(dropped).toEqual([]);
    expect((await desk.done('desk.get', {})).lateBackup).toMatchObject({ folderSilent: true });
    carriers.at = null;
    // With the one before it hang two, and no third is tried.
    const silent = { refusals: [{ params: { why: 'place-silent' } }] };
    expect(await desk.call('backup.run', { folder: null })).toMatchObject(silent);
    carriers.release();
    const next = await desk.done('backup.run', { folder: null });
    expect(next.dropped).toContain(name);
    expect(names(stick.folder)).toEqual([next.name]);
  });

  it('as the last person leaves keeps nobody, and why there is none is told', async () => {
    await book(desk);
    die();
    expect(await desk.close()).toMatchObject({ code: 'wrong-value', params: { why: 'place-died' } });
  });
});

const share = freezableShare();
if (share === null) console.log('No file system can be frozen here (it takes root), so the frozen share is not tried.');

describe.skipIf(share === null)('a share whose writes never come back', () => {
  const folder = share?.folder ?? '';
  const carriers = dyingCarriers();
  const stick = newStick();
  let desk: TestStation;
  beforeAll(async () => {
    desk = await newTestStation({ folderPatience: FOLDER_PATIENCE, startCarrier: carriers.start });
  });
  afterAll(async () => {
    share?.thaw();
    await desk.remove();
    share?.remove();
    stick.remove();
  });

  it('stops neither the station nor another backup, nor the program that is closed and started again', async () => {
    carriers.at = {
      act: 'bring',
      die: () => {
        carriers.at = null;
        share?.freeze();
      },
    };
    const running = desk.call('backup.run', { folder });
    await expect.poll(() => desk.station.backup(), { timeout: 20_000 }).toMatchObject({ phase: 'bringing' });
    await book(desk);
    expect(await running).toMatchObject(DIED);
    expect(await desk.call('backup.run', { folder })).toMatchObject({ ok: false });
    mkdirSync(join(stick.folder, 'other'));
    expect((await desk.done('backup.run', { folder: join(stick.folder, 'other') })).checked.length).toBe(4);
    await desk.close();
    desk = await openTestStation(desk.folder, { startCarrier: carriers.start });
    await desk.signIn('chief');
    share?.thaw();
    const { name } = await desk.done('backup.run', { folder });
    expect(names(folder)).toEqual([name]);
    expect(desk.faults).toEqual([]);
  });
});
