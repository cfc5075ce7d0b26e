// The demo's own steps: a change of the window that stops the demo fails here.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playMainJob } from '../../build/demo/main-job.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { makeDesk } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { watchSockets } from '../support/sockets.ts';
import { windowHost } from './window-host.ts';

describe('the main job, as the demo does it', () => {
  const desk = makeDesk(windowHost(), 'main-job');
  const out = join(desk.work, 'out');
  let launched: LaunchedApp;

  beforeAll(async () => {
    for (const part of ['screens', 'records']) mkdirSync(join(out, part), { recursive: true });
    launched = await launchApp(desk.launch);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  it('goes from the first run to a signed record that holds, with a picture of each step and no connection to anywhere', async () => {
    const { page } = launched;
    const sockets = watchSockets(launched.app.process().pid ?? 0);
    await playMainJob({ page, out, work: desk.work, log: () => undefined });
    const { seen, outgoing } = sockets.end();
    // What drives the window here is seen, so another would be.
    expect(seen).toBeGreaterThan(0);
    expect(outgoing).toEqual([]);
    expect(readdirSync(join(out, 'screens')).length).toBe(15);
    const records = readdirSync(join(out, 'records')).map((name) => join(out, 'records', name));
    expect(records.length).toBe(1);
    expect(await verifyPath(records)).toMatchObject({ ok: true });
  }, 180_000);

  it('asks for what a signed copy is for, in its own words, and puts the focus there', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: /^N-/ }).first().press('Enter');
    await page.getByLabel('Handed to').fill('Exampleton District Court (made up)');
    await page.getByRole('button', { name: 'Write the signed copy' }).press('Enter');
    await page.getByText('Fill this in.').first().waitFor();
    expect(await page.getByLabel('For what').evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Handed to').inputValue()).toBe('Exampleton District Court (made up)');
  });
});
