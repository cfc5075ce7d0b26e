// The place where backups go fails: full, gone, pulled in the middle. Older backups stay, and nothing half done is left.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { emptyMachine } from '../support/backups.ts';
import { book } from '../support/booked.ts';
import { newTestStation, openTestStation, type NewTestStation } from '../support/station.ts';

const disk = mkdtempSync(join(tmpdir(), 'sallyport-small-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;
if (!mounted) console.log('A disk of 6 MB cannot be mounted here (it takes root), so the full stick is not tried.');
const filler = join(disk, 'filler');

afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

const names = (): readonly string[] =>
  readdirSync(join(disk, 'sallyport-backups-MA0EX0100')).filter((name) => !name.startsWith('later'));

describe.skipIf(!mounted)('a stick', () => {
  let desk: NewTestStation;
  let first = '';
  beforeAll(async () => {
    desk = await newTestStation();
    await book(desk);
    first = (await desk.done('backup.run', { folder: disk })).name;
  });
  afterAll(() => desk.remove());

  it('that is too full is told before anything is written, with what is needed and what is free', async () => {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 900_000));
    const reply = await desk.call('backup.run', { folder: disk });
    const [refusal] = reply.ok ? [] : reply.refusals;
    expect(refusal).toMatchObject({ code: 'disk-full' });
    expect(refusal === undefined ? '' : refusalMessage(refusal)).toMatch(/\d+ MB are needed and 0 MB are free/);
    expect(names()).toEqual([first]);
    rmSync(filler);
  });

  it('that may only be read is told, and the older backup stays', async () => {
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const reply = await desk.call('backup.run', { folder: disk });
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'wrong-value', params: { why: 'not-writable' } }] });
    spawnSync('mount', ['-o', 'remount,rw', disk]);
    expect(names()).toEqual([first]);
  });

  it('with a backup that may only be read brings a station back all the same', async () => {
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const machine = await emptyMachine(desk);
    expect((await machine.restore(disk)).ok).toBe(true);
    await machine.desk.remove();
    spawnSync('mount', ['-o', 'remount,rw', disk]);
  });

  it('with too little room for a station that comes back leaves the folder as empty as it was', async () => {
    const { bavail, bsize } = statfsSync(disk);
    mkdirSync(join(disk, 'small'));
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 900_000));
    const small = await openTestStation(join(disk, 'small'));
    const { recoveryFolder, recoveryKey } = desk;
    const reply = await small.call('restore.run', {
      ...{ path: disk, recoveryFolder, recoveryKey, name: 'chief', passphrase: 'nine grey kettles on the stair' },
      ...{ reason: 'It burned.', newerIsLost: false, asItIs: false },
    });
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'disk-full' }] });
    await small.close();
    expect(readdirSync(join(disk, 'small')).filter((name) => name.startsWith('records'))).toEqual([]);
  });
});
