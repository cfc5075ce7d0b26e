import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { assertNever } from '../../policy/assert-never.ts';
import type { CarrierProcess, FromCarrier, StartCarrier } from '../../services/backup/carrier-messages.ts';
import type { FromCarrierVia, ToCarrierVia } from '../station/messages.ts';
import { stationEnvironment } from './station-environment.ts';

/** A signal that a process cannot put off: what waits for a dead share hears no other. */
function killNow(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Starts carriers as utility processes. @param built the folder of the built program */
export function carrierIn(built: string): StartCarrier {
  return ({ said, ended }) => {
    const child = utilityProcess.fork(join(built, 'main/carrier.js'), [], {
      serviceName: 'Sallyport backups',
      stdio: 'ignore',
      env: stationEnvironment(process.env),
    });
    child.on('message', (message: FromCarrier) => {
      said(message);
    });
    child.once('exit', ended);
    let unwanted = false;
    child.once('spawn', () => {
      if (unwanted) killNow(child.pid);
    });
    return {
      send: (message) => {
        child.postMessage(message);
      },
      kill: () => {
        // It has no number before it runs.
        unwanted = true;
        killNow(child.pid);
      },
    };
  };
}

/** The carriers of a station process. */
export interface Carriers {
  do(message: ToCarrierVia): void;
  /** Nobody is left who asks them. */
  endAll(): void;
}

export function createCarriers(start: StartCarrier, tell: (message: FromCarrierVia) => void): Carriers {
  const running = new Map<number, CarrierProcess>();
  const begin = (id: number): void => {
    const carrier = start({
      said: (message) => {
        tell({ kind: 'carrier-said', id, message });
      },
      ended: () => {
        running.delete(id);
        tell({ kind: 'carrier-ended', id });
      },
    });
    running.set(id, carrier);
  };
  return {
    do: (message) => {
      switch (message.kind) {
        case 'carrier-start':
          begin(message.id);
          return;
        case 'carrier-ask':
          running.get(message.id)?.send(message.message);
          return;
        case 'carrier-kill':
          running.get(message.id)?.kill();
          return;
        default:
          assertNever(message);
      }
    },
    endAll: () => {
      for (const carrier of running.values()) carrier.kill();
    },
  };
}
