// `npm start`: brings what is lacking, then runs the app. Arguments after `--` go on to it.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { launchSwitches, openDisplay } from './electron-host/display.ts';
import { type Log, printStep } from './electron-host/log.ts';
import { makeReady } from './ready.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Time to write what is open before the app is ended, in milliseconds. */
const PATIENCE = 5000;

async function start(log: Log): Promise<number> {
  const host = await makeReady(log);
  const display = await openDisplay(log);
  const use = host.kind === 'registry' ? ', for development only' : '';
  log(`starting Sallyport on Electron ${host.electron} (${host.kind}${use}); Ctrl-C ends it`);
  const args = [...launchSwitches(), resolve(import.meta.dirname, '..'), ...process.argv.slice(2)];
  const app = spawn(host.executable, args, { stdio: 'inherit', env: display.env });
  for (const signal of SIGNALS) {
    process.once(signal, () => {
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
  return code;
}

try {
  process.exitCode = await start(printStep);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
