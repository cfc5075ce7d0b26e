import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import type { LeakReport } from '../../contract/system.ts';
import { profileFor, systemFolders } from '../../electron/cli/written-beside.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { deskHost } from './window-host.ts';

const TELLS = 'Stated that he overstayed his visa.';

describe('the look for leaks, from the window', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'leaks');
  const [home, temporary] = [join(desk.work, 'home'), join(desk.work, 'tmp')];
  const profile = join(desk.work, 'profile');
  const own = profileFor(profile, desk.launch.data);
  let launched: LaunchedApp;

  beforeAll(async () => {
    for (const folder of [home, temporary]) mkdirSync(folder);
    const env = { HOME: home, TMPDIR: temporary, XDG_CONFIG_HOME: '' };
    launched = await openDesk({ ...desk, launch: { ...desk.launch, profile, env } });
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  async function look(): Promise<LeakReport> {
    const reply = await launched.page.evaluate(() => window.sallyport.calls['system.leaks']({ paths: [] }));
    if (!reply.ok) throw new Error(JSON.stringify(reply.refusals));
    return reply.value;
  }
  const details = ({ checks }: LeakReport) => Object.fromEntries(checks.map(({ name, detail }) => [name, detail]));

  it('finds nothing in what Chromium itself keeps, and has looked at it', async () => {
    const report = await look();
    expect([report.leaks, report.checks.filter(({ ok }) => !ok)]).toEqual([[], []]);
    expect(Number.parseInt(details(report)['program files'] ?? '', 10)).toBeGreaterThan(3);
    expect(readdirSync(own)).toContain('Local Storage');
  });

  it('knows on the command line where Electron puts things', async () => {
    const told = await launched.app.evaluate(({ app }) => ({
      program: [app.getPath('appData'), app.getName()],
      documents: app.getPath('documents'),
      dumps: app.getPath('crashDumps'),
    }));
    const { userData, documents } = systemFolders({ platform: 'linux', home, environment: {} });
    expect([join(...told.program), told.documents, told.dumps]).toEqual([userData, documents, join(own, 'Crashpad')]);
  });

  it('finds status in a sheet that was printed, and in what a page stored', async () => {
    const { page } = launched;
    await page.evaluate((text) => {
      const line = document.createElement('p');
      line.textContent = text;
      document.querySelector('main')?.append(line);
    }, TELLS);
    const saved = await page.evaluate(() => window.sallyport.shell.savePdf('Sheet'));
    expect(saved.ok).toBe(true);
    mkdirSync(join(own, 'Session Storage'), { recursive: true });
    const stored = join(own, 'Session Storage', '000009.log');
    writeFileSync(stored, Buffer.concat([Buffer.from([1, 0, 0]), Buffer.from(TELLS, 'utf16le')]));
    const { ok, checks, leaks } = await look();
    expect([ok, checks.filter((check) => !check.ok).map(({ name }) => name)]).toEqual([
      false,
      ['program files', 'printed sheets'],
    ]);
    expect(JSON.stringify(leaks)).not.toMatch(/overstay/);
    rmSync(stored);
    rmSync(join(desk.work, 'prints'), { recursive: true });
    expect((await look()).ok).toBe(true);
    expect(existsSync(join(home, 'Sallyport'))).toBe(false);
  });
});
