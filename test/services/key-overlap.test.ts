import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { DECLINED } from '../support/booked.ts';
import { HOUR, movedClock } from '../support/moved-clock.ts';
import { has, run } from '../support/outside-program.ts';
import { newTestStation, type NewTestStation } from '../support/station.ts';

const DAY = 24 * HOUR;
const HEAD = join(import.meta.dirname, '../conformance/verify-head.sh');

// One station through the weeks of a change; the cases build on one another.
describe('heads while one key takes over from another', () => {
  const clock = movedClock();
  let desk: NewTestStation;
  let out = '';
  let before = '';
  let after = '';
  let broken = false;
  /** Fails once where it is broken. */
  function uuid(): string {
    const fails = broken;
    broken = false;
    if (fails) throw new Error('no id');
    return randomUUID();
  }
  beforeAll(async () => {
    desk = await newTestStation({ clock, ids: { uuid } });
    out = join(desk.folder, '..', 'copies');
    mkdirSync(out);
  });
  afterAll(() => desk.remove());

  async function copy(): Promise<string> {
    const { notificationId } = await desk.done('notification.record', DECLINED);
    const told = { audience: 'Whoever asks', purpose: 'A look', leaveOut: [] };
    const ids = [notificationId];
    const [written] = await desk.done('notification.export', { notificationIds: ids, folder: out, ...told });
    return written?.folder ?? '';
  }
  const change = async (why: CallInput<'key.change'>['why']): Promise<void> => {
    const { recoveryFolder, recoveryKey } = desk;
    await desk.done('key.change', { recoveryFolder, recoveryKey, why, reason: 'The yearly change.' });
  };
  const lines = (note: string): number => note.split('\n').filter((line) => line.startsWith('— ')).length;
  const headNow = async (): Promise<string> => (await desk.done('log.sign', { cause: 'report' })).note;
  const keyBefore = (): boolean => existsSync(join(desk.folder, 'signing-key-before.json'));
  const revoked = async (): Promise<readonly boolean[]> =>
    (await desk.done('key.list', {})).keys
      .filter(({ kind }) => kind === 'signing')
      .map(({ revokedAt }) => revokedAt !== null);
  const failing = async (): Promise<readonly string[]> =>
    (await desk.done('system.check', {})).checks.filter(({ ok }) => !ok).map(({ name }) => name);
  /** The signing certificate of a copy, under a name of its own. */
  function pemOf(folder: string, name: string): string {
    const path = join(out, name);
    writeFileSync(path, readFileSync(join(folder, 'station-signing.pem')));
    return path;
  }

  it('carry a line of each, the new one first, so that whoever knows either can follow', async () => {
    before = await copy();
    expect(lines(await headNow())).toBe(1);
    await change('term');
    after = await copy();
    const proof = readFileSync(join(after, 'record.tlog-proof'), 'utf8');
    expect(lines(proof)).toBe(2);
    const head = join(out, 'head.txt');
    writeFileSync(head, await headNow());
    const [old, fresh] = [pemOf(before, 'old.pem'), pemOf(after, 'new.pem')];
    const said = async (...pems: readonly string[]): Promise<string> => {
      const { checks } = await verifyPath([head, ...pems]);
      return checks.map(({ ok, detail }) => `${String(ok)} ${detail.replace(/^.*root [^;\s]+/, '')}`).join();
    };
    expect(await said(old)).toBe('true ; under it is a line of another key, not looked at');
    expect(await said(fresh)).toBe('true ; under it is a line of another key, not looked at');
    expect(await said(old, fresh)).toBe('true ; 2 keys signed it');
    const judged = await Promise.all([before, after].map((path) => verifyPath([path])));
    expect(judged.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await failing()).toEqual([]);
    const whole = readFileSync(head, 'utf8');
    const last = whole.trimEnd().split(' ').at(-1) ?? '';
    const bytes = Buffer.from(last, 'base64');
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    writeFileSync(head, whole.replace(last, bytes.toString('base64')));
    expect(await said(old)).toMatch(/^false/);
    expect(await said(old, fresh)).toMatch(/^false/);
    expect(await said(fresh)).toMatch(/^true/);
    writeFileSync(head, whole);
  });

  it.skipIf(!has('openssl'))(
    'are taken by openssl and a shell with either certificate (skipped without openssl)',
    () => {
      const root = join(after, 'station-root.pem');
      for (const pem of ['old.pem', 'new.pem'])
        expect(run('sh', [HEAD, join(out, 'head.txt'), join(out, pem), root])).toMatchObject({ status: 0 });
    },
  );

  it('are kept once where nothing came between, and found again from paper', async () => {
    const note = await headNow();
    expect(await headNow()).toBe(note);
    expect((await desk.done('log.compare', { note })).size).toBeGreaterThan(0);
  });

  it('carry one line again after some weeks, and the old key is gone', async () => {
    expect(keyBefore()).toBe(true);
    clock.by = 39 * DAY;
    await copy();
    expect(lines(await headNow())).toBe(2);
    clock.by = 41 * DAY;
    await copy();
    expect(lines(await headNow())).toBe(1);
    expect(keyBefore()).toBe(false);
    expect(await failing()).toEqual([]);
  });

  it('carry no line of a key that was lost, nor of one before it', async () => {
    await change('term');
    expect(keyBefore()).toBe(true);
    await change('compromised');
    expect(keyBefore()).toBe(false);
    expect(lines(await headNow())).toBe(1);
    // Whoever has the key that signed has the one beside it.
    expect(await revoked()).toEqual([false, true, true, false]);
  });

  it('are signed by another key where the file of the one before is gone, and that one is called back', async () => {
    rmSync(join(desk.folder, 'signing-key.json'));
    await change('lost');
    expect(await revoked()).toEqual([false, true, true, true, false]);
    expect(await failing()).toEqual([]);
  });

  it('ask no authority for a certificate where the log cannot say so', async () => {
    broken = true;
    const reply = await desk.call('key.request', { folder: out });
    expect(reply.ok).toBe(false);
    expect(readdirSync(out).filter((name) => name.endsWith('.csr'))).toEqual([]);
    expect((await desk.done('key.request', { folder: out })).file).toContain('.csr');
    expect((await desk.call('key.request', { folder: join(out, 'nowhere') })).ok).toBe(false);
    const { lines: told } = await desk.done('trail.get', {});
    expect(told.filter(({ type }) => type === 'key.requested').length).toBe(1);
  });

  it('outlive the certificate, which lets nothing leave but backups once it has ended', async () => {
    const { notificationId } = await desk.done('notification.record', DECLINED);
    const told = { folder: out, audience: 'Whoever asks', purpose: 'A look' };
    clock.by += 3 * 366 * DAY;
    const copied = { ...told, notificationIds: [notificationId], leaveOut: [] };
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const exported = async (): Promise<number> =>
      (await desk.done('trail.get', {})).lines.filter(({ type }) => type === 'record.exported').length;
    const taken = await exported();
    const replies = [
      await desk.call('notification.export', copied),
      await desk.call('release.write', { ...told, ...days, kind: 'report' }),
      await desk.call('system.leaks', { paths: [] }),
    ];
    const said = replies.map((reply) => (reply.ok ? 'signed' : reply.refusals.map(refusalMessage).join()));
    expect(said.map((one) => /certificate .*ended.*change the key on Integrity/.test(one))).toEqual([true, true, true]);
    expect(await exported()).toBe(taken);
    const { checks } = await desk.done('system.check', {});
    expect(checks.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['certificate-ended']);
    const { path } = await desk.done('backup.run', { folder: out });
    expect(readdirSync(path)).toContain('backup.jws');
    await change('term');
    expect((await desk.call('notification.export', copied)).ok).toBe(true);
    expect(await failing()).toEqual([]);
  });
});
