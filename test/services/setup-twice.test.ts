import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import type { SystemKeyGuard } from '../../services/keys/keyring.ts';
import { openDatabaseRecovery } from '../../services/keys/recovery-files.ts';
import { book, DECLINED } from '../support/booked.ts';
import { openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const OTHER = 'nine orange kettles by the dock';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'sallyport-setup-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

interface Setup {
  readonly desk: TestStation;
  readonly recoveryKey: string;
  readonly finish: (folder: string, passphrase?: string) => Promise<readonly string[]>;
}

async function begin(systemKeyGuard?: SystemKeyGuard): Promise<Setup> {
  const guard = systemKeyGuard === undefined ? {} : { systemKeyGuard };
  const desk = await openTestStation(join(place, 'station'), guard);
  const { recoveryKey } = await desk.done('setup.begin', {});
  const finish: Setup['finish'] = async (folder, passphrase = PASSPHRASE) => {
    const reply = await desk.call('setup.finish', {
      name: 'Exampleton Police',
      ori: 'MA0EX0100',
      recoveryFolder: join(place, folder),
      recoveryKey,
      chief: { name: 'chief', displayName: 'M. Fiction', badge: '0001', passphrase },
    });
    return reply.ok ? [] : reply.refusals.map(({ code, params }) => [code, params?.['why'] ?? ''].join(' ').trim());
  };
  return { desk, recoveryKey, finish };
}

describe('a set-up', { timeout: 60_000 }, () => {
  it('tells what stands against names and passphrase page by page, before there is a recovery key', async () => {
    const desk = await openTestStation(join(place, 'station'));
    const judged = async (typed: CallInput<'setup.judge'>): Promise<readonly string[]> => {
      const reply = await desk.call('setup.judge', typed);
      if (reply.ok) return [];
      return reply.refusals.map(({ code, field = '', params }) => `${field} ${code} ${String(params?.['why'] ?? '')}`);
    };
    const name = 'Exampleton Police';
    const chief = { name: 'chief', displayName: 'M. Fiction', badge: '0001', passphrase: PASSPHRASE };
    expect([await judged({ name }), await judged({ name, chief })]).toEqual([[], []]);
    expect(await judged({ name: 'Undocumented aliens' })).toEqual([expect.stringMatching(/^name status-in-text/)]);
    for (const [passphrase, why] of [
      ['too short', 'short'],
      ['Jennifer2026!', 'listed'],
      ['Exampleton Police', 'own-words'],
    ] as const) {
      const weak = `chief.passphrase weak-passphrase ${why}`;
      expect(await judged({ name, chief: { ...chief, passphrase } })).toEqual([weak]);
    }
    expect(readdirSync(place)).not.toContain('recovery');
    await desk.close();
  });

  it('that is asked for twice at once founds one station, which exports', async () => {
    const { desk, recoveryKey, finish } = await begin();
    expect(await Promise.all([finish('first'), finish('second', OTHER)])).toEqual([[], ['station-in-use']]);
    expect(readdirSync(place).sort()).toEqual(['first', 'station']);
    expect((await openDatabaseRecovery(join(place, 'first'), recoveryKey)).ok).toBe(true);
    await desk.signIn('chief');
    expect(await desk.call('setup.judge', { name: 'Exampleton Police' })).toMatchObject({
      refusals: [{ code: 'station-exists' }],
    });
    const bookingId = await book(desk);
    const notice = { ...DECLINED, bookingId } as const;
    const { notificationId } = await desk.done('notification.record', notice);
    mkdirSync(join(place, 'out'));
    const copy = { notificationIds: [notificationId], folder: join(place, 'out'), audience: 'Counsel Sample' };
    expect(await desk.done('notification.export', copy)).toHaveLength(1);
    await desk.close();
  });

  it('that breaks leaves nothing that blocks the next one', async () => {
    let asked = 0;
    const { desk, finish } = await begin({
      protects: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('a key store that is not there')) : Promise.resolve(false);
      },
      wrap: (bytes) => Promise.resolve(bytes),
      unwrap: (bytes) => Promise.resolve(bytes),
    });
    expect(await finish('recovery')).toEqual(['fault']);
    expect([readdirSync(join(place, 'recovery')), desk.faults.length]).toEqual([[], 1]);
    expect(await finish('recovery')).toEqual([]);
    await desk.signIn('chief');
    await desk.close();
  });

  it('that is refused can be tried again, and leaves the recovery files of somebody else alone', async () => {
    const { desk, finish } = await begin();
    mkdirSync(join(place, 'recovery'));
    writeFileSync(join(place, 'recovery', 'root-recovery.jwe'), 'of another station');
    expect(await finish('recovery')).toEqual(['wrong-value already-there']);
    expect(readdirSync(join(place, 'recovery'))).toEqual(['root-recovery.jwe']);
    expect(await finish('elsewhere')).toEqual([]);
    await desk.close();
  });
});
