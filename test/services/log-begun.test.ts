import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { book, DECLINED } from '../support/booked.ts';
import { cut, failing, inside, signedStation, type SignedStation } from '../support/cut-log.ts';
import { followReadme, lacks } from '../support/readme-steps.ts';
import { openTestStation } from '../support/station.ts';

let station: SignedStation;
let folder = '';
beforeEach(async () => {
  station = await signedStation();
  ({ folder } = station);
});
afterEach(() => station.desk.remove());

describe('a tail that is truly lost', () => {
  it('becomes a new log, whose first entry names the old head; then everything goes on', async () => {
    await cut(folder);
    const again = await openTestStation(folder);
    await again.signIn('officer', 'officer');
    const reason = 'The disk broke on Monday and nothing newer was found.';
    expect(await again.call('log.begin', { reason }, 'officer')).toMatchObject({
      refusals: [{ code: 'role-not-allowed' }],
    });
    await again.signIn('chief');
    const before = await again.done('log.get', {});
    expect(before.refused).toMatchObject({ why: 'tail-cut', missing: 3 });
    const begun = await again.done('log.begin', { reason });
    expect(begun.refused).toBeNull();
    expect(again.events.map(({ kind }) => kind)).toEqual(['window-rules']);
    expect(begun.origin).not.toBe(before.origin);
    expect(begun.heads[0]).toMatchObject({ cause: 'new-log', size: begun.size });
    await inside(folder, (connection) => {
      const first = connection.prepare('select cast(leaf as text) from ledger_entry where seq = ?').pluck();
      const entry: unknown = JSON.parse(String(first.get(begun.size - 1)));
      expect(entry).toMatchObject({ log: begun.origin, type: 'log.begun', seq: begun.size - 1 });
      const told = connection.prepare("select text from disclosure where seq = ? and name = 'old'").pluck();
      const text = Buffer.from(String(told.get(begun.size - 1)), 'base64url').toString('utf8');
      expect(JSON.parse(text)).toMatchObject({ 2: { log: before.origin, size: before.refused?.known } });
    });
    await again.done('booking.open', {});
    expect(failing(await again.done('system.check', {}))).toEqual([]);
    await again.done('session.signOut', {});
    await again.close();

    const later = await openTestStation(folder);
    await later.signIn('chief');
    expect((await later.done('session.state', {})).refused).toBeNull();
    expect(failing(await later.done('system.check', {}))).toEqual([]);
    expect((await later.done('policy.versions', {})).versions.length).toBeGreaterThan(0);
    await later.close();
  });

  it('is decided once, and records of either log are still proved', async () => {
    const early = await openTestStation(folder);
    await early.signIn('chief');
    const into = join(folder, '..', 'early');
    mkdirSync(into);
    const wanted = { audience: 'Counsel Sample', notificationIds: [station.notificationId] };
    await early.done('notification.export', { ...wanted, folder: into });
    for (let at = 0; at < 3; at += 1) await early.done('booking.open', {});
    await early.done('session.signOut', {});
    await early.close();
    await cut(folder);

    const again = await openTestStation(folder);
    await again.signIn('chief');
    await again.done('log.begin', { reason: 'Nothing newer was found.' });
    expect(await again.call('log.begin', { reason: 'Once more.' })).toMatchObject({
      refusals: [{ code: 'changed-meanwhile' }],
    });
    const bookingId = await book(again);
    const newer = await again.done('notification.record', { ...DECLINED, bookingId });
    const out = join(folder, '..', 'later');
    mkdirSync(out);
    const both = [station.notificationId, newer.notificationId];
    const exported = await again.done('notification.export', { ...wanted, notificationIds: both, folder: out });
    for (const one of exported) {
      const { checks } = await verifyPath([one.folder]);
      expect(checks.find(({ name }) => name === 'log')).toMatchObject({ ok: true });
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    }

    // Keys come and go: what is left of the old log is handed out under today's.
    const { recoveryFolder, recoveryKey } = station.desk;
    const old = { ...wanted, folder: join(folder, '..', 'older') };
    mkdirSync(old.folder);
    for (const why of ['term', 'compromised'] as const) {
      await again.done('key.change', { recoveryFolder, recoveryKey, why, reason: 'Another key from today.' });
      const [{ folder: copy } = { folder: '' }] = await again.done('notification.export', old);
      expect((await verifyPath([copy])).checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(lacks(followReadme(copy))).toEqual([]);
    }
    // A head that is not of these entries gets no signature, and no proof is made of it.
    const text = `origin || char(10) || size || char(10) || '${'A'.repeat(43)}='`;
    const signatures = 'substr(note, instr(note, char(10) || char(10)))';
    await cut(folder, `update checkpoint set root = zeroblob(32), note = ${text} || ${signatures}`);
    const [last] = await again.done('notification.export', old);
    expect(last?.files).toEqual(expect.not.arrayContaining(['record.tlog-proof']));
    await again.close();
  });
});
