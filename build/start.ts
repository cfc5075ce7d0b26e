// `npm start`: brings what is lacking, then runs the app. Arguments after `--` go on to it.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { launchSwitches, openDisplay } from './electron-host/display.ts';
import { type Log, printStep } from './electron-host/log.ts';
import { makeReady } from './ready.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Time to write what is open before the app is ended, in milliseconds. */
const PATIENCE = 5000;
/** Chromium calls much an error that is none where there is no graphics card or message bus; the last switch counts. */
const QUIET = '--log-level=3';

async function start(log: Log): Promise<number> {
  const host = await makeReady(log);
  const display = await openDisplay(log);
  const use = host.kind === 'registry' ? ', for development only' : '';
  log(`starting Sallyport on Electron ${host.electron} (${host.kind}${use}); Ctrl-C ends it`);
  const args = [...launchSwitches(), QUIET, resolve(import.meta.dirname, '..'), ...process.argv.slice(2)];
  const app = spawn(host.executable, args, { stdio: 'inherit', env: display.env });
  const asked = new Set<string>();
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      asked.add(signal);
      app.kill(signal);
      setTimeout(() => app.kill('SIGKILL'), PATIENCE).unref();
    });
  }
  const code = await new Promise<number>((done, fail) => {
    app.once('error', fail);
    app.once('exit', (status) => {
      done(status ?? 1);
    });
  });
  display.close();
  if (code !== 0 && asked.size === 0)
    log(`Electron ended with ${String(code)}; npm start -- --log-level=0 shows what it says`);
  return code;
}

try {
  process.exitCode = await start(printStep);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
