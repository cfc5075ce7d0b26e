import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { emptyMachine, newStick, RESTORED, type EmptyMachine, type Stick } from '../support/backups.ts';
import { book } from '../support/booked.ts';
import { writeBookings } from '../support/bookings-file.ts';
import { keyOf } from '../support/look-inside.ts';
import { newTestStation, type NewTestStation } from '../support/station.ts';

export interface DrillReport {
  readonly at: string;
  readonly bookings: number;
  readonly entries: number;
  readonly bytes: number;
  readonly steps: readonly { readonly name: string; readonly seconds: number }[];
  /** From the loss until the chief is in again. */
  readonly downSeconds: number;
  readonly cameBack: number;
  readonly afterBackup: number;
  readonly longestWaitMs: number;
  /** Checks that fail on what came back. */
  readonly failing: readonly string[];
  readonly newLog: boolean;
}

type Tell = (step: string) => void;

class Steps {
  readonly all: { name: string; seconds: number }[] = [];
  readonly #tell: Tell;
  constructor(tell: Tell) {
    this.#tell = tell;
  }
  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#tell(name);
    const start = performance.now();
    const value = await work();
    this.all.push({ name, seconds: (performance.now() - start) / 1000 });
    return value;
  }
}

/** Asks a small question over and over while something else is done; answers the longest wait in milliseconds. */
async function askingMeanwhile<T>(desk: NewTestStation, work: Promise<T>): Promise<readonly [T, number]> {
  const state = { over: false };
  let longest = 0;
  const asking = (async () => {
    let last = performance.now();
    while (!state.over) {
      await desk.done('session.state', {});
      await setTimeout(5);
      longest = Math.max(longest, performance.now() - last - 5);
      last = performance.now();
    }
  })();
  const value = await work.finally(() => (state.over = true));
  await asking;
  return [value, longest];
}

async function bookingsIn({ desk: { folder } }: EmptyMachine): Promise<number> {
  const { database, mark } = await keyOf(folder, { name: 'chief', passphrase: RESTORED });
  const inside = connect({ file: recordsPath(folder), keys: { database, mark } }, 'read');
  const count = inside.prepare('select count(*) from booking_version').pluck().get();
  inside.close();
  return Number(count);
}

async function comeBack(machine: EmptyMachine, stick: Stick): Promise<void> {
  const reply = await machine.restore(stick.folder);
  if (!reply.ok) throw new Error(`the station did not come back: ${JSON.stringify(reply.refusals)}`);
}

/** The whole of it, with real files and a real passphrase cost. */
export async function drill(bookings: number, tell: Tell): Promise<DrillReport> {
  const steps = new Steps(tell);
  const stick = newStick();
  const lost = await newTestStation({ scryptLn: 17 });
  const path = join(lost.folder, '..', 'bookings.csv');
  writeBookings(path, bookings);
  await steps.time('filling the station (before the drill)', () => lost.done('import.run', { path, dryRun: false }));
  await lost.done('session.signOut', {});
  await lost.signIn('chief');
  const { origin } = await lost.done('log.get', {});
  const [made, longestWaitMs] = await steps.time('backup while somebody works, opened and checked', () =>
    askingMeanwhile(lost, lost.done('backup.run', { folder: stick.folder })),
  );
  await book(lost);
  await lost.close();
  rmSync(lost.folder, { recursive: true });
  const before = steps.all.length;
  const machine = await steps.time('an empty machine', () => emptyMachine(lost, { scryptLn: 17 }));
  await steps.time('bringing the station back', () => comeBack(machine, stick));
  await steps.time('the chief signs in', () => machine.signIn());
  const downSeconds = steps.all.slice(before).reduce((sum, { seconds }) => sum + seconds, 0);
  const log = await machine.desk.done('log.get', {});
  const { checks } = await steps.time('the whole check once more', () => machine.desk.done('system.check', {}));
  const cameBack = await bookingsIn(machine);
  await machine.desk.remove();
  await lost.remove();
  stick.remove();
  return {
    ...{ at: new Date().toISOString(), bookings, entries: made.entries, bytes: made.bytes, steps: steps.all },
    ...{ downSeconds, cameBack, afterBackup: 1, longestWaitMs },
    failing: checks.filter(({ ok }) => !ok).map(({ name }) => name),
    newLog: log.origin !== origin && log.refused === null,
  };
}
