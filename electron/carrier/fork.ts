import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CarrierHeard, CarrierProcess, FromCarrier } from '../../services/backup/carrier-messages.ts';

/** A carrier as a process of Node's own; it keeps nobody from ending. */
export function forkChild(): ChildProcess {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

export function carrierOf(child: ChildProcess, { said, ended }: CarrierHeard): CarrierProcess {
  child.on('message', (message: FromCarrier) => {
    said(message);
  });
  child.once('exit', ended);
  child.once('error', ended);
  return {
    send: (message) => {
      if (child.connected) child.send(message);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Starts a carrier where Node itself runs: on the command line and in tests. */
export function forkCarrier(heard: CarrierHeard): CarrierProcess {
  return carrierOf(forkChild(), heard);
}
