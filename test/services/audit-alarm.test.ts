import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { keyOf, lookInside } from '../support/look-inside.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
let other: ReturnType<typeof connect>;
beforeAll(async () => {
  desk = await copyTestStation();
  const key = await keyOf(desk.folder);
  other = connect({ file: recordsPath(desk.folder), keys: { database: key.database, mark: key.mark } }, 'write');
}, 60_000);
afterAll(async () => {
  other.close();
  await desk.remove();
});

const wrong = () => desk.call('session.signIn', { name: 'chief', passphrase: 'not the right one' }, 'door');

describe('an audit that cannot be written', { timeout: 60_000 }, () => {
  it('raises the alarm, and nothing that the policy gates goes on', async () => {
    other.exec('begin immediate');
    expect(await wrong()).toMatchObject({ refusals: [{ code: 'wrong-passphrase', params: { triesLeft: 4 } }] });
    expect(await desk.done('session.state', {})).toMatchObject({ refused: { code: 'audit-not-written' } });
    expect(desk.faults).toMatchObject([{ kind: 'AuditNotWritten' }]);
    for (const name of ['booking.open', 'ground.evaluate', 'status.get', 'trail.get', 'people.list']) {
      expect([name, await desk.raw(name, {})]).toMatchObject([name, { refusals: [{ code: 'audit-not-written' }] }]);
    }
    expect((await desk.call('desk.get', {})).ok).toBe(true);
  });

  it('is written in its order as soon as that can be done, and all goes on', async () => {
    other.exec('rollback');
    expect((await desk.call('booking.open', {})).ok).toBe(true);
    expect(await desk.done('session.state', {})).toMatchObject({ refused: null });
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).toContain('sign-in-failed');
    inside.close();
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });
});
