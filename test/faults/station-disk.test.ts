import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Refusal } from '../../policy/refusal.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { book, GOOD_CHARGES, GOOD_FIELDS, openForm } from '../support/booked.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';

const disk = mkdtempSync(join(tmpdir(), 'sallyport-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status === 0;
if (!mounted) console.log('A disk of 3 MB cannot be mounted here (it takes root), so the full disk is not tried.');
const filler = join(disk, 'filler');

afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

const LONG = 'Calm during transport, property listed and signed for. '.repeat(1_500);

describe.skipIf(!mounted)('a full disk', () => {
  let desk: TestStation;
  const saved: string[] = [];
  let waiting = '';
  let refusal: Refusal | undefined;

  beforeAll(async () => {
    mkdirSync(join(disk, 'tmp'));
    vi.stubEnv('TMPDIR', join(disk, 'tmp'));
    desk = await newTestStation();
    vi.unstubAllEnvs();
    saved.push(await book(desk));
    waiting = await openForm(desk);
    await desk.done('booking.keepDraft', { bookingId: waiting, fields: GOOD_FIELDS, charges: [] });
  });
  afterAll(async () => {
    await desk.close();
  });

  async function saveLong(): Promise<Refusal | undefined> {
    const opened = await desk.call('booking.open', {});
    if (!opened.ok) return opened.refusals[0];
    const { bookingId } = opened.value;
    const draft = { bookingId, fields: { ...GOOD_FIELDS, narrative: LONG }, charges: GOOD_CHARGES };
    const reply = await desk.call('booking.save', draft);
    if (reply.ok) saved.push(bookingId);
    return reply.ok ? undefined : reply.refusals[0];
  }

  it('is said in a sentence, in the middle of saving', async () => {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 300_000)));
    for (let at = 0; at < 60 && refusal === undefined; at += 1) refusal = await saveLong();
    expect(refusal).toEqual({ code: 'disk-full' });
    expect(refusalMessage({ code: 'disk-full' })).toBe(
      'The disk is full, so nothing was saved. Make room, then try again.',
    );
    expect(desk.faults).toEqual([]);
  });

  it('leaves everything that was acknowledged as it was, and lets it be read', async () => {
    expect(saved.length).toBeGreaterThanOrEqual(1);
    for (const bookingId of saved) expect(await desk.done('booking.get', { bookingId })).toMatchObject({ version: 1 });
    expect(await desk.done('booking.draft', { bookingId: waiting })).toMatchObject({ fields: GOOD_FIELDS });
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });

  it('refuses again while it is full, and works once there is room', async () => {
    expect(await saveLong()).toEqual({ code: 'disk-full' });
    rmSync(filler);
    expect(await saveLong()).toBeUndefined();
    await desk.done('booking.save', { bookingId: waiting, fields: GOOD_FIELDS, charges: GOOD_CHARGES });
    saved.push(waiting);
  });

  it('at any write of a save, one page after the other, loses nothing and keeps nothing half', async () => {
    const before = saved.length;
    const { bookingId } = await desk.done('booking.open', {});
    const draft = { bookingId, fields: { ...GOOD_FIELDS, narrative: LONG }, charges: GOOD_CHARGES };
    const codes: string[] = [];
    for (let room = 0; codes.at(-1) !== 'saved' && room < 400; room += 1) {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail - room) * bsize));
      const reply = await desk.call('booking.save', draft);
      codes.push(reply.ok ? 'saved' : (reply.refusals[0]?.code ?? ''));
      rmSync(filler);
      const now = await desk.call('booking.get', { bookingId });
      expect([room, now.ok]).toEqual([room, reply.ok]);
    }
    saved.push(bookingId);
    expect(new Set(codes.slice(0, -1))).toEqual(new Set(['disk-full']));
    expect(codes.length).toBeGreaterThan(3);
    expect(saved.length).toBe(before + 1);
    expect(desk.faults.filter(({ kind }) => kind !== 'AuditNotWritten')).toEqual([]);
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });

  it('has left a store that opens again with all of it', async () => {
    const { folder } = desk;
    await desk.close();
    desk = await openTestStation(folder);
    await desk.signIn('chief');
    for (const bookingId of saved) expect(await desk.done('booking.get', { bookingId })).toMatchObject({ version: 1 });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
