import { openDisplay } from '../../build/electron-host/display.ts';
import { makeReady } from '../../build/ready.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { median, result, type BenchResult } from './result.ts';

const RUNS = 15;
const MAY_WE = 'May we …?';

/**
 * Milliseconds from the key, which goes down once somebody listens for it, to the frame after which this is on the
 * screen.
 */
async function timed({ page }: LaunchedApp, key: string, selector: string): Promise<number> {
  const watch = await page.evaluateHandle((wanted) => {
    let pressed = Number.NaN;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { once: true, capture: true });
    const paint = new Promise<number>((done) => {
      // A message that is sent while a frame is made is heard once it was painted.
      function painted(): void {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - pressed);
        port2.postMessage(0);
      }
      function look(): void {
        const there = !Number.isNaN(pressed) && document.querySelector(wanted) !== null;
        requestAnimationFrame(there ? painted : look);
      }
      requestAnimationFrame(look);
    });
    return { paint };
  }, selector);
  await page.keyboard.press(key);
  return watch.evaluate(({ paint }) => paint);
}

/** Opens the page again and again; the first time its code is read as well. */
async function openings(launched: LaunchedApp): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await showBooking(launched.page);
    await launched.page.getByRole('button', { name: MAY_WE }).focus();
    times.push(await timed(launched, 'Enter', 'main h2'));
  }
  return times;
}

/** A page that asks the station nothing: the map of keys. */
async function keyMaps(launched: LaunchedApp): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await timed(launched, '?', 'dialog[open]'));
    await launched.page.keyboard.press('Escape');
    await launched.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  return times;
}

/** "May we …?" from the key to the painted answer, in the real window. */
export async function benchAsking(): Promise<readonly BenchResult[]> {
  const host = await makeReady((line) => console.error(`· ${line}`));
  const display = await openDisplay((line) => console.error(`· ${line}`));
  const desk = makeDesk({ executable: host.executable, display: display.name }, 'asking');
  const launched = await openDesk(desk);
  try {
    if (!(await bookForGrounds(launched.page))) throw new Error('nobody was booked');
    const floor = { floor: median(await keyMaps(launched)), floorName: 'opening the map of keys' };
    const times = await openings(launched);
    const line = (name: string, value: number): BenchResult =>
      result({ name, value, unit: 'ms, key to paint', ...floor }, { valueAtMost: 100 });
    return [line(`${MAY_WE}, first time`, times[0] ?? Number.NaN), line(MAY_WE, median(times.slice(1)))];
  } finally {
    await launched.close();
    display.close();
    desk.close();
  }
}
