import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phoneShows } from '../support/phone.ts';
import { softKey } from '../support/soft-key.ts';
import { keyDoor } from '../support/key-door.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';
import { runCliWith, type Ran } from './run-cli.ts';

let desk: TestStation;
let secret = '';
let codes: readonly string[] = [];
let besideKey: readonly string[] = [];
beforeAll(async () => {
  desk = await newTestStation();
  await desk.addPerson('auditor', 'auditor');
  await desk.addPerson('auditor', 'counsel');
  await desk.signIn('counsel', 'counsel');
  besideKey = await keyDoor(() => desk).enrol(softKey(), 'counsel');
  const begun = await desk.done('factor.begin', { passphrase: PASSPHRASE });
  secret = begun.secret;
  codes = (await desk.done('factor.confirm', { code: phoneShows(secret, new Date()) })).recoveryCodes;
  await desk.close();
}, 60_000);
afterAll(() => desk.remove());

const check = (name: string, ...lines: readonly string[]): Promise<Ran> =>
  runCliWith(['check', '--user', name, '--data', desk.folder], lines.join('\n'));

describe('a command of somebody with a second factor', { timeout: 60_000 }, () => {
  it('takes the code as the second line, and says where it is missing', async () => {
    const without = await check('chief', PASSPHRASE, '');
    expect(without.code).toBe(1);
    expect(without.out).toContain('second-factor-needed');
    expect(without.err).toContain('The code of the second factor is empty.');
    expect(await check('chief', PASSPHRASE, phoneShows(secret, new Date(), 1))).toMatchObject({ code: 0 });
    expect(await check('chief', PASSPHRASE, codes[0] ?? '')).toMatchObject({ code: 0 });
  });

  it('of a security key alone says that none is touched here, and takes a recovery code', async () => {
    const without = await check('counsel', PASSPHRASE, '');
    expect(without.code).toBe(1);
    expect(without.out).toContain('second-factor-needed');
    expect(without.out).not.toContain('challenge');
    expect(without.err).toContain('A security key is touched in the window alone. Here a recovery code serves');
    expect(await check('counsel', PASSPHRASE, besideKey[0] ?? '')).toMatchObject({ code: 0 });
  });

  it('is that of before for whoever has none', async () => {
    expect(await check('auditor', PASSPHRASE)).toMatchObject({ code: 0 });
  });
});
