import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHIEF, makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { picture, resize } from '../support/look.ts';
import { keyWindowAfter, touchKey, wallsOf, type KeyInDrawer } from '../support/virtual-key.ts';
import { askBeforeTaking, comeInByTheLast, looksWell, renewCodes } from './factor-journeys.ts';
import { deskHost } from './window-host.ts';

describe('a security key', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'security-key');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  const netLog = join(desk.work, 'net-log.json');
  let launched: LaunchedApp;
  let key: KeyInDrawer;
  let codes: string[] = [];

  beforeAll(async () => {
    const args = [...(desk.launch.args ?? []), `--log-net-log=${netLog}`];
    launched = await openDesk({ ...desk, launch: { ...desk.launch, args } });
    await resize(launched, 1366, 768);
  });
  afterAll(() => {
    desk.close();
  });

  /** Everything is typed; the last Enter is still to come. */
  async function toSignIn(): Promise<void> {
    const { page } = launched;
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Sign out instead' }).press('Enter');
    await page.getByRole('button', { name: 'I have read this' }).press('Enter');
    await page.getByLabel('Sign-in name').fill(CHIEF.name);
    await page.getByLabel('Passphrase', { exact: true }).fill(CHIEF.passphrase);
  }
  const enter = (): Promise<void> => launched.page.keyboard.press('Enter');

  it('is set up from one’s own page in a window of its own, and brings recovery codes', async () => {
    const { page } = launched;
    await page.getByRole('banner').getByRole('button', { name: CHIEF.displayName }).press('Enter');
    const part = page.getByRole('region', { name: 'A security key' });
    await part.getByLabel('Your passphrase').fill(CHIEF.passphrase);
    await enter();
    const name = part.getByLabel('Name of the key');
    await expect
      .poll(() => name.evaluate((box) => box.matches(':focus:invalid, :focus[aria-invalid=true]')))
      .toBe(true);
    await name.fill('Blue one');
    await part.getByLabel('Your passphrase').fill(CHIEF.passphrase);
    await part.getByLabel('Your passphrase').focus();
    const opened = await keyWindowAfter(launched, enter);
    await looksWell(launched, opened);
    await picture({ ...launched, page: opened }, folder, 'key-make');
    key = await touchKey(launched, opened, null);
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    codes = await page.getByRole('listitem').allInnerTexts();
    await picture(launched, folder, 'key-codes');
    await page.getByRole('button', { name: 'I have written them down' }).press('Enter');
    await page.getByText('Your security key is set up.').waitFor();
    await part.getByRole('cell', { name: 'Blue one', exact: true }).waitFor();
    await picture(launched, folder, 'key-account');
    await looksWell(launched);
  });

  it('has a window that is walled, that a lock ends, and whose answer to another challenge is not taken', async () => {
    const { page } = launched;
    const asked = (): Promise<unknown> =>
      page.evaluate(
        async (proof) => {
          const { calls, shell } = window.sallyport;
          const begun = await calls['factor.beginKey']({ name: 'Another', ...proof });
          if (!begun.ok) return begun;
          const made = await shell.makeKey({ ...begun.value, challenge: 'A'.repeat(43), known: [] });
          return made.ok ? calls['factor.addKey']({ name: 'Another', made: made.value }) : made;
        },
        { passphrase: CHIEF.passphrase, code: codes.pop() ?? '' },
      );
    let reply = Promise.resolve<unknown>(null);
    const begin = (): Promise<Page> =>
      keyWindowAfter(launched, () => {
        reply = asked();
        return Promise.resolve();
      });
    const other = await begin();
    expect(await wallsOf(other)).toEqual({
      bridge: ['asked', 'answer', 'cancel'],
      reached: [],
      origin: 'https://key.sallyport.invalid',
    });
    await touchKey(launched, other, null);
    expect(await reply).toMatchObject({ refusals: [{ code: 'key-not-taken' }] });
    const [replaced, wait] = [await begin(), reply];
    const opened = await begin();
    // Asked again meanwhile: the first window goes, says so, and the second waits on.
    expect(await wait).toMatchObject({ refusals: [{ code: 'key-not-touched', params: { why: 'again' } }] });
    expect([replaced.isClosed(), opened.isClosed()]).toEqual([true, false]);
    const gone = opened.waitForEvent('close');
    await page.evaluate(() => window.sallyport.calls['session.lock']({}));
    await gone;
    expect(await reply).toMatchObject({ refusals: [{ code: 'key-not-touched', params: { why: 'locked' } }] });
    await page.evaluate(
      async (passphrase) => window.sallyport.calls['session.unlock']({ passphrase }),
      CHIEF.passphrase,
    );
  });

  it('is asked for at once after the passphrase; its wait ends with Escape, with the button, and after a minute', async () => {
    const { app, page } = launched;
    await toSignIn();
    const opened = await keyWindowAfter(launched, enter);
    await picture({ ...launched, page: opened }, folder, 'key-touch');
    // The window goes while the key is still down.
    await opened.keyboard.press('Escape').catch(() => undefined);
    await page.getByText('The wait for the security key was ended.').waitFor();
    expect(await page.getByLabel('Passphrase', { exact: true }).inputValue()).toBe(CHIEF.passphrase);
    await picture(launched, folder, 'key-ended');
    await looksWell(launched);
    const again = await keyWindowAfter(launched, () =>
      page.getByRole('button', { name: 'Use your security key' }).press('Enter'),
    );
    await again.keyboard.press('Enter').catch(() => undefined);
    await page.getByText('The wait for the security key was ended.').waitFor();
    // A minute passes in a blink.
    await app.evaluate(() => {
      const real = globalThis.setTimeout;
      const fast = (act: () => void, wait?: number) => real(act, wait === 60_000 ? 200 : wait);
      Reflect.set(globalThis, 'setTimeout', fast);
      Reflect.set(globalThis, 'realTimeout', real);
    });
    await enter();
    await page.getByText('No security key was touched within a minute.').waitFor();
    // Nobody may sit there any more.
    expect(await page.getByLabel('Passphrase', { exact: true }).inputValue()).toBe('');
    await page.getByLabel('Passphrase', { exact: true }).fill(CHIEF.passphrase);
    await app.evaluate(() => Reflect.set(globalThis, 'setTimeout', Reflect.get(globalThis, 'realTimeout')));
  });

  it('lets in when it is touched', async () => {
    const before = key.signCount;
    key = await touchKey(launched, await keyWindowAfter(launched, enter), key);
    await launched.page.getByRole('navigation').waitFor();
    expect(key.signCount).toBeGreaterThan(before);
  });

  it('stays while it is the only factor, and says so', async () => {
    const { page } = launched;
    await page.getByRole('banner').getByRole('button', { name: CHIEF.displayName }).press('Enter');
    await askBeforeTaking(launched, folder);
    await enter();
    const dialog = page.getByRole('dialog');
    await page.keyboard.type(CHIEF.passphrase);
    await enter();
    await dialog.getByText('This is the only second factor that you have').waitFor();
    await picture(launched, folder, 'key-stays');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('makes recovery codes anew by its touch, waited for once', async () => {
    await launched.page.getByText('Recovery codes that are left: 7 of ten.').waitFor();
    const before = codes;
    const made = await renewCodes(launched, folder, key);
    key = made.key;
    codes = made.codes.filter((code) => !before.includes(code));
    expect(codes).toHaveLength(10);
  });

  it('lets nobody in once a double of it was touched; a recovery code does, and the key goes', async () => {
    const { page } = launched;
    await toSignIn();
    await touchKey(launched, await keyWindowAfter(launched, enter), { ...key, signCount: 0 });
    await page.getByText('This key counted less than the last time').waitFor();
    await picture(launched, folder, 'key-double');
    await enter();
    await page.getByText('Your security key serves no more').waitFor();
    await comeInByTheLast(launched, codes);
    await page.getByText('Serves no more: another like it is about.').waitFor();
    await page.getByText('New recovery codes take the place of those on your paper.').waitFor();
    await picture(launched, folder, 'key-closed');
    await looksWell(launched);
    await page.getByRole('button', { name: 'Take away Blue one' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Your passphrase').fill(CHIEF.passphrase);
    await enter();
    await page.getByText('Blue one is taken away.').waitFor();
    const name = page.getByLabel('Name of the key');
    await expect.poll(() => name.evaluate((box) => box.matches(':focus'))).toBe(true);
  });

  it('asked for no address and no name, as Chromium’s own log of its network tells', async () => {
    await launched.close();
    const log = readFileSync(netLog, 'utf8');
    expect(log).toContain('"constants"');
    expect(log.match(/"(?:url|host)":"[^"]*"/g)).toBeNull();
  });
});
