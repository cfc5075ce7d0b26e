// The station process: services, database and keys in use. It composes the station and answers main's messages.
import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { Reply } from '../../contract/reply.ts';
import { createStation, type Station } from '../../services/station.ts';
import { assertNever } from '../../policy/assert-never.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { faultOf, faultReply } from './fault.ts';
import { createCarrierPort } from './carrier-port.ts';
import { createKeyPort } from './key-port.ts';
import { isOfCarrier, type FromCarrierVia, type FromStation, type StationInit, type ToStation } from './messages.ts';

const port = process.parentPort;
const send = (message: FromStation): void => {
  port.postMessage(message);
};
const keys = createKeyPort((id, work) => {
  send({ kind: 'key', id, work });
});
const carriers = createCarrierPort(send);
let station: Promise<Station> | undefined;

function report(thrown: unknown, place: string): string {
  const incident = randomUUID().slice(0, 8);
  send({ kind: 'fault', fault: faultOf(thrown, { incident, place, now: new Date() }) });
  return incident;
}

async function open(init: StationInit): Promise<Station> {
  const addon: unknown = createRequire(import.meta.url)(init.addonPath);
  return createStation({
    folder: init.folder,
    version: init.version,
    suggestedRecoveryFolder: init.suggestedRecoveryFolder,
    temporary: tmpdir(),
    writtenBeside: init.writtenBeside,
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    ids: { uuid: randomUUID },
    random: randomBytes,
    addon,
    keepsPlan: true,
    startCarrier: carriers.start,
    ...(init.systemGuard ? { systemKeyGuard: keys } : {}),
    emit: (event) => {
      if (event.kind === 'window-rules') send(event);
      else send({ kind: 'progress', client: event.client, progress: event.progress });
    },
    report: (fault) => {
      send({ kind: 'fault', fault });
    },
  });
}

async function begin(init: StationInit): Promise<void> {
  station = open(init);
  try {
    const opened = await station;
    send({ kind: 'ready' });
    // A fault of a tick is told by the station itself.
    setInterval(() => void opened.tick(), TICK_MS);
  } catch (thrown) {
    report(thrown, 'station.open');
  }
}

/** How often the plan for backups is looked at. */
const TICK_MS = 60_000;

let warmed = false;
/** The screen takes a moment to build its lists: that moment passes while somebody signs in, not while they type. */
function warmScreen(): void {
  if (warmed) return;
  warmed = true;
  setImmediate(() => void import('../../policy/screen/screen.ts').then(({ warm }) => warm()));
}

async function answer(call: { client: string; name: string; input: unknown }): Promise<Reply<unknown>> {
  if (station === undefined) return faultReply(report(undefined, 'station.early'));
  try {
    return await (await station).call(call.client, call.name, call.input);
  } catch (thrown) {
    return faultReply(report(thrown, call.name));
  }
}

/** While it answers so, it is not ended; the window shows how far it is. */
const BEAT_MS = 250;

async function close(): Promise<void> {
  const opened = await station?.catch(() => undefined);
  const beat = setInterval(() => {
    send({ kind: 'busy', backup: opened?.backup() ?? null });
  }, BEAT_MS);
  let failed: Refusal | null = null;
  try {
    failed = (await opened?.close()) ?? null;
  } catch (thrown) {
    report(thrown, 'station.close');
  } finally {
    clearInterval(beat);
  }
  send({ kind: 'closed', failed });
}

async function receive(message: Exclude<ToStation, FromCarrierVia>): Promise<void> {
  switch (message.kind) {
    case 'init':
      await begin(message);
      return;
    case 'call':
      if (message.name === 'session.signIn') warmScreen();
      send({ kind: 'reply', id: message.id, reply: await answer(message) });
      return;
    case 'key-answer':
      keys.settle(message.id, message.answer);
      return;
    case 'give-up-backup':
      (await station)?.giveUpBackup();
      return;
    case 'close':
      await close();
      return;
    default:
      assertNever(message);
  }
}

// Node would print the text of what was thrown, which may carry a record, so the end is told by name only.
process.on('uncaughtException', (thrown) => {
  report(thrown, 'station');
  setImmediate(() => process.exit(1));
});

port.on('message', ({ data }: { data: ToStation }) => {
  if (isOfCarrier(data)) carriers.hear(data);
  else void receive(data);
});
