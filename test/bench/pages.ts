// What pages cost the station's process, by which everybody waits who asks anything meanwhile, after ten years.
import { setImmediate } from 'node:timers/promises';
import type { CallName } from '../../contract/call-names.ts';
import type { CallInput } from '../../contract/calls.ts';
import { fillBookings } from '../support/filled-store.ts';
import { fillYears, TEN_YEARS } from '../support/filled-years.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';
import { busy } from './busy.ts';
import { fillFolder } from './filled.ts';
import { median, result, type BenchResult } from './result.ts';

const BOOKINGS = 20_000;
const RUNS = 9;
const PEOPLE = 11;
const DAY_MS = 86_400_000;

type Work = () => Promise<unknown>;

async function filledStation(bookings: number, until: Date): Promise<TestStation> {
  const fresh = await newTestStation();
  for (let at = 0; at < PEOPLE; at += 1) await fresh.addPerson('booking-officer', `officer${String(at)}`);
  await fresh.close();
  await fillFolder(fresh.folder, (connection) => {
    fillBookings(connection, bookings);
    fillYears(connection, TEN_YEARS, until);
  });
  const desk = await openTestStation(fresh.folder);
  await desk.signIn('chief');
  return desk;
}

/** Milliseconds of processor time of one call, the median; the first one, which warms up, is not told. */
async function costOf(work: Work): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const start = busy();
    await work();
    if (run > 0) times.push(busy() - start);
  }
  return median(times);
}

/** The longest that somebody else waits while it is worked, in milliseconds of processor time; the first time warms up. */
async function longestTurn(work: Work): Promise<number> {
  await work();
  const running = new Set([work()]);
  for (const one of running) void one.finally(() => running.clear());
  let longest = 0;
  for (let start = busy(); running.size > 0; start = busy()) {
    await setImmediate();
    longest = Math.max(longest, busy() - start);
  }
  return longest;
}

const day = (until: Date, ago: number): string => new Date(until.getTime() - ago * DAY_MS).toISOString().slice(0, 10);

type Page = readonly [name: string, work: Work];

async function pagesOf(desk: TestStation, until: Date): Promise<readonly Page[]> {
  const call =
    <N extends CallName>(name: N, input: CallInput<N>): Work =>
    () =>
      desk.done(name, input);
  const [request] = await desk.done('matter.list', { kind: 'request' });
  const report = (days: number): Work => call('report.get', { from: day(until, days), to: day(until, 0) });
  return [
    ['report of a month', report(31)],
    ['trail since ever', call('trail.get', {})],
    ['own acts', call('trail.mine', {})],
    ['duties', call('duty.list', {})],
    ['duties with what was done', call('duty.list', { open: false })],
    ['one request', call('matter.get', { matterId: request?.matterId ?? '' })],
    ['open requests', call('matter.list', { kind: 'request', open: true })],
    ['all matters', call('matter.list', {})],
    ['what a supervisor looks after', call('supervisor.get', {})],
    ['handing over', call('handover.get', {})],
    ['desk', call('desk.get', {})],
    ['people', call('people.list', {})],
    ['number of an order', call('order.find', { number: '2019-00012' })],
    ['sign-in', () => desk.done('session.signIn', { name: 'officer0', passphrase: PASSPHRASE }, 'door')],
  ];
}

/** Reports that are read in turns. */
const LONG = [
  ['report of a year', 365],
  ['report of ten years', 3_700],
] as const;

async function linesOf(desk: TestStation, until: Date): Promise<readonly BenchResult[]> {
  const floor = await costOf(() => desk.done('booking.list', { limit: 20 }));
  const line = (name: string, value: number, unit: string): BenchResult =>
    result({ name, value, unit, floor, floorName: 'the newest 20 bookings' }, { valueAtMost: 50 });
  const lines: BenchResult[] = [];
  for (const [name, work] of await pagesOf(desk, until)) lines.push(line(name, await costOf(work), 'ms'));
  for (const [name, days] of LONG) {
    const report = (): Promise<unknown> => desk.done('report.get', { from: day(until, days), to: day(until, 0) });
    lines.push(line(name, await longestTurn(report), 'ms, longest turn'));
  }
  return lines;
}

/** Every page that grows with the years, at ten years of a station. */
export async function benchPages(bookings = BOOKINGS): Promise<readonly BenchResult[]> {
  const until = new Date();
  const desk = await filledStation(bookings, until);
  try {
    return await linesOf(desk, until);
  } finally {
    await desk.remove();
  }
}
