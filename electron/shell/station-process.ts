import { utilityProcess } from 'electron';
import type { CopyProgress } from '../../contract/backup.ts';
import type { ImportProgress } from '../../contract/exchange.ts';
import type { Reply } from '../../contract/reply.ts';
import type { FaultReport, WindowRules } from '../../services/state.ts';
import { assertNever } from '../../policy/assert-never.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { faultReply } from '../station/fault.ts';
import {
  isOfCarrier,
  type FromStation,
  type KeyAnswer,
  type KeyWork,
  type StationInit,
  type ToStation,
} from '../station/messages.ts';
import type { StartCarrier } from '../../services/backup/carrier-messages.ts';
import { createCarriers, type Carriers } from './carrier-process.ts';
import { closable, closeStation, giveUpBackup, type Closable } from './close-station.ts';
import { stationEnvironment } from './station-environment.ts';

export interface StationEvents {
  readonly ready: () => void;
  readonly progress: (client: string, progress: ImportProgress) => void;
  readonly windowRules: (rules: WindowRules) => void;
  readonly keyWork: (work: KeyWork) => Promise<KeyAnswer>;
  readonly fault: (fault: FaultReport) => void;
  /** It ended by itself; `again` tells whether another one was started. */
  readonly lost: (again: boolean) => void;
}

/** The process that keeps the records, as main sees it. */
export interface StationProcess {
  call(client: string, name: string, input: unknown): Promise<Reply<unknown>>;
  /**
   * Lets it finish and close its files; ends it where it says nothing for `milliseconds`. Answers why the backup on
   * leaving was not made; null where it was, or none was due. @param watch hears how far that backup is
   */
  close(milliseconds: number, watch: (backup: CopyProgress) => void): Promise<Refusal | null>;
  /** While it closes: the backup ends, and where it does not end soon the process does. */
  giveUpBackup(): void;
}

interface Settings {
  readonly entry: string;
  readonly init: StationInit;
  readonly startCarrier: StartCarrier;
  readonly events: StationEvents;
  /** Tells of calls that were under way when the process ended; answers the incident's number. */
  readonly report: (thrown: unknown, place: string) => string;
}

interface Running extends Closable {
  restarts: number;
  last: number;
  /** Those of the process that runs now. */
  carriers: Carriers;
  readonly waiting: Map<number, (reply: Reply<unknown>) => void>;
}

function post(running: Running, message: ToStation): void {
  running.child?.postMessage(message);
}

function settle({ waiting }: Running, { id, reply }: Extract<FromStation, { readonly kind: 'reply' }>): void {
  waiting.get(id)?.(reply);
  waiting.delete(id);
}

/** What it says unasked. */
const NEWS = ['ready', 'progress', 'window-rules', 'fault'] as const;
type News = Extract<FromStation, { readonly kind: (typeof NEWS)[number] }>;

function isNews(message: FromStation): message is News {
  return NEWS.some((kind) => kind === message.kind);
}

function tell(events: StationEvents, message: News): void {
  switch (message.kind) {
    case 'ready':
      events.ready();
      return;
    case 'progress':
      events.progress(message.client, message.progress);
      return;
    case 'window-rules':
      events.windowRules(message.rules);
      return;
    case 'fault':
      events.fault(message.fault);
      return;
    default:
      assertNever(message);
  }
}

function receive(running: Running, { events }: Settings, message: FromStation): void {
  if (isNews(message)) {
    tell(events, message);
    return;
  }
  if (isOfCarrier(message)) {
    running.carriers.do(message);
    return;
  }
  switch (message.kind) {
    case 'reply':
      settle(running, message);
      return;
    case 'key':
      void events.keyWork(message.work).then((answer) => {
        post(running, { kind: 'key-answer', id: message.id, answer });
      });
      return;
    case 'busy':
      running.busy(message.backup);
      return;
    case 'closed':
      running.closed(message.failed);
  }
}

function ended(running: Running, settings: Settings): void {
  running.child = null;
  running.carriers.endAll();
  running.closed(null);
  if (running.closing) return;
  const incident = settings.report(undefined, 'station.ended');
  for (const settle of running.waiting.values()) settle(faultReply(incident));
  running.waiting.clear();
  const again = running.restarts === 0;
  running.restarts += 1;
  if (again) begin(running, settings);
  settings.events.lost(again);
}

function begin(running: Running, settings: Settings): void {
  // Its output is dropped: whatever a library prints there could carry a record.
  const child = utilityProcess.fork(settings.entry, [], {
    serviceName: 'Sallyport station',
    stdio: 'ignore',
    env: stationEnvironment(process.env),
  });
  running.child = child;
  running.carriers = createCarriers(settings.startCarrier, (message) => {
    if (running.child === child) child.postMessage(message);
  });
  child.on('message', (message: FromStation) => {
    receive(running, settings, message);
  });
  child.once('exit', () => {
    ended(running, settings);
  });
  post(running, settings.init);
}

/** Starts the station process at once; it opens the station while the window is still being made. */
export function startStation(settings: Settings): StationProcess {
  const carriers = createCarriers(settings.startCarrier, () => undefined);
  const running: Running = { ...closable(), restarts: 0, last: 0, carriers, waiting: new Map() };
  begin(running, settings);
  return {
    call: (client, name, input) =>
      new Promise((resolve) => {
        if (running.child === null) {
          resolve(faultReply(settings.report(undefined, 'station.gone')));
          return;
        }
        running.last += 1;
        running.waiting.set(running.last, resolve);
        post(running, { kind: 'call', id: running.last, client, name, input });
      }),
    close: (milliseconds, watch) => closeStation(running, milliseconds, watch),
    giveUpBackup: () => {
      giveUpBackup(running);
    },
  };
}
