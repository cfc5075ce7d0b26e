// What a packaged app does with the tricks of arguments, environment and signals. docs/security.md names each.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses';
import { launchSwitches } from '../../build/electron-host/display.ts';
import { processTree, socketsOf } from '../support/sockets.ts';
import type { Packaged } from './packaged-app.ts';

type Check = readonly [what: string, holds: (app: Packaged) => Promise<boolean> | boolean];

/** Long enough for a window to stand. */
const STARTED = 6000;

const SHUT = [
  FuseV1Options.RunAsNode,
  FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  FuseV1Options.EnableNodeCliInspectArguments,
  FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  FuseV1Options.GrantFileProtocolExtraPrivileges,
];
const OPEN = [
  FuseV1Options.EnableCookieEncryption,
  FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  FuseV1Options.OnlyLoadAppFromAsar,
];

async function fuses({ executable }: Packaged): Promise<boolean> {
  const wire = await getCurrentFuseWire(executable);
  return (
    SHUT.every((fuse) => wire[fuse] === FuseState.DISABLE) && OPEN.every((fuse) => wire[fuse] === FuseState.ENABLE)
  );
}

function words(app: Packaged, own: readonly string[]): string[] {
  const folders = [`--user-data-dir=${join(app.scratch, 'walls')}`, '--data', join(app.scratch, 'walls-station')];
  return [...launchSwitches(), ...own, ...folders];
}

function refuses(given: string): Check {
  const holds = (app: Packaged): boolean => {
    const run = spawnSync(app.executable, words(app, [given]), { env: app.display, encoding: 'utf8', timeout: 20_000 });
    return run.status === 2 && run.stderr.includes('Sallyport does not start with --');
  };
  return [`opens no window with ${given}`, holds];
}

function answersLikeTheCommandLine(app: Packaged): boolean {
  const run = spawnSync(app.executable, [...launchSwitches(), 'frobnicate'], { env: app.display, encoding: 'utf8' });
  return run.status === 2 && run.stderr.includes('There is no command "frobnicate".');
}

/** Started with every variable that would bring code in; `act` looks at the process that stands then. */
async function whileTempted(app: Packaged, act: (pid: number) => Promise<boolean>): Promise<boolean> {
  const [script, ran] = [join(app.scratch, 'foreign.cjs'), join(app.scratch, 'foreign-ran')];
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`);
  const env = { ...app.display, NODE_OPTIONS: `--require ${script} --inspect=0`, ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(app.executable, words(app, []), { env, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    await pause(STARTED);
    return child.exitCode === null && child.pid !== undefined && (await act(child.pid)) && !existsSync(ran);
  } finally {
    child.kill();
    await ended;
  }
}

/** SIGUSR1 opens the inspector of a plain Node. It ends the process instead, or is let pass; nothing listens either way. */
async function opensNothingToASignal(pid: number): Promise<boolean> {
  for (const one of processTree(pid).toReversed()) process.kill(one, 'SIGUSR1');
  await pause(1000);
  return processTree(pid).every((one) => socketsOf([one]).length === 0);
}

function runsNothingForeign(app: Packaged): Promise<boolean> {
  return whileTempted(app, (pid) => Promise.resolve(socketsOf(processTree(pid)).length === 0));
}

function keepsItsInspectorShut(app: Packaged): Promise<boolean> {
  return whileTempted(app, opensNothingToASignal);
}

export const WALLS: readonly Check[] = [
  ['has its fuses set as docs/security.md says', fuses],
  ...['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0', '--disable-web-security'].map(refuses),
  ['answers an unknown command as the command line does', answersLikeTheCommandLine],
  ['runs nothing that NODE_OPTIONS or ELECTRON_RUN_AS_NODE brings, and has no socket', runsNothingForeign],
  ['opens no inspector to SIGUSR1', keepsItsInspectorShut],
];
