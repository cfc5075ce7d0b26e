// A share that is dead neither answers nor fails. A pipe that nobody writes into does the same to whoever opens it.
import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBackupWork } from '../../../services/backup/backup-work.ts';
import { whyNoFolder } from '../../../services/backup/plan-folder.ts';
import { newStick, planInto } from '../../support/backups.ts';
import { newTestStation, type TestStation } from '../../support/station.ts';

const SILENT = { folderThere: false, folderSilent: true } as const;

describe.skipIf(platform() === 'win32')('a folder of backups that does not answer', () => {
  const stick = newStick();
  // More than there are threads that read files.
  const backups = [1, 2, 3, 4, 5].map((day) =>
    join(stick.folder, 'sallyport-backups-MA0EX0100', `2026-03-0${String(day)}T000000Z`),
  );
  const pipes = backups.map((backup) => join(backup, 'backup.json'));
  let desk: TestStation;
  /** How far the clock stands ahead, in milliseconds. */
  let ahead = 0;
  beforeAll(async () => {
    desk = await newTestStation({
      ...{ keepsPlan: true, folderPatience: 500 },
      clock: { now: () => new Date(Date.now() + ahead) },
    });
    await desk.done('backup.plan', planInto(stick.folder));
    for (const backup of backups) mkdirSync(backup, { recursive: true });
    execFileSync('mkfifo', pipes);
  }, 60_000);
  afterAll(async () => {
    // Whoever still waits there is let go, or this process never ends.
    for (const pipe of pipes.filter((one) => existsSync(one))) closeSync(openSync(pipe, constants.O_RDWR));
    await desk.remove();
    stick.remove();
  });

  it('is given up after its time with all that lies in it, by whoever looks and by the plan; whoever asks again waits no longer', async () => {
    const shown = await desk.done('backup.get', {});
    expect(shown).toMatchObject({ ...SILENT, backups: [], overdue: true, failed: null });
    await desk.station.tick();
    expect(await Promise.all([1, 2, 3, 4, 5].map(async () => desk.done('backup.get', {})))).toEqual(
      [1, 2, 3, 4, 5].map(() => shown),
    );
    expect((await desk.done('desk.get', {})).lateBackup).toMatchObject({ ...SILENT, overdue: true });
    expect(desk.faults).toEqual([]);
  });

  it('is seen again as soon as it answers', async () => {
    const [first = ''] = pipes;
    const writer = openSync(first, constants.O_WRONLY | constants.O_NONBLOCK);
    for (const pipe of pipes) rmSync(pipe);
    closeSync(writer);
    await expect
      .poll(async () => desk.done('backup.get', {}))
      .toMatchObject({ folderThere: true, folderSilent: false });
  });

  it('is asked anew after a minute: one that came back answers nobody who asked before', async () => {
    const [first = ''] = pipes;
    const stale = join(stick.folder, 'stale');
    execFileSync('mkfifo', [first]);
    expect(await desk.done('backup.get', {})).toMatchObject(SILENT);
    renameSync(first, stale);
    expect(await desk.done('backup.get', {})).toMatchObject(SILENT);
    ahead = 61_000;
    expect(await desk.done('backup.get', {})).toMatchObject({ folderThere: true, folderSilent: false });
    closeSync(openSync(stale, constants.O_WRONLY | constants.O_NONBLOCK));
  });

  it('has longer as the last person leaves: the wait is shown and can be given up, and what was not made is told', async () => {
    const late = async () => (await desk.done('desk.get', {})).lateBackup;
    const leave = async (): Promise<void> => {
      await desk.done('session.signOut', {});
      await expect.poll(() => desk.station.backup()).toEqual({ phase: 'trying', bytes: 0, total: 0 });
    };
    const comeBack = async (): Promise<void> => {
      await expect.poll(() => desk.station.backup(), { timeout: 20_000 }).toBeNull();
      await desk.signIn('chief');
    };
    const [first = ''] = pipes;
    const answer = (): void => {
      const writer = openSync(first, constants.O_WRONLY | constants.O_NONBLOCK);
      rmSync(first);
      closeSync(writer);
    };
    await desk.done('backup.plan', planInto(stick.folder, { everyHours: 0, onLeaving: true }));
    execFileSync('mkfifo', [first]);
    await leave();
    desk.station.giveUpBackup();
    await comeBack();
    expect(await desk.done('backup.get', {})).toMatchObject({ overdue: false, failed: null });
    await leave();
    ahead += 20_000;
    await comeBack();
    answer();
    const refusal = { code: 'wrong-value', params: { why: 'place-silent' } };
    await expect.poll(late).toMatchObject({ overdue: true, folderThere: true, failed: refusal });
    execFileSync('mkfifo', [first]);
    await leave();
    answer();
    await comeBack();
    const { backups, failed } = await desk.done('backup.get', {});
    expect([backups.length, failed, await late()]).toEqual([1, null, null]);
  });

  it('is refused in words where a plan or a backup is to go there, and so is any where three hang', async () => {
    const work = noBackupWork();
    const at = (seconds: number) => ({ now: () => new Date(seconds * 1_000) });
    const hang = (folder: string) => {
      const hanging = { folder, since: 0, answer: new Promise<boolean>(() => undefined) };
      work.waiting.add(hanging);
      work.asked.set(folder, hanging);
    };
    const why = async (folder: string, seconds: number) =>
      whyNoFolder({ backup: work, options: { clock: at(seconds), folderPatience: 100 } }, folder);
    hang(stick.folder);
    expect(await why(join(stick.folder, 'none'), 59)).toBe('place-gone');
    expect(await why(stick.folder, 59)).toBe('place-silent');
    expect(await why(stick.folder, 61)).toBeNull();
    hang(stick.folder);
    expect(await why(stick.folder, 61)).toBe('place-silent');
    expect(await why(join(stick.folder, 'none'), 61)).toBe('place-gone');
    hang('/mnt/share');
    expect(await why(join(stick.folder, 'none'), 61)).toBe('place-silent');
    expect(work.waiting.size).toBe(3);
  });
});
