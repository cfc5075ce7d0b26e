// The records system's room in the real window: headings at the first door, how far it is, Cancel, rows kept apart.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CLOSED_NAMES, WRITINGS } from '../support/closed-names.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { lookAround } from '../support/look-around.ts';
import { resize } from '../support/look.ts';
import { deskHost } from './window-host.ts';

const MARKER = `Marker${randomBytes(4).toString('hex')}`;
const HEAD = ['RecID', 'Date of Booking', 'Last Name'];
const WHEN = '2026-11-20 01:00';
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

describe('the room of the records system', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'import');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    launched = await openDesk(desk);
    ({ page } = launched);
    await resize(launched, 1366, 768);
    await goTo('r', 'Records system');
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  async function goTo(letter: string, title: string): Promise<void> {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** Writes a file and looks at it, with the keyboard. */
  async function look(name: string, rows: readonly (readonly string[])[]): Promise<void> {
    const path = join(desk.work, name);
    writeFileSync(path, rows.map((row) => row.map(quoted).join(',')).join('\n') + '\n');
    await page.getByLabel('File', { exact: true }).fill(path);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: `Looked at ${name}. Nothing is stored yet.` }).waitFor();
  }
  const columns = (): Promise<readonly string[]> => page.locator('main tbody tr').allInnerTexts();
  const stored = (): Promise<number> =>
    page.evaluate(async () => {
      const reply = await window.sallyport.calls['booking.list']({});
      return reply.ok ? reply.value.length : -1;
    });

  it.each(Object.keys(WRITINGS))('shows every protected heading as refused, with its clause, %s', async (writing) => {
    const closed = CLOSED_NAMES.map(WRITINGS[writing] ?? String);
    await look(`${writing.replaceAll(' ', '-')}.csv`, [
      [...HEAD, ...closed],
      ['H-1', WHEN, 'Testperson', ...closed.map(() => 'X')],
    ]);
    const shown = await columns();
    expect(shown.length).toBe(HEAD.length + closed.length);
    const open = shown.slice(HEAD.length).filter((row) => !/refused: protects a person.*Policy/s.test(row));
    expect(open).toEqual([]);
  });

  it('takes the bookings in, keeps a row apart that tells a status, and repeats nothing of it', async () => {
    await look('jail.csv', [
      [...HEAD, 'Narrative', 'CTZ', 'Shoe Size'],
      ['J-1', WHEN, 'Testperson', 'Calm during transport.', 'XX', '9'],
      ['J-2', WHEN, 'Placeholder', `He is undocumented, says ${MARKER}`, '', ''],
    ]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Stored what jail.csv held.' }).waitFor();
    await page.getByText('Narrative · tells immigration status').waitFor();
    expect(await page.locator('main').innerText()).not.toContain(MARKER);
    expect((await columns()).slice(-2)).toEqual([
      expect.stringMatching(/^CTZ.*refused/s),
      expect.stringMatching(/^Shoe Size.*left out/s),
    ]);
    expect(await stored()).toBe(1);
    expect(await lookAround(launched, folder, 'import-stored')).toEqual([]);
    await page.keyboard.press('Control+Enter');
  });

  const running = () => page.getByRole('status').filter({ hasText: /[1-9][\d,]* rows read/ });

  /** Looks at a file that takes a good while, then begins to store it. */
  async function beginLong(): Promise<void> {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`L-${String(at)}`, WHEN, 'Testperson']);
    await look('long.csv', [HEAD, ...rows]);
    await page.keyboard.press('Control+Enter');
    await running().waitFor();
  }
  async function cancel(): Promise<void> {
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await running().waitFor({ state: 'detached' });
    expect(await stored()).toBe(1);
  }

  it('says how many rows are read and how long it takes, and stores nothing once it is cancelled', async () => {
    await beginLong();
    await running()
      .filter({ hasText: /about \d+ (?:s|min) left/ })
      .waitFor();
    expect(await lookAround(launched, folder, 'import-running')).toEqual([]);
    await cancel();
    await page.getByText('This was stopped; nothing was changed.').waitFor();
  });

  it('shows an import that goes on to whoever comes back to the room, and lets it be cancelled', async () => {
    await beginLong();
    await goTo('d', 'Desk');
    await goTo('r', 'Records system');
    await running().waitFor();
    expect(await page.getByLabel('File', { exact: true }).isDisabled()).toBe(true);
    await cancel();
  });
});
