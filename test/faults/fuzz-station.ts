// Sends generated messages to a real station as main does: copied as between processes, judged by size, then handed on.
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CALLS } from '../../contract/calls.ts';
import { CALL_NAMES } from '../../contract/call-names.ts';
import { fits } from '../../electron/ipc/input-size.ts';
import { ROLES } from '../../policy/people.ts';
import { book } from '../support/booked.ts';
import { seeded } from '../support/seeded.ts';
import { newTestStation, type TestStation } from '../support/station.ts';
import { hostileMessage, type Message } from './fuzz-messages.ts';

export interface Fuzzed {
  readonly messages: number;
  /** Kept out before the station: too large, or too deep to be copied to another process. */
  readonly keptOut: number;
  /** Refusals by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** The schema takes these after all, and the call did what it does for anybody. */
  readonly taken: number;
  /** What must not be: an answer to an input that no schema takes, a fault, a rejection that nobody caught. */
  readonly wrong: readonly string[];
  /** Megabytes of the heap, collected, after a tenth of the messages and after all. */
  readonly heap: readonly [number, number];
}

/** Taken, these end the sessions that the others need, or count as wrong tries until a name is closed. */
const ENDS: ReadonlySet<string> = new Set([
  ...['session.signOut', 'session.lock', 'session.unlock', 'session.changePassphrase', 'people.deactivate'],
  ...['factor.begin', 'factor.beginKey', 'factor.removeKey', 'factor.renewCodes'],
  ...['ground.cosign', 'order.cosign', 'screen.teach'],
]);

function schemaTakes({ name, input }: Message): boolean {
  const known = CALL_NAMES.find((one) => one === name);
  return known !== undefined && CALLS[known].input.safeParse(input).success;
}

/** The input as it arrives in main and is let on to the station, or null. */
function crossing(input: unknown): { readonly input: unknown } | null {
  try {
    const copy: unknown = structuredClone(input);
    return fits(copy) ? { input: copy } : null;
  } catch {
    return null;
  }
}

function megabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10;
}

async function makeDesk(): Promise<TestStation> {
  const desk = await newTestStation();
  await book(desk);
  for (const role of ROLES) {
    if (role !== 'chief') await desk.addPerson(role, role);
    await desk.signIn(role, role);
  }
  return desk;
}

/** What one answer shows to be wrong, or null. */
function judge(message: Message, reply: Awaited<ReturnType<TestStation['raw']>>): string | null {
  const where = `${message.kind} ${message.name}`;
  if (reply.ok) return schemaTakes(message) ? null : `${where}: answered`;
  if (reply.refusals.length === 0) return `${where}: refused without a reason`;
  return reply.refusals.some(({ code }) => code === 'fault') ? `${where}: fault` : null;
}

interface Sending {
  readonly desk: TestStation;
  readonly wrong: string[];
  readonly refused: Record<string, number>;
  readonly counts: { keptOut: number; taken: number };
}

async function send({ desk, wrong, refused, counts }: Sending, message: Message): Promise<void> {
  const crossed = crossing(message.input);
  if (crossed === null) {
    counts.keptOut += 1;
    return;
  }
  if (ENDS.has(message.name) && schemaTakes(message)) return;
  const reply = await desk.raw(message.name, crossed.input, message.client);
  const problem = judge(message, reply);
  if (problem !== null) wrong.push(problem);
  if (reply.ok) counts.taken += 1;
  else for (const { code } of reply.refusals) refused[code] = (refused[code] ?? 0) + 1;
}

/** What the station itself finds after all of it. */
async function lookAfter({ desk, wrong }: Sending): Promise<void> {
  const { checks } = await desk.done('system.check', {}, 'chief');
  wrong.push(...checks.filter(({ ok }) => !ok).map(({ name }) => `check ${name}`));
  wrong.push(...desk.faults.map(({ kind, where }) => `${kind} ${where.slice(0, 3).join(' ')}`));
}

/** @param tell is called after each thousand */
export async function fuzzStation(
  messages: number,
  seed: number,
  tell: (done: number) => void = () => undefined,
): Promise<Fuzzed> {
  const sending: Sending = { desk: await makeDesk(), wrong: [], refused: {}, counts: { keptOut: 0, taken: 0 } };
  const nowhere = join(sending.desk.folder, '..', 'nowhere');
  const random = seeded(seed);
  const unhandled = (thrown: unknown): void => void sending.wrong.push(`unhandled ${String(thrown)}`);
  process.on('unhandledRejection', unhandled);
  let early = 0;
  for (let at = 0; at < messages; at += 1) {
    if (at === Math.floor(messages / 10)) early = megabytes();
    if (at % 1000 === 0) tell(at);
    await send(sending, hostileMessage(random, [...ROLES], nowhere));
  }
  process.off('unhandledRejection', unhandled);
  const heap = [early, megabytes()] as const;
  await lookAfter(sending);
  await sending.desk.remove();
  const { wrong, refused, counts } = sending;
  return { messages, ...counts, refused, wrong, heap };
}
