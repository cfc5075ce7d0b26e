import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyringPath } from '../../services/keys/station-files.ts';
import { lookInside } from '../support/look-inside.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation();
}, 60_000);
afterAll(async () => {
  await desk.remove();
});

const NEW = { name: 'placeholder', displayName: 'Kim Placeholder', badge: '0311', role: 'booking-officer' } as const;

async function codesOf(changed: Readonly<Record<string, string>>): Promise<readonly (readonly unknown[])[]> {
  const reply = await desk.raw('people.add', { ...NEW, passphrase: PASSPHRASE, ...changed });
  return reply.ok ? [] : reply.refusals.map(({ code, field }) => [code, field]);
}

describe('somebody new', () => {
  it.each([
    ['a status as the sign-in name', { name: 'undocumented' }, ['status-in-text', 'name']],
    ['a status as the name shown', { displayName: 'Kim, an illegal alien' }, ['status-in-text', 'displayName']],
    ['a status as the badge', { badge: 'illegal alien' }, ['status-in-code', 'badge']],
    ['a role that is none', { role: 'sheriff' }, ['wrong-value', 'role']],
    ['no passphrase worth the name', { passphrase: 'password' }, ['weak-passphrase', 'passphrase']],
    ['their own name as passphrase', { passphrase: 'placeholder placeholder' }, ['weak-passphrase', 'passphrase']],
    ['a name that somebody has', { name: ' CHIEF ' }, ['name-taken', 'name']],
    ['no name', { name: '  ' }, ['missing-value', 'name']],
  ])('is refused with %s, and nothing is kept', async (_what, changed, expected) => {
    const inside = await lookInside(desk.folder);
    const before = [inside.counts(), readFileSync(keyringPath(desk.folder), 'utf8')];
    expect(await codesOf(changed)).toEqual([expected]);
    expect([inside.counts(), readFileSync(keyringPath(desk.folder), 'utf8')]).toEqual(before);
    inside.close();
  });

  it('signs in, is put out, and stays out with the slot of before', async () => {
    const added = await desk.done('people.add', { ...NEW, passphrase: PASSPHRASE });
    const keyring = readFileSync(keyringPath(desk.folder));
    await desk.signIn('placeholder', 'window');
    const gone = await desk.done('people.deactivate', { personId: added.id });
    expect(gone).toMatchObject({ id: added.id, active: false });
    expect(await desk.call('desk.get', {}, 'window')).toMatchObject({ refusals: [{ code: 'not-signed-in' }] });
    const open = await desk.call('session.signIn', { name: 'placeholder', passphrase: PASSPHRASE }, 'window');
    expect(open).toMatchObject({ refusals: [{ code: 'wrong-passphrase' }] });
    await desk.close();
    writeFileSync(keyringPath(desk.folder), keyring);
    desk = await openTestStation(desk.folder);
    const sealed = await desk.call('session.signIn', { name: 'placeholder', passphrase: PASSPHRASE }, 'window');
    expect(sealed).toMatchObject({ refusals: [{ code: 'wrong-passphrase' }] });
    expect(await desk.call('desk.get', {}, 'window')).toMatchObject({ refusals: [{ code: 'not-signed-in' }] });
    await desk.signIn('chief');
  }, 60_000);

  it('cannot be put out twice, nor by themselves, and stays on the list', async () => {
    const people = await desk.done('people.list', {});
    expect(people.map(({ name, active }) => [name, active])).toEqual([
      ['chief', true],
      ['placeholder', false],
    ]);
    const [chief, gone] = people;
    // The slot that came back with the old keyring is taken once more.
    await desk.done('people.deactivate', { personId: gone?.id ?? '' });
    expect(await desk.raw('people.deactivate', { personId: gone?.id })).toMatchObject({
      refusals: [{ code: 'not-found' }],
    });
    expect(await desk.raw('people.deactivate', { personId: chief?.id })).toMatchObject({
      refusals: [{ code: 'same-person' }],
    });
  });
});
