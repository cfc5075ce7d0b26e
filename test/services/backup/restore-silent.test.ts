// A share or a stick that dies while a station is brought back from it. A pipe that nobody writes into does the same to
// whoever opens it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { emptyMachine, newStick, type EmptyMachine } from '../../support/backups.ts';
import { newTestStation, openTestStation, type NewTestStation } from '../../support/station.ts';

/** Of a folder that a process holds. */
const EMPTY = ['station.lock', 'station.lock-journal'];
const IN_MAKING = 'station-in-making';

describe.skipIf(platform() === 'win32')('a place that dies while a station is brought back from it', () => {
  const stick = newStick();
  let lost: NewTestStation;
  let backup: string;
  let machine: EmptyMachine;
  beforeAll(async () => {
    lost = await newTestStation();
    backup = (await lost.done('backup.run', { folder: stick.folder })).path;
    await lost.close();
  });
  beforeEach(async () => {
    machine = await emptyMachine(lost, { folderPatience: 400 });
  });
  afterEach(() => machine.desk.remove());
  afterAll(async () => {
    stick.remove();
    await lost.remove();
  });

  const left = (): readonly string[] => readdirSync(machine.desk.folder);

  /** While this is done nobody who opens the file comes back. */
  async function dead<T>(file: string, work: () => Promise<T>): Promise<T> {
    renameSync(file, `${file}.kept`);
    execFileSync('mkfifo', [file]);
    try {
      return await work();
    } finally {
      renameSync(`${file}.kept`, file);
    }
  }

  it('is told in words where it is looked into, and where the recovery files lie on it', async () => {
    const manifest = join(backup, 'backup.json');
    const looked = await dead(manifest, () => machine.desk.call('restore.look', { path: stick.folder }));
    const silent = { code: 'wrong-value', field: 'path', params: { why: 'place-silent' } };
    expect(looked).toEqual({ ok: false, refusals: [silent] });
    expect(await dead(manifest, () => machine.restore(stick.folder))).toEqual({ ok: false, refusals: [silent] });
    const recovery = join(lost.recoveryFolder, 'database-recovery.json');
    const reply = await dead(recovery, () => machine.restore(stick.folder));
    expect(reply).toEqual({ ok: false, refusals: [{ ...silent, field: 'recoveryFolder' }] });
    expect(left()).toEqual(EMPTY);
    expect((await machine.desk.done('restore.look', { path: stick.folder })).backups.length).toBe(1);
  });

  it('as it is read is told, leaves nothing half made, and brings the station back as soon as it answers', async () => {
    const reply = await dead(join(backup, 'records.db'), () => machine.restore(stick.folder));
    expect(reply).toMatchObject({ ok: false, refusals: [{ field: 'path', params: { why: 'place-lost' } }] });
    if (!reply.ok) for (const refusal of reply.refusals) expect(refusalMessage(refusal)).toMatch(/stopped answering/);
    expect(left()).toEqual(EMPTY);
    expect(await machine.restore(stick.folder)).toMatchObject({ ok: true });
    await machine.signIn();
    expect((await machine.desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(left()).not.toContain(IN_MAKING);
    expect(machine.desk.faults).toEqual([]);
  });

  it('keeps nobody who stops it, or closes the program', async () => {
    await dead(join(backup, 'records.db'), async () => {
      const running = machine.restore(stick.folder);
      const progress = () => machine.desk.done('restore.progress', {});
      await expect.poll(progress, { timeout: 20_000 }).toMatchObject({ phase: 'copying', bytes: 0 });
      expect(machine.desk.station.backup()).toBeNull();
      expect(await machine.desk.done('restore.cancel', {})).toEqual({ cancelled: true });
      expect(await running).toEqual({ ok: false, refusals: [{ code: 'cancelled' }] });
      expect(left()).toEqual(EMPTY);
      expect(await machine.desk.done('restore.cancel', {})).toEqual({ cancelled: false });
      const again = machine.restore(stick.folder);
      await expect.poll(progress, { timeout: 20_000 }).toMatchObject({ phase: 'copying' });
      await machine.desk.close();
      expect(await again).toEqual({ ok: false, refusals: [{ code: 'cancelled' }] });
      expect(existsSync(join(machine.desk.folder, IN_MAKING))).toBe(false);
    });
  });

  it('leaves to nobody what a power cut left of it', async () => {
    const half = join(machine.desk.folder, IN_MAKING);
    mkdirSync(half);
    writeFileSync(join(half, 'records.db'), 'the first half of it');
    await machine.desk.close();
    await (await openTestStation(machine.desk.folder)).close();
    expect(left()).not.toContain(IN_MAKING);
  });
});
