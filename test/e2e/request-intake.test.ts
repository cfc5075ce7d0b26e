import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, openDesk, signIn } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
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
    await page.getByText(/^As you left it .* It waits until you sign out\.$/).waitFor();
    expect(await box('Who asks').inputValue()).toBe('ERO Boston, Officer Fictional');
    expect(await box('Form, or what is asked').inputValue()).toBe('I-247A, hold until Friday');
    expect(await box('About whom').inputValue()).toBe('Testperson, Alex');
    expect(await box('When').inputValue()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d/);
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'request-intake-kept');
  });

  it('comes back without what could not stay, and says so', async () => {
    const { page } = launched;
    await box('Form, or what is asked').fill('He is undocumented, hold him');
    await leaveAndReturn();
    await page.getByText('without “Form, or what is asked”').waitFor();
    expect(await box('Form, or what is asked').inputValue()).toBe('');
    expect(await box('Who asks').inputValue()).toBe('ERO Boston, Officer Fictional');
  });

  it('ends when it is begun anew, and when somebody signs out', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Begin anew' }).press('Enter');
    expect(await box('Who asks').inputValue()).toBe('');
    await box('Who asks').fill('HSI, Agent Placeholder');
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Sign out instead' }).press('Enter');
    await signIn(page);
    await openIntake();
    expect(await box('Who asks').inputValue()).toBe('');
  });

  it('is no open form any more once it is recorded', async () => {
    const { page } = launched;
    await box('Who asks').fill('HSI, Agent Placeholder');
    await box('Form, or what is asked').fill('A copy of the booking sheet');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /^Request received/ }).waitFor();
    await openIntake();
    expect(await box('Who asks').inputValue()).toBe('');
    expect(await page.getByRole('button', { name: 'Begin anew' }).count()).toBe(0);
  });
});
