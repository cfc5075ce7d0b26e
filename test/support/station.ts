import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CallName } from '../../contract/call-names.ts';
import type { CallInput, CallOutputs } from '../../contract/calls.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Role } from '../../policy/people.ts';
import { forkCarrier } from '../../electron/carrier/fork.ts';
import { createStation, type Station } from '../../services/station.ts';
import type { FaultReport, StationEvent, StationOptions } from '../../services/state.ts';
import { numberedFolder } from './numbered-folder.ts';

export const PASSPHRASE = 'seven quiet herons by the mill';

/** A real station in a folder of its own, and one client of it. */
export interface TestStation {
  readonly folder: string;
  readonly recoveryFolder: string;
  readonly station: Station;
  readonly events: StationEvent[];
  readonly faults: FaultReport[];
  /** Whatever the call answers. */
  call<N extends CallName>(name: N, input: CallInput<N>, client?: string): Promise<Reply<CallOutputs[N]>>;
  /** The value; a refusal fails the test with its codes and places. */
  done<N extends CallName>(name: N, input: CallInput<N>, client?: string): Promise<CallOutputs[N]>;
  /** As the wire would: any name, any input. */
  raw(name: string, input: unknown, client?: string): Promise<Reply<unknown>>;
  signIn(name: string, client?: string): Promise<void>;
  addPerson(role: Role, name: string): Promise<string>;
  /** Answers why the backup on leaving was not made. */
  close(): ReturnType<Station['close']>;
  remove(): Promise<void>;
}

export function stationOptions(folder: string, more: Partial<StationOptions> = {}): StationOptions {
  return {
    folder,
    version: '0.0.0-test',
    suggestedRecoveryFolder: join(folder, '..', 'recovery'),
    temporary: join(folder, '..', 'temporary'),
    writtenBeside: { program: [], dumps: [], sharedDumps: [], prints: [] },
    clock: { now: () => new Date() },
    ids: { uuid: randomUUID },
    random: randomBytes,
    // A passphrase that nobody has to guess: most of the time of these tests would go into stretching it.
    scryptLn: 10,
    startCarrier: forkCarrier,
    emit: () => undefined,
    report: () => undefined,
    ...more,
  };
}

function isAnswer<N extends CallName>(_name: N, reply: Reply<unknown>): reply is Reply<CallOutputs[N]> {
  return 'ok' in reply;
}

async function openHeard(
  folder: string,
  more: Partial<StationOptions>,
): Promise<Pick<TestStation, 'station' | 'events' | 'faults'>> {
  const events: StationEvent[] = [];
  const faults: FaultReport[] = [];
  const own = {
    emit: (event: StationEvent) => void events.push(event),
    report: (fault: FaultReport) => void faults.push(fault),
  };
  return { station: await createStation(stationOptions(folder, { ...own, ...more })), events, faults };
}

/** Opens whatever stands in a folder. */
export async function openTestStation(folder: string, more: Partial<StationOptions> = {}): Promise<TestStation> {
  const { station, events, faults } = await openHeard(folder, more);
  async function call<N extends CallName>(
    name: N,
    input: CallInput<N>,
    client = 'test',
  ): Promise<Reply<CallOutputs[N]>> {
    const reply = await station.call(client, name, input);
    if (!isAnswer(name, reply)) throw new TypeError(`${name} answered nothing`);
    return reply;
  }
  async function done<N extends CallName>(name: N, input: CallInput<N>, client = 'test'): Promise<CallOutputs[N]> {
    const reply = await call(name, input, client);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusals)} ${JSON.stringify(faults)}`);
    return reply.value;
  }
  return {
    folder,
    recoveryFolder: join(folder, '..', 'recovery'),
    station,
    events,
    faults,
    call,
    done,
    raw: (name, input, client = 'test') => station.call(client, name, input),
    signIn: async (name, client = 'test') => {
      await done('session.signIn', { name, passphrase: PASSPHRASE }, client);
    },
    addPerson: async (role, name) => {
      const displayName = `Officer ${name} Fictional`;
      return (await done('people.add', { name, displayName, badge: '0117', role, passphrase: PASSPHRASE })).id;
    },
    close: () => station.close(),
    remove: async () => {
      await station.close();
      rmSync(join(folder, '..'), { recursive: true, force: true });
    },
  };
}

/** Knows what stands on the paper in the safe. */
export interface NewTestStation extends TestStation {
  readonly recoveryKey: string;
}

/** A station that was just set up; its chief, `chief`, is signed in as client `test`. */
export async function newTestStation(
  more: Partial<StationOptions> = {},
  name = 'Exampleton Police',
): Promise<NewTestStation> {
  const folder = join(numberedFolder('sallyport-station'), 'station');
  const opened = await openTestStation(folder, more);
  const { recoveryKey } = await opened.done('setup.begin', {});
  await opened.done('setup.finish', {
    name,
    ori: 'MA0EX0100',
    recoveryFolder: opened.recoveryFolder,
    recoveryKey,
    chief: { name: 'chief', displayName: 'M. Fiction', badge: '0001', passphrase: PASSPHRASE },
  });
  await opened.signIn('chief');
  return { ...opened, recoveryKey };
}
