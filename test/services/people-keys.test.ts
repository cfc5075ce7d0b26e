import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { foundKeyring, openSlot } from '../../services/keys/keyring.ts';
import { keyringPath } from '../../services/keys/station-files.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const NAMES = ['ann', 'ben', 'cal'];

let desk: TestStation;
let ring = '';
beforeEach(async () => {
  desk = await newTestStation();
  ring = keyringPath(desk.folder);
}, 60_000);
afterEach(() => desk.remove());

const person = (name: string, role = 'supervisor'): object => ({
  name,
  displayName: `Officer ${name} Fictional`,
  badge: '0117',
  role,
  passphrase: PASSPHRASE,
});

async function said(call: string, input: unknown, client = 'test'): Promise<string> {
  const reply = await desk.raw(call, input, client);
  return reply.ok ? '' : reply.refusals.map((one) => `${one.code}: ${refusalMessage(one)}`).join(' ');
}

const opens = async (name: string): Promise<string> => (await openSlot(ring, name, PASSPHRASE)).kind;

async function activeNames(): Promise<readonly string[]> {
  return (await desk.done('people.list', {})).filter(({ active }) => active).map(({ name }) => name);
}

describe('the keyring', { timeout: 60_000 }, () => {
  it('keeps everybody who is added, and loses everybody who is put out, at the same time', async () => {
    expect(await Promise.all(NAMES.map((name) => said('people.add', person(name))))).toEqual(['', '', '']);
    for (const name of NAMES) expect([name, await opens(name)]).toEqual([name, 'opened']);
    const people = await desk.done('people.list', {});
    const ids = people.filter(({ name }) => NAMES.includes(name)).map(({ id }) => id);
    expect(await Promise.all(ids.map((personId) => said('people.deactivate', { personId })))).toEqual(['', '', '']);
    for (const name of NAMES) expect([name, await opens(name)]).toEqual([name, 'wrong']);
    expect([await activeNames(), desk.faults]).toEqual([['chief'], []]);
  });

  it('that cannot be read puts nobody on record, and the same name can be added later', async () => {
    const good = readFileSync(ring);
    writeFileSync(ring, '{');
    expect(await said('people.add', person('ann'))).toMatch(/^unreadable-file: .*keyring[.]json/);
    expect(await activeNames()).toEqual(['chief']);
    writeFileSync(ring, good);
    expect(await said('people.add', person('ann'))).toBe('');
    expect([await opens('ann'), desk.faults]).toEqual(['opened', []]);
  });

  it('that is missing is not made anew with one slot', async () => {
    const good = readFileSync(ring);
    rmSync(ring);
    expect(await said('people.add', person('ann'))).toMatch(/^missing-key: /);
    expect(() => readFileSync(ring)).toThrow(/ENOENT/);
    writeFileSync(ring, good);
    expect([await activeNames(), await said('people.add', person('ann'))]).toEqual([['chief'], '']);
  });

  it('that cannot be read keeps nobody inside who was put out, and loses the slot with the next try', async () => {
    const personId = await desk.addPerson('supervisor', 'ann');
    await desk.signIn('ann', 'ann');
    const good = readFileSync(ring);
    writeFileSync(ring, '{');
    expect(await said('people.deactivate', { personId })).toMatch(/^unreadable-file: .*keyring[.]json/);
    expect([await activeNames(), await said('booking.open', {}, 'ann')]).toEqual([
      ['chief'],
      expect.stringMatching(/^not-signed-in/),
    ]);
    writeFileSync(ring, good);
    expect([await opens('ann'), await said('people.deactivate', { personId })]).toEqual(['opened', '']);
    expect([await opens('ann'), await said('people.deactivate', { personId })]).toEqual([
      'wrong',
      expect.stringMatching(/^not-found/),
    ]);
  });

  it('does not let in who is put out while their passphrase is looked at', async () => {
    const personId = await desk.addPerson('supervisor', 'ann');
    const [, out] = await Promise.all([
      desk.signIn('ann', 'ann').catch(() => ''),
      said('people.deactivate', { personId }),
    ]);
    expect([out, await said('booking.open', {}, 'ann')]).toEqual(['', expect.stringMatching(/^not-signed-in/)]);
  });

  it('gives a name to the newest person alone, whatever a broken-off set-up left', async () => {
    const good = readFileSync(ring, 'utf8');
    await desk.addPerson('supervisor', 'ann');
    const slot = readFileSync(ring, 'utf8').replace(
      /"personId": "[^"]*",(\s*)"name": "ann"/,
      '"personId": "lost",$1"name": "ben"',
    );
    writeFileSync(ring, slot);
    expect(await said('people.add', person('ben'))).toBe('');
    await desk.close();
    desk = await openTestStation(desk.folder);
    await desk.signIn('ben');
    expect(good).not.toContain('lost');
  });

  it('is founded once', async () => {
    const good = readFileSync(ring, 'utf8');
    await expect(foundKeyring(ring)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(ring, 'utf8')).toBe(good);
  });
});

describe('a chief', { timeout: 60_000 }, () => {
  it('is made and put out by a chief alone', async () => {
    await desk.addPerson('administrator', 'adm');
    await desk.signIn('adm', 'adm');
    const [chief] = await desk.done('people.list', {});
    expect(await said('people.add', person('ann', 'chief'), 'adm')).toMatch(/^role-not-allowed: Only a chief/);
    expect(await said('people.deactivate', { personId: chief?.id }, 'adm')).toMatch(/^role-not-allowed: Only a chief/);
    expect(await said('people.add', person('ben'), 'adm')).toBe('');
    expect(await said('people.add', person('ann', 'chief'))).toBe('');
    expect([...(await activeNames())].sort()).toEqual(['adm', 'ann', 'ben', 'chief']);
  });

  it('is left where two put each other out', async () => {
    const other = await desk.addPerson('chief', 'ann');
    await desk.signIn('ann', 'ann');
    const [chief] = await desk.done('people.list', {});
    const both = await Promise.all([
      said('people.deactivate', { personId: other }),
      said('people.deactivate', { personId: chief?.id }, 'ann'),
    ]);
    expect(both.filter((one) => one === '')).toHaveLength(1);
    await desk.close();
    desk = await openTestStation(desk.folder);
    const left = await Promise.all(
      ['chief', 'ann'].map((name) => said('session.signIn', { name, passphrase: PASSPHRASE })),
    );
    expect(left.filter((one) => one === '')).toHaveLength(1);
  });

  it('does not put themselves out, and is told so without talk of a co-signer', async () => {
    const [chief] = await desk.done('people.list', {});
    const told = await said('people.deactivate', { personId: chief?.id });
    expect(told).toMatch(/^same-person: Nobody takes the way in from themselves[.]/);
    expect(told).not.toContain('co-sign');
  });
});
