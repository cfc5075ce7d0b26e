import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, openDesk, signIn } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, resize } from '../support/look.ts';
import { deskHost } from './window-host.ts';

describe('a half-typed request', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'intake');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const box = (label: string) => launched.page.getByLabel(label, { exact: true });

  async function goTo(letter: string, title: string): Promise<void> {
    await launched.page.keyboard.press('g');
    await launched.page.keyboard.press(letter);
    await launched.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  async function openIntake(): Promise<void> {
    await goTo('q', 'Requests');
    await launched.page.keyboard.press('Control+Enter');
    await launched.page.getByRole('heading', { level: 1, name: 'A request came in' }).waitFor();
  }
  /** Kill -9 of all that runs, then the same station again. */
  async function killed(): Promise<void> {
    const main = launched.app.process();
    const ended = new Promise((done) => main.once('exit', done));
    main.kill('SIGKILL');
    await ended;
    launched = await launchApp(desk.launch);
    await signIn(launched.page);
    await resize(launched, 1366, 768);
  }
  /** To the desk and back; letters are text until the focus has left the boxes. */
  async function leaveAndReturn(): Promise<void> {
    await launched.page.getByRole('button', { name: 'Back', exact: true }).focus();
    await goTo('d', 'Desk');
    await openIntake();
  }

  it('is found again, box by box, after a visit to another room', async () => {
    const { page } = launched;
    await openIntake();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ERO Boston, Officer Fictional');
    await page.keyboard.press('Tab');
    await page.keyboard.type('I-247A, hold until Friday');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Testperson, Alex');
    await leaveAndReturn();
    await page.getByText(/^Kept /).waitFor();
    expect(await box('Who asks').inputValue()).toBe('ERO Boston, Officer Fictional');
    expect(await box('Form, or what is asked').inputValue()).toBe('I-247A, hold until Friday');
    expect(await box('About whom').inputValue()).toBe('Testperson, Alex');
    expect(await box('When').inputValue()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d/);
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'request-intake-kept');
  });

  it('comes back as it was before what could not stay, and says so', async () => {
    const { page } = launched;
    await box('Form, or what is asked').fill('He is undocumented, hold him');
    await leaveAndReturn();
    await page.getByText('“Form, or what is asked” not as typed last since words were marked').waitFor();
    expect(await box('Form, or what is asked').inputValue()).toBe('I-247A, hold until Friday');
    expect(await box('Who asks').inputValue()).toBe('ERO Boston, Officer Fictional');
  });

  it('ends when it is begun anew, and waits where somebody signs out or the window is gone', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Begin anew' }).press('Enter');
    expect(await box('Who asks').inputValue()).toBe('');
    await box('Who asks').fill('HSI, Agent Placeholder');
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Sign out instead' }).press('Enter');
    await signIn(page);
    await openIntake();
    await expect.poll(async () => box('Who asks').inputValue()).toBe('HSI, Agent Placeholder');
    await box('About whom').fill('Sampleton, Jo');
    await page.getByText(/^Kept /).waitFor();
    await killed();
    await launched.page.getByText('Not finished: request').waitFor();
    await openIntake();
    await expect.poll(async () => box('Who asks').inputValue()).toBe('HSI, Agent Placeholder');
  });

  it('is no open form any more once it is recorded', async () => {
    const { page } = launched;
    await box('Form, or what is asked').fill('A copy of the booking sheet');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /^Request received/ }).waitFor();
    await openIntake();
    expect(await box('Who asks').inputValue()).toBe('');
    expect(await page.getByRole('button', { name: 'Begin anew' }).count()).toBe(0);
  });

  it('finds what was typed under "What happened next?" after the window was gone, and says what could not stay', async () => {
    await launched.page.getByRole('button', { name: 'Back', exact: true }).focus();
    await goTo('q', 'Requests');
    await launched.page
      .getByRole('main')
      .getByRole('button', { name: /-00001$/ })
      .press('Enter');
    await launched.page.getByRole('button', { name: 'Decide' }).press('Enter');
    await launched.page.getByRole('radio', { name: 'declined' }).check();
    await launched.page.getByLabel('Clause that closes it').selectOption('3c');
    await launched.page.getByLabel('Reason').fill('he is undocumented');
    await launched.page.getByText(/^Kept .*, without “Reason”$/).waitFor();
    await killed();
    await launched.page
      .getByRole('row', { name: /Not finished: request received, “Decide”/ })
      .getByRole('button')
      .press('Enter');
    await launched.page.getByText(/^Kept .*, without “Reason”$/).waitFor();
    expect(await launched.page.getByRole('radio', { name: 'declined' }).isChecked()).toBe(true);
    // A key pressed now must not choose the other one.
    await expect
      .poll(() =>
        launched.page.getByRole('radio', { name: 'declined' }).evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
    expect(await box('Reason').inputValue()).toBe('');
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'request-kept');
    await box('Reason').fill('A civil paper is no basis for a hold');
    await launched.page.keyboard.press('Control+Enter');
    await launched.page.getByText('3(c): no basis to hold').waitFor();
    await goTo('d', 'Desk');
    await expect.poll(() => launched.page.getByText('Not finished').count()).toBe(0);
  });
});
