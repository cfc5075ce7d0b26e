import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keyringPath } from '../../services/keys/station-files.ts';
import { lookInside } from '../support/look-inside.ts';
import { openTestStation, PASSPHRASE } from '../support/station.ts';
import { copyOf, NEW, newLostStation, recover, SECRETS, signIn, type LostStation } from './lost-station.ts';
import { MAIN, runCliWith } from './run-cli.ts';
import { atTerminal } from './terminal.ts';

let lost: LostStation;
beforeAll(async () => {
  lost = await newLostStation();
}, 120_000);
afterAll(() => {
  lost.remove();
});

const told = z.object({ entry: z.number() });
const whole = z.looseObject({ actor: z.string() });

describe('sallyport recover', { timeout: 120_000 }, () => {
  it('lets the chief in again where the keyring is lost: records, check and log are whole', async () => {
    const folder = copyOf(lost);
    rmSync(keyringPath(folder));
    expect(await signIn(folder, PASSPHRASE)).toBe('missing-key');
    const { code, out, err } = await recover(folder, lost);
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { ok: true, person: { name: 'chief', displayName: 'M. Fiction' }, keyring: 'made', withoutSlot: ['clerk'] },
    ]);
    expect(err).toMatch(/^M[.] Fiction signs in as chief with the new passphrase[.]/);
    expect(err).toMatch(/keyring[.]json was missing; it was made anew[.]\nNot in the keyring: clerk[.]/);
    expect(err).toMatch(/Entry \d+ of the log says that this was done with the recovery key, and not by whom[.]\n$/);
    expect([out, err].join()).not.toMatch(SECRETS);
    const check = await runCliWith(['check', '--user', 'chief', '--data', folder], NEW);
    expect([check.code, JSON.parse(check.out)]).toMatchObject([0, { ok: true }]);
    const desk = await openTestStation(folder);
    await desk.done('session.signIn', { name: 'chief', passphrase: NEW });
    expect(await desk.done('booking.get', { bookingId: lost.bookingId })).toMatchObject({ version: 1 });
    await desk.done('session.lock', {});
    await desk.done('session.unlock', { passphrase: NEW });
    await desk.close();
  });

  it('writes who did it as far as anybody knows: the holder of the recovery key', async () => {
    const folder = copyOf(lost);
    const { out } = await recover(folder, lost);
    const inside = await lookInside(folder, { name: 'chief', passphrase: NEW });
    const entry = inside.texts().match(/\{[^\n]*"type":"person[.]recovered"[^\n]*\}/g) ?? [];
    const opened = inside.texts().match(/\["[^"]*","recovery",[^\n]*\]/g) ?? [];
    inside.close();
    expect(entry.map((text) => whole.parse(JSON.parse(text)))).toMatchObject([
      { actor: 'recovery-key-holder', seq: told.parse(JSON.parse(out)).entry },
    ]);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toContain('"name":"chief"');
    expect(opened[0]).toContain('"keyring":"kept"');
  });

  it('takes the old passphrase away and leaves everybody else in, where the keyring is there', async () => {
    const folder = copyOf(lost);
    const { code, out, err } = await recover(folder, lost, {
      key: lost.recoveryKey.toLowerCase().replaceAll('-', ' '),
    });
    expect([code, JSON.parse(out)]).toMatchObject([0, { keyring: 'kept', withoutSlot: [] }]);
    expect(err).not.toContain('keyring');
    expect(await signIn(folder, PASSPHRASE)).toBe('wrong-passphrase');
    expect([await signIn(folder, NEW), await signIn(folder, PASSPHRASE, 'clerk')]).toEqual(['in', 'in']);
  });

  it('makes a keyring anew that cannot be read, and keeps the old one beside it', async () => {
    const folder = copyOf(lost);
    writeFileSync(keyringPath(folder), '{');
    const { code, out } = await recover(folder, lost);
    expect([code, JSON.parse(out)]).toMatchObject([0, { keyring: 'replaced', withoutSlot: ['clerk'] }]);
    expect([await signIn(folder, NEW), readFileSync(join(folder, 'keyring-unreadable.json'), 'utf8')]).toEqual([
      'in',
      '{',
    ]);
  });

  it('gives the others their slots back as they sign in after the chief', async () => {
    const folder = copyOf(lost);
    rmSync(keyringPath(folder));
    await recover(folder, lost);
    expect(await signIn(folder, PASSPHRASE, 'clerk')).toBe('wrong-passphrase');
    const desk = await openTestStation(folder);
    await desk.done('session.signIn', { name: 'chief', passphrase: NEW });
    await desk.signIn('clerk', 'other');
    await desk.close();
    expect(await signIn(folder, PASSPHRASE, 'clerk')).toBe('in');
  });

  it('asks at a terminal for key and passphrases, and shows none of them', async () => {
    const folder = copyOf(lost);
    const words = [MAIN, 'recover', '--user', 'chief', '--recovery', lost.recoveryFolder, '--data', folder];
    const typed = [lost.recoveryKey, NEW, NEW, ''].join('\r');
    const shown = await atTerminal(words, { question: 'Recovery key, from your paper: ', typed });
    expect(shown).toContain('New passphrase of chief: ');
    expect(shown).toContain('New passphrase again: ');
    expect(shown).not.toMatch(SECRETS);
    expect(await signIn(folder, NEW)).toBe('in');
  });
});
