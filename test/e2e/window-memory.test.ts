// What is left of sealed content in the memory of the window's process once the screen is locked.
import { cpSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { book } from '../support/booked.ts';
import { CHIEF, makeDesk, signIn } from '../support/desk.ts';
import { showBooking } from '../support/ground-desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { processTree } from '../support/sockets.ts';
import { timesInMemory } from '../support/process-memory.ts';
import { openTestStation } from '../support/station.ts';
import { deskHost } from './window-host.ts';

const STATUS = 'Umbrellaquartz permit (made up)';
const readable = platform() === 'linux' && process.getuid?.() === 0;
if (!readable) console.log('The memory of another process is read by root on Linux: not tried here.');

/** Opens what is recorded, for a reason. */
async function read(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read the record' }).press('Enter');
  await page.getByLabel('Why do you open this?').fill('To write the notice');
  await page.keyboard.press('Enter');
  // Not by its words: they would lie in the window's memory because of the test.
  await page.getByRole('button', { name: 'Read the record' }).waitFor({ state: 'detached' });
}

describe.skipIf(!readable)('the window, when the screen is locked over a status', () => {
  const desk = makeDesk(deskHost(), 'memory');
  let launched: LaunchedApp;
  let pid = 0;

  beforeAll(async () => {
    cpSync(inject('ready'), desk.work, { recursive: true });
    const station = await openTestStation(desk.launch.data);
    await station.done('session.signIn', { name: CHIEF.name, passphrase: CHIEF.passphrase });
    const bookingId = await book(station);
    const { determinationId } = await station.done('ground.determine', { bookingId, ground: '2a', facts: {} });
    await station.done('status.record', { bookingId, determinationId, value: STATUS });
    await station.close();
    launched = await launchApp(desk.launch);
    await signIn(launched.page);
    pid = await launched.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    );
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  it('holds it while it is shown, and no more behind the lock', async () => {
    const { page } = launched;
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await read(page);
    expect(timesInMemory(pid, STATUS)).toBeGreaterThan(0);
    await page.keyboard.press('Control+l');
    await page.getByLabel('Passphrase').waitFor();
    await expect.poll(() => timesInMemory(pid, STATUS), { timeout: 20_000, interval: 500 }).toBe(0);
    await page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    // It comes back from the station, for whoever may see it and says why once more.
    await read(page);
    await expect.poll(() => timesInMemory(pid, STATUS)).toBeGreaterThan(0);
  });

  it('and no passphrase or status stands in an argument, a variable or a log line of any process', () => {
    const tree = processTree(launched.app.process().pid ?? 0);
    const told = tree.flatMap((one) =>
      ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${String(one)}/${file}`, 'utf8')),
    );
    expect(told.length).toBeGreaterThan(6);
    for (const word of [STATUS, CHIEF.passphrase]) {
      expect(told.filter((text) => text.includes(word))).toEqual([]);
      expect(launched.output()).not.toContain(word);
    }
  });
});
