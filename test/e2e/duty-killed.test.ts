import { afterAll, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk, signIn } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { deskHost } from './window-host.ts';

const MINUTE = 60_000;
const desk = makeDesk(deskHost(), 'killed');
let launched: LaunchedApp;
afterAll(async () => {
  await launched.close();
  desk.close();
});

/** Ends every process of the app at once, as a power cut does. */
async function cutPower({ app }: LaunchedApp): Promise<void> {
  const main = app.process();
  const ended = new Promise((done) => main.once('exit', done));
  main.kill('SIGKILL');
  await ended;
}

it('keeps the clock of the task force through a power cut, and shows it first', { timeout: 180_000 }, async () => {
  launched = await openDesk(desk);
  const known = new Date(Date.now() - 20 * MINUTE).toISOString();
  await launched.page.evaluate(async (factsKnownAt) => {
    await window.sallyport.calls['ground.explain']({
      act: 'notify-ice',
      ground: '2c',
      subject: { role: 'suspect', lastName: 'Sampleton', firstName: 'Jo' },
      facts: { factsKnownAt },
    });
  }, known);
  const card = (page: LaunchedApp['page']) => page.getByRole('region', { name: 'Call the Joint Terrorism Task Force' });
  await card(launched.page).waitFor();
  await launched.page.keyboard.press('a');
  await card(launched.page)
    .getByText(/1 attempt/)
    .waitFor();

  await launched.page.evaluate(() => window.sallyport.calls['booking.open']({}));
  await cutPower(launched);
  const cut = performance.now();
  launched = await launchApp(desk.launch);
  const shown = performance.now();
  await signIn(launched.page);
  await launched.page
    .getByText(/^Unfinished booking/)
    .first()
    .waitFor();
  const [start, entering] = [shown - cut, performance.now() - shown].map(Math.round);
  console.log(
    `After the cut: the window in ${String(start)} ms, from it through sign-in to the form in ${String(entering)} ms`,
  );

  await card(launched.page)
    .getByText(/1 attempt/)
    .waitFor();
  const [duty] = await launched.page.evaluate(async () => {
    const reply = await window.sallyport.calls['duty.list']({});
    return reply.ok ? reply.value.filter((one) => one.duty === 'jttf') : [];
  });
  expect(duty?.since).toBe(known);
  expect(duty?.left).toBeLessThan(-4 * MINUTE);
  expect(duty?.escalation).toBe(1);
});
