// What must be true of a station's folder after its process was killed, at whatever moment.
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { keyOf } from './look-inside.ts';
import { openTestStation, PASSPHRASE, type TestStation } from './station.ts';

/** Seconds until the unfinished form was there, and what is wrong; empty where nothing is. */
export interface AfterKill {
  readonly wrong: readonly string[];
  readonly restartMs: number;
}

const idsAfter = (lines: readonly string[], word: string): readonly string[] =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.split(' ')[1] ?? '');

interface Stored {
  readonly name: string;
  readonly sql: string;
}

/** A line of the load, and where what it told of rests. */
const STORED: readonly Stored[] = [
  { name: 'booked', sql: 'select booking_id from booking_version where version = 1' },
  { name: 'corrected', sql: 'select booking_id from booking_version where version = 2' },
  { name: 'event', sql: "select booking_id from booking_event where kind = 'rights-read'" },
  { name: 'notice', sql: 'select id from notification' },
];

/** Everything that was acknowledged is there, and of each kind one at most that was not. */
async function recordsWrong(folder: string, lines: readonly string[], passphrase: string): Promise<readonly string[]> {
  const { database, mark } = await keyOf(folder, { name: 'chief', passphrase });
  const store = connect({ file: recordsPath(folder), keys: { database, mark } }, 'read');
  const wrong = STORED.flatMap(({ name, sql }) => {
    const there = new Set(store.prepare(sql).pluck().all());
    const told = idsAfter(lines, name);
    const lost = told.filter((id) => !there.has(id)).map((id) => `${name} ${id} is lost`);
    const more = there.size - told.length;
    return more > 1 ? [...lost, `${String(more)} of ${name} that nobody was told of`] : lost;
  });
  store.close();
  return wrong;
}

const roundOf = (text: unknown): number => Number(/numbered (\d+)/.exec(String(text))?.[1] ?? -1);

/** The form that was open is as it was kept last, or as it was about to be. */
async function formWrong(desk: TestStation, lines: readonly string[]): Promise<readonly string[]> {
  const [, bookingId, round] =
    lines
      .filter((line) => line.startsWith('kept '))
      .at(-1)
      ?.split(' ') ?? [];
  if (bookingId === undefined || round === undefined) return [];
  const draft = await desk.call('booking.draft', { bookingId });
  const found = draft.ok ? roundOf(draft.value.fields['narrative']) : -1;
  return found < Number(round) ? [`the form kept ${String(found)}, and ${round} was acknowledged`] : [];
}

async function logWrong(desk: TestStation): Promise<readonly string[]> {
  const { checks } = await desk.done('system.check', {});
  const failing = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
  const { refused } = await desk.done('log.get', {});
  return refused === null ? failing : [...failing, `the log is refused: ${refused.why}`];
}

/** Opens the station again as the next person would, and compares it with what was said before it was killed. */
export async function afterKill(folder: string, lines: readonly string[], passphrase = PASSPHRASE): Promise<AfterKill> {
  const start = performance.now();
  const desk = await openTestStation(folder);
  const signedIn = await desk.call('session.signIn', { name: 'chief', passphrase });
  if (!signedIn.ok) return { wrong: [JSON.stringify(signedIn.refusals)], restartMs: 0 };
  const form = await formWrong(desk, lines);
  const restartMs = performance.now() - start;
  const log = await logWrong(desk);
  await desk.close();
  const faults = desk.faults.map(({ kind }) => kind);
  return { wrong: [...form, ...log, ...(await recordsWrong(folder, lines, passphrase)), ...faults], restartMs };
}
