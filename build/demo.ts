// `npm run demo [-- --out DIR]`: the whole main job in the real window, unattended; leaves pictures and signed records.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchApp } from '../test/support/launch.ts';
import { playMainJob } from './demo/main-job.ts';
import { openDisplay } from './electron-host/display.ts';
import { type Log, printStep } from './electron-host/log.ts';
import { makeReady } from './ready.ts';

const root = resolve(import.meta.dirname, '..');

function outFolder(): string {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  return resolve(values.out ?? join(root, 'demo'));
}

/** Pictures and records of an earlier demo would be taken for this one's. */
function emptyFolder(folder: string): void {
  for (const part of ['screens', 'records', 'prints']) rmSync(join(folder, part), { recursive: true, force: true });
  for (const part of ['screens', 'records', 'prints']) mkdirSync(join(folder, part), { recursive: true });
}

/** The window's own word is not taken for it: the command line reads what was written. */
function verify(records: string, log: Log): boolean {
  const folders = readdirSync(records).map((name) => join(records, name));
  const cli = join(root, 'electron/cli/main.ts');
  return folders.every((folder) => {
    const run = spawnSync(process.execPath, [cli, 'verify', folder], { encoding: 'utf8' });
    log(`${folder}: ${run.status === 0 ? 'every check holds' : `refused\n${run.stdout}${run.stderr}`}`);
    return run.status === 0;
  });
}

async function demo(log: Log): Promise<boolean> {
  const out = outFolder();
  const host = await makeReady(log);
  const display = await openDisplay(log);
  const work = mkdtempSync(join(tmpdir(), 'sallyport-demo-'));
  const started = performance.now();
  emptyFolder(out);
  const recovery = join(work, 'recovery');
  mkdirSync(recovery);
  const args = ['--prints', join(out, 'prints'), '--choose-folder', recovery, '--no-system-key'];
  const launched = await launchApp({
    executable: host.executable,
    display: display.name,
    data: join(work, 'station'),
    args: ['--window-size=1366,768', ...args],
  });
  try {
    await playMainJob({ page: launched.page, out, work, log });
  } catch (problem) {
    await launched.page.screenshot({ path: join(out, 'screens', 'stopped-here.png') });
    throw problem;
  } finally {
    await launched.close();
    display.close();
    rmSync(work, { recursive: true, force: true });
  }
  const ok = verify(join(out, 'records'), log);
  log(`${((performance.now() - started) / 1000).toFixed(1)} s; pictures and records are in ${out}`);
  return ok && existsSync(join(out, 'screens'));
}

try {
  process.exitCode = (await demo(printStep)) ? 0 : 1;
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
