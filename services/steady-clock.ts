import type { ReadDb } from '../db/database.ts';
import { lastJump } from '../db/duty/reader.ts';
import { findLatestMoment } from '../db/ledger/reader.ts';
import type { Clock } from './clock.ts';

/** Both clocks at one look, in milliseconds, and the time that duties count by. */
interface Reading {
  readonly wall: number;
  readonly monotonic: number | null;
  readonly steady: number;
}

/** What is remembered between two looks. */
export interface SteadyClock {
  reading: Reading | null;
  /** How far the wall clock was set, in milliseconds, below zero for back; not yet on record. */
  jumps: readonly number[];
}

/** More than this is no drift: somebody set the clock, or the machine slept. */
const JUMP_MS = 2 * 60_000;

interface Look {
  readonly wall: number;
  readonly monotonic: number | null;
  /** Latest moment of the newest entries of the ledger, by the wall clock of that time. */
  readonly newest: number;
  /** The latest moment by which duties are known to have counted before this start. */
  readonly floor: number;
}

/** One look more: time goes on by the wall clock, or by the clock that nobody can set where that one is ahead. */
export function lookAgain(before: Reading | null, look: Look): { readonly reading: Reading; readonly jump: number } {
  const { wall, monotonic, newest, floor } = look;
  if (before === null) {
    return { reading: { wall, monotonic, steady: Math.max(wall, newest, floor) }, jump: Math.min(0, wall - newest) };
  }
  const known = monotonic !== null && before.monotonic !== null;
  const elapsed = known ? monotonic - before.monotonic : Math.max(0, wall - before.wall);
  return {
    reading: { wall, monotonic, steady: Math.max(wall, before.steady + elapsed) },
    jump: wall - before.wall - elapsed,
  };
}

const momentOf = (at: string | null | undefined): number => {
  const moment = Date.parse(at ?? '');
  return Number.isNaN(moment) ? -Infinity : moment;
};

/** What was seen before this start. A clock that was set back stays behind by as much until somebody sets it right. */
async function seenBefore(db: ReadDb): Promise<Pick<Look, 'newest' | 'floor'>> {
  const newest = momentOf(await findLatestMoment(db));
  const jump = await lastJump(db);
  return { newest, floor: Math.max(newest, momentOf(jump?.at)) + (jump?.ahead ?? 0) * 1000 };
}

const NEVER = { newest: -Infinity, floor: -Infinity };

/** From here on duties count by the wall clock again: it was ahead, and was put right. */
export function trustWallClock(steady: SteadyClock, clock: Clock): void {
  const wall = clock.now().getTime();
  steady.reading = { wall, monotonic: clock.monotonic?.() ?? null, steady: wall };
}

/** The moment by which duties are late, in milliseconds. A jump of the wall clock is remembered until it is on record. */
export async function steadyNow(steady: SteadyClock, clock: Clock, db: ReadDb): Promise<number> {
  const seen = steady.reading === null ? await seenBefore(db) : NEVER;
  const look = { wall: clock.now().getTime(), monotonic: clock.monotonic?.() ?? null, ...seen };
  const { reading, jump } = lookAgain(steady.reading, look);
  steady.reading = reading;
  if (Math.abs(jump) > JUMP_MS) steady.jumps = [...steady.jumps, jump];
  return reading.steady;
}
