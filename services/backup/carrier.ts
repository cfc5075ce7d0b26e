// The station's end of the line to the carrier: what does not move for as long as its patience lasts is left behind.
import type {
  CarrierAct,
  CarrierAnswer,
  CarrierProcess,
  FromCarrier,
  StartCarrier,
  ToCarrier,
} from './carrier-messages.ts';
import { isAnswerOf } from './carrier-answers.ts';

/** The folder took or gave nothing for too long: its share is dead, and the carrier with it. */
export class FolderSilent extends Error {
  override readonly name = 'FolderSilent';
  readonly code = 'folder-silent';
}

const STOPPED = 'carrier-stopped';

/** Somebody stopped it: it said so where it could, and was ended where not. */
export class CarrierStopped extends Error {
  override readonly name = 'CarrierStopped';
  readonly code = STOPPED;
}

/** What the carrier could not do, with the system's word for it; `carrier-ended` where it did not start, or is gone. */
export class CarrierFailed extends Error {
  override readonly name = 'CarrierFailed';
  readonly code: string;
  /** What was thrown there. */
  readonly thrown: string;
  constructor(thrown: string, code: string) {
    super(thrown);
    this.thrown = thrown;
    this.code = code;
  }
}

/** Milliseconds for a process to start on a busy machine, and for one that was told to stop. */
const STARTS_WITHIN = 30_000;
const STOPS_WITHIN = 2_000;
/** How often it is asked whether somebody stopped it, in milliseconds. */
const ASK_EVERY = 100;

export interface CarrierWatching {
  progress(bytes: number): void;
  cancelled(): boolean;
}

export interface Carrier {
  /** @param patience milliseconds in which something has to move. @throws FolderSilent, CarrierStopped, CarrierFailed */
  ask<A extends CarrierAct>(
    message: Extract<ToCarrier, { readonly act: A }>,
    patience: number,
  ): Promise<CarrierAnswer<A>>;
  /** Ends it; what hangs ends when its share lets it. */
  end(): void;
  /** When it is gone. */
  readonly gone: Promise<void>;
}

interface Asked {
  readonly patience: number;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

interface Line {
  asked: Asked | null;
  /** It is gone, by itself or not: it answers nobody any more. */
  ended: boolean;
  /** It runs and can be asked. */
  ready: boolean;
  stopping: boolean;
  timer: NodeJS.Timeout | undefined;
}

const carrierEnded = (): CarrierFailed => new CarrierFailed('CarrierEnded', 'carrier-ended');

function settled(line: Line): Asked | null {
  const { asked } = line;
  clearTimeout(line.timer);
  line.asked = null;
  return asked;
}

/** What it is that nothing moves: the share is none of it before the carrier runs. */
function lateOf({ ready, stopping }: Line): Error {
  if (stopping) return new CarrierStopped();
  return ready ? new FolderSilent() : carrierEnded();
}

/** From now on it has so long again. */
function waitAnew(line: Line, end: () => void): void {
  const { asked, ready, stopping } = line;
  if (asked === null) return;
  clearTimeout(line.timer);
  const patience = ready ? asked.patience : STARTS_WITHIN;
  line.timer = setTimeout(
    () => {
      end();
      settled(line)?.fail(lateOf(line));
    },
    stopping ? Math.min(patience, STOPS_WITHIN) : patience,
  );
}

function failureOf({ name, code }: Extract<FromCarrier, { readonly kind: 'failed' }>): Error {
  return code === STOPPED ? new CarrierStopped() : new CarrierFailed(name, code);
}

function hear(line: Line, message: FromCarrier, moved: (bytes: number) => void): void {
  switch (message.kind) {
    case 'ready':
      line.ready = true;
      return;
    case 'moved':
      moved(message.bytes);
      return;
    case 'answer':
      settled(line)?.answer(message.value);
      return;
    case 'failed':
      settled(line)?.fail(failureOf(message));
  }
}

function askOver(line: Line, carrying: CarrierProcess, end: () => void): Carrier['ask'] {
  return async (message, patience) => {
    if (line.ended) throw carrierEnded();
    const value = await new Promise<unknown>((answer, fail) => {
      line.asked = { patience, answer, fail };
      waitAnew(line, end);
      carrying.send(message);
    });
    if (!isAnswerOf(message.act, value)) throw new TypeError(message.act);
    return value;
  };
}

/** Starts a carrier, and looks every moment whether it is to stop. */
export function openCarrier(start: StartCarrier, watch: CarrierWatching): Carrier {
  const line: Line = { asked: null, ended: false, ready: false, stopping: false, timer: undefined };
  let nowGone = (): void => undefined;
  const gone = new Promise<void>((resolve) => (nowGone = resolve));
  const end = (): void => {
    clearInterval(looking);
    carrying.kill();
  };
  const carrying: CarrierProcess = start({
    said: (message) => {
      hear(line, message, (bytes) => {
        watch.progress(bytes);
      });
      waitAnew(line, end);
    },
    ended: () => {
      clearInterval(looking);
      line.ended = true;
      settled(line)?.fail(carrierEnded());
      nowGone();
    },
  });
  const looking = setInterval(() => {
    if (line.stopping || !watch.cancelled()) return;
    line.stopping = true;
    carrying.send({ kind: 'stop' });
    waitAnew(line, end);
  }, ASK_EVERY);
  return { ask: askOver(line, carrying, end), end, gone };
}
