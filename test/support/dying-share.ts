// Shares that die while something is brought to them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { carrierOf, forkChild } from '../../electron/carrier/fork.ts';
import { partOf } from '../../services/backup/places.ts';
import type { CarrierAct, CarrierProcess, StartCarrier, ToCarrier } from '../../services/backup/carrier-messages.ts';
import { numberedFolder } from './numbered-folder.ts';

const ran = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** A file system that can be frozen: whoever writes into it then waits, and not even `kill -9` ends them. */
export interface FrozenShare {
  readonly folder: string;
  freeze(): void;
  thaw(): void;
  remove(): void;
}

/** Null where it takes rights that nobody has here. */
export function freezableShare(): FrozenShare | null {
  const place = numberedFolder('sallyport-share');
  const [image, folder] = [join(place, 'image'), join(place, 'share')];
  mkdirSync(folder);
  const mounted =
    ran('truncate', '-s', '64M', image) && ran('mkfs.ext4', '-q', image) && ran('mount', '-o', 'loop', image, folder);
  const remove = (): void => {
    if (mounted) ran('umount', folder);
    rmSync(place, { recursive: true, force: true });
  };
  if (mounted && ran('fsfreeze', '-f', folder) && ran('fsfreeze', '-u', folder)) {
    return {
      folder,
      freeze: () => void ran('fsfreeze', '-f', folder),
      thaw: () => void ran('fsfreeze', '-u', folder),
      remove,
    };
  }
  remove();
  return null;
}

/** Carriers that come upon a dead share at a moment that is chosen. */
export interface DyingCarriers {
  readonly start: StartCarrier;
  /** One that is ended stays, as where a share holds it, until `release`. */
  stay: boolean;
  release(): void;
  /**
   * What happens as the carrier is about to be asked for this act; null: nothing does. Not as it moves: what it has
   * left may be done before anybody hears of it. `half`: where what it brings would lie until it is whole.
   */
  at: { readonly act: CarrierAct; die(pid: number, half: string | null): void } | null;
}

export function dyingCarriers(): DyingCarriers {
  const staying: CarrierProcess[] = [];
  const carriers: DyingCarriers = {
    at: null,
    stay: false,
    release: () => {
      carriers.stay = false;
      for (const one of staying.splice(0)) one.kill();
    },
    start: (heard) => {
      const child = forkChild();
      const carrier = carrierOf(child, heard);
      const ready = new Promise((resolve) => child.once('message', resolve));
      const ask = (message: Extract<ToCarrier, { readonly kind: 'ask' }>): void => {
        if (message.act === carriers.at?.act)
          carriers.at.die(child.pid ?? 0, message.act === 'bring' ? halfOf(message.input) : null);
        carrier.send(message);
      };
      return {
        kill: () => {
          if (carriers.stay) staying.push(carrier);
          else carrier.kill();
        },
        send: (message) => {
          // One that is stopped before it runs would be taken for one that does not start.
          if (message.kind === 'ask') void ready.then(() => ask(message));
          else carrier.send(message);
        },
      };
    },
  };
  return carriers;
}

const halfOf = ({ root, name }: { readonly root: string; readonly name: string }): string => partOf(join(root, name));

/** It does nothing any more and does not end, as one that waits for a dead share. */
export function stopProcess(pid: number): void {
  process.kill(pid, 'SIGSTOP');
}
