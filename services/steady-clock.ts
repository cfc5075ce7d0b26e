import type { ReadDb } from '../db/database.ts';
import { lastEntry } from '../db/ledger/reader.ts';
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
  /** Moment of the newest entry of the ledger: what was seen before this start. */
  readonly newest: number;
}

/** One look more: time goes on by the wall clock, or by the clock that nobody can set where that one is ahead. */
export function lookAgain(before: Reading | null, look: Look): { readonly reading: Reading; readonly jump: number } {
  const { wall, monotonic, newest } = look;
  if (before === null)
    return { reading: { wall, monotonic, steady: Math.max(wall, newest) }, jump: Math.min(0, wall - newest) };
  const known = monotonic !== null && before.monotonic !== null;
  const elapsed = known ? monotonic - before.monotonic : Math.max(0, wall - before.wall);
  return {
    reading: { wall, monotonic, steady: Math.max(wall, before.steady + elapsed) },
    jump: wall - before.wall - elapsed,
  };
}

async function newestEntry(db: ReadDb): Promise<number> {
  const at = Date.parse((await lastEntry(db))?.at ?? '');
  return Number.isNaN(at) ? -Infinity : at;
}

/** The moment by which duties are late, in milliseconds. A jump of the wall clock is remembered until it is on record. */
export async function steadyNow(steady: SteadyClock, clock: Clock, db: ReadDb): Promise<number> {
  const newest = steady.reading === null ? await newestEntry(db) : -Infinity;
  const look = { wall: clock.now().getTime(), monotonic: clock.monotonic?.() ?? null, newest };
  const { reading, jump } = lookAgain(steady.reading, look);
  steady.reading = reading;
  if (Math.abs(jump) > JUMP_MS) steady.jumps = [...steady.jumps, jump];
  return reading.steady;
}
