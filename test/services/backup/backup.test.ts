import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { newStick, planInto, type Stick } from '../../support/backups.ts';
import { book } from '../../support/booked.ts';
import { inside } from '../../support/cut-log.ts';
import { lookInside } from '../../support/look-inside.ts';
import { newTestStation, type NewTestStation } from '../../support/station.ts';

const ROOT = 'sallyport-backups-MA0EX0100';
const HOUR = 3_600_000;

let stick: Stick;
let desk: NewTestStation;
/** How far the clock stands ahead, in milliseconds. */
let ahead = 0;

beforeEach(async () => {
  ahead = 0;
  stick = newStick();
  desk = await newTestStation({ keepsPlan: true, clock: { now: () => new Date(Date.now() + ahead) } });
});
afterEach(async () => {
  stick.remove();
  await desk.remove();
});

const names = (): readonly string[] =>
  existsSync(join(stick.folder, ROOT))
    ? readdirSync(join(stick.folder, ROOT)).filter((name) => !name.startsWith('later'))
    : [];

describe('a backup that is asked for', () => {
  it('is encrypted, checked, and told in the log; the passphrases stay behind', async () => {
    const made = await desk.done('backup.run', { folder: stick.folder });
    expect(made.checked.length).toBe(4);
    expect(readdirSync(made.path).toSorted()).toEqual([
      'backup.json',
      'backup.jws',
      'log-head.txt',
      'records.db',
      'signing-key.json',
    ]);
    expect(readFileSync(join(made.path, 'records.db')).includes('Exampleton')).toBe(false);
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).toContain('"type":"backup.made"');
    inside.close();
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is refused in a sentence where its folder is not there, or is that of the records', async () => {
    for (const folder of [join(stick.folder, 'nowhere'), desk.folder, join(desk.folder, 'backups')]) {
      mkdirSync(join(desk.folder, 'backups'), { recursive: true });
      const reply = await desk.call('backup.run', { folder });
      expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'wrong-value', field: 'folder' }] });
      if (!reply.ok) for (const refusal of reply.refusals) expect(refusalMessage(refusal)).toMatch(/^This /);
    }
    expect(await desk.call('backup.run', { folder: null })).toMatchObject({
      refusals: [{ code: 'missing-value', field: 'folder' }],
    });
  });

  it('removes what another one left that was broken off', async () => {
    mkdirSync(join(stick.folder, ROOT, '2026-11-29T065210Z.part'), { recursive: true });
    writeFileSync(join(stick.folder, ROOT, '2026-11-29T065210Z.part', 'records.db'), 'half');
    const { name } = await desk.done('backup.run', { folder: stick.folder });
    expect(names()).toEqual([name]);
  });
});

describe('the plan', () => {
  it('asks for nothing until somebody names a folder, and then makes one by itself', async () => {
    await desk.station.tick();
    expect(await desk.done('backup.get', {})).toMatchObject({ plan: { folder: null }, overdue: false, backups: [] });
    await desk.done('backup.plan', planInto(stick.folder));
    await desk.station.tick();
    expect(names().length).toBe(1);
    expect(await desk.done('backup.get', {})).toMatchObject({ overdue: false, folderThere: true, failed: null });
    expect((await desk.done('desk.get', {})).lateBackup).toBeNull();
  });

  it('stays the old one where its entry cannot be committed', async () => {
    const COMMIT_FAILS = `create table torn (id integer primary key,
        of integer references torn (id) deferrable initially deferred);
      create trigger tears after insert on ledger_entry begin insert into torn (of) values (99); end`;
    const file = join(desk.folder, 'backup-plan.json');
    await inside(desk.folder, (connection) => connection.exec(COMMIT_FAILS));
    expect(await desk.call('backup.plan', planInto(stick.folder))).toMatchObject({ ok: false });
    expect(existsSync(file)).toBe(false);
    await inside(desk.folder, (connection) => connection.exec('drop trigger tears'));
    await desk.done('backup.plan', planInto(stick.folder));
    const before = readFileSync(file, 'utf8');
    await inside(desk.folder, (connection) => connection.exec(COMMIT_FAILS.slice(COMMIT_FAILS.indexOf(';') + 1)));
    expect(await desk.call('backup.plan', planInto(stick.folder, { days: 3 }))).toMatchObject({ ok: false });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('makes the next one when its hours are over and something was written, and not before', async () => {
    await desk.done('backup.plan', planInto(stick.folder, { everyHours: 4 }));
    await desk.station.tick();
    ahead = 5 * HOUR;
    await desk.station.tick();
    expect(names().length).toBe(1);
    await book(desk);
    ahead = 3 * HOUR;
    await desk.station.tick();
    expect(names().length).toBe(1);
    ahead = 30 * HOUR;
    await desk.station.tick();
    expect(names().length).toBe(2);
  });

  it('says what is overdue where the stick is not there, and never makes its folder up', async () => {
    await desk.done('backup.plan', planInto(stick.folder));
    rmSync(stick.folder, { recursive: true });
    await desk.station.tick();
    expect(existsSync(stick.folder)).toBe(false);
    expect(await desk.done('backup.get', {})).toMatchObject({ overdue: true, folderThere: false });
    const late = async () => (await desk.done('desk.get', {})).lateBackup;
    expect(await late()).toEqual({
      ...{ since: null, overdue: true, folderThere: false },
      ...{ folderSilent: false, failed: null },
    });
    mkdirSync(stick.folder);
    await desk.station.tick();
    expect(await late()).toBeNull();
    rmSync(stick.folder, { recursive: true });
    await book(desk);
    // The stick was pulled right after: what lies on it is not late.
    expect(await desk.done('backup.get', {})).toMatchObject({ overdue: false, folderThere: false });
    expect(await late()).toMatchObject({ overdue: false, folderThere: false });
    ahead = 49 * HOUR;
    expect(await late()).toMatchObject({ overdue: true, folderThere: false });
    expect((await late())?.since).toMatch(/^20/);
    expect(desk.faults).toEqual([]);
  });

  it('is told to the desk without its folder, which may hang: that is looked into aside', async () => {
    await desk.done('backup.plan', planInto(stick.folder));
    rmSync(stick.folder, { recursive: true });
    const late = async () => (await desk.done('desk.get', {})).lateBackup;
    expect(await late()).toBeNull();
    await expect.poll(late).toMatchObject({ overdue: true, folderThere: false });
  });

  it('makes one as the last person leaves, where something was written', async () => {
    await desk.done('backup.plan', planInto(stick.folder, { everyHours: 0, onLeaving: true }));
    await book(desk);
    await desk.done('session.signOut', {});
    await desk.close();
    expect(names().length).toBe(1);
  });

  it('tells how far the one on leaving is, and closes without it where that is asked for', async () => {
    await desk.done('backup.plan', planInto(stick.folder, { everyHours: 0, onLeaving: true }));
    await book(desk);
    expect(desk.station.backup()).toBeNull();
    const closed = desk.close();
    await expect.poll(() => desk.station.backup(), { interval: 0 }).toMatchObject({ phase: 'trying' });
    desk.station.giveUpBackup();
    expect(await closed).toBeNull();
    expect(names()).toEqual([]);
  });

  it('says as the station closes why there is none', async () => {
    await desk.done('backup.plan', planInto(stick.folder, { everyHours: 0, onLeaving: true }));
    await book(desk);
    writeFileSync(join(stick.folder, ROOT), 'a file where the backups go');
    expect(await desk.close()).toMatchObject({ code: 'fault' });
    expect(desk.faults).toMatchObject([{ where: ['keepBackupPlan'] }]);
  });

  it('goes by what the clock says also where it was set back', async () => {
    ahead = 100 * HOUR;
    await desk.done('backup.plan', planInto(stick.folder));
    await desk.station.tick();
    ahead = 0;
    await book(desk);
    await desk.station.tick();
    expect(names().length).toBe(2);
  });
});
