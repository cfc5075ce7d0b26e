import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterKill } from '../support/after-kill.ts';
import { newStick, type Stick } from '../support/backups.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

/** A process lives a quarter of the time before it is killed; memory is compared within one life. */
const LIVES = 4;

export interface Soaked {
  readonly minutes: number;
  readonly acknowledged: number;
  readonly bookings: number;
  /** How much more memory the last third of each life takes than the second; the first is for getting warm. */
  readonly memoryGrowth: readonly number[];
  readonly wrong: readonly string[];
}

/** The stick is away for a fifth of each life. */
async function pullStick({ folder }: Stick, milliseconds: number): Promise<void> {
  const away = join(mkdtempSync(join(tmpdir(), 'sallyport-away-')), 'stick');
  await setTimeout(milliseconds * 0.4);
  renameSync(folder, away);
  await setTimeout(milliseconds * 0.2);
  renameSync(away, folder);
}

const median = (sizes: readonly number[]): number =>
  sizes.toSorted((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;

function grownIn(lines: readonly string[]): number {
  const sizes = lines.filter((line) => line.startsWith('memory ')).map((line) => Number(line.split(' ')[1]));
  const third = Math.floor(sizes.length / 3);
  if (third === 0) return 0;
  return Number((median(sizes.slice(2 * third)) / median(sizes.slice(third, 2 * third)) - 1).toFixed(4));
}

interface Life {
  readonly desk: TestStation;
  readonly stick: Stick;
  readonly begun: number;
  readonly milliseconds: number;
}

async function live({ desk, stick, begun, milliseconds }: Life): Promise<readonly string[]> {
  const script = resolve(import.meta.dirname, '../support/child-soak.ts');
  const args = ['--expose-gc', script, desk.folder, stick.folder, String(begun)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const ended = once(child, 'close');
  await Promise.all([setTimeout(milliseconds), pullStick(stick, milliseconds)]);
  child.kill('SIGKILL');
  await ended;
  return text.split('\n').slice(0, -1);
}

/** Whoever looks between two lives has the true clock: that it steps back there is what was asked for. */
const isWrong = (line: string): boolean => !line.startsWith('clock: ');

export async function soak(minutes: number, tell: (line: string) => void): Promise<Soaked> {
  const stick = newStick();
  const desk = await newTestStation();
  await desk.close();
  const begun = Date.now();
  const lines: string[] = [];
  const memoryGrowth: number[] = [];
  const wrong: string[] = [];
  for (let life = 1; life <= LIVES; life += 1) {
    const own = await live({ desk, stick, begun, milliseconds: (minutes * 60_000) / LIVES });
    lines.push(...own);
    memoryGrowth.push(grownIn(own));
    wrong.push(...(await afterKill(desk.folder, lines)).wrong.filter(isWrong));
    tell(
      `life ${String(life)} of ${String(LIVES)}: ${String(own.length)} lines, wrong so far: ${String(wrong.length)}`,
    );
  }
  await desk.remove();
  stick.remove();
  const bookings = lines.filter((line) => line.startsWith('booked ')).length;
  return { minutes, acknowledged: lines.length, bookings, memoryGrowth, wrong };
}
