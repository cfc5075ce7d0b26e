import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { keyOf } from '../support/look-inside.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { PASSPHRASE, type TestStation } from '../support/station.ts';
import { csv, tempFile } from './exchange/temp-file.ts';

const HEAD = 'Booking #,Booking Date/Time,Last Name,Charge Description';
let made = 0;

/** A file that takes a good while to store. */
function bigFile(rows = 3_000): string {
  made += 1;
  const lines = Array.from(
    { length: rows },
    (_, at) => `G${String(made)}-${String(at)},2026-11-20 01:00,Testperson,Larceny of a bicycle ${String(at)}`,
  );
  return tempFile(csv(HEAD, ...lines));
}

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('records-clerk', 'clerk');
  await desk.addPerson('auditor', 'aud');
  await desk.signIn('aud', 'aud');
}, 60_000);
afterAll(() => desk.remove());

interface Running {
  readonly importId: string;
  readonly ended: () => boolean;
  readonly end: Promise<string>;
}

async function begin(path: string, client: string): Promise<Running> {
  const before = desk.events.length;
  let over = false;
  const end = desk.call('import.run', { path, dryRun: false }, client).then((reply) => {
    over = true;
    return reply.ok ? 'stored' : (reply.refusals[0]?.code ?? '');
  });
  const begun = (): boolean => over || desk.events.length > before;
  while (!begun()) await new Promise(setImmediate);
  const news = desk.events.at(-1);
  const importId = news?.kind === 'import-progress' ? news.progress.importId : '';
  return { importId, ended: () => over, end };
}

async function said(name: string, input: unknown, client: string): Promise<string> {
  const reply = await desk.raw(name, input, client);
  return reply.ok ? 'done' : (reply.refusals[0]?.code ?? '');
}

/** Rows of the logs of sessions and refusals, and bookings. */
async function noted(): Promise<readonly number[]> {
  const { database, mark } = await keyOf(desk.folder);
  const store = connect({ file: recordsPath(desk.folder), keys: { database, mark } }, 'read');
  const counts = ["audit_event where kind <> 'refused'", "audit_event where kind = 'refused'", 'booking'].map((rows) =>
    Number(store.prepare(`select count(*) from ${rows}`).pluck().get()),
  );
  store.close();
  return counts;
}

describe('an import', { timeout: 120_000 }, () => {
  it('lets others have a turn at least every quarter of a second', async () => {
    let longest = 0;
    // Of this thread alone: what the engine does beside it holds nobody up.
    let last = process.threadCpuUsage();
    const ticking = setInterval(() => {
      const { user, system } = process.threadCpuUsage(last);
      last = process.threadCpuUsage();
      longest = Math.max(longest, (user + system) / 1_000);
    }, 5);
    const { end } = await begin(bigFile(), 'test');
    expect(await end).toBe('stored');
    clearInterval(ticking);
    expect(longest).toBeLessThan(250);
  });

  it('does not hold up a lock, an unlock or its own end, locked or not', async () => {
    await desk.signIn('clerk', 'clerk');
    const before = await noted();
    const running = await begin(bigFile(20_000), 'clerk');
    expect(await said('session.lock', {}, 'clerk')).toBe('done');
    expect(await said('session.unlock', { passphrase: 'wrong kettles by the dock' }, 'clerk')).toBe('wrong-passphrase');
    expect(await said('session.unlock', { passphrase: PASSPHRASE }, 'clerk')).toBe('done');
    expect(await said('session.lock', {}, 'clerk')).toBe('done');
    expect(await said('import.cancel', { importId: running.importId }, 'clerk')).toBe('done');
    expect([running.ended(), await running.end]).toEqual([false, 'cancelled']);
    // What was noted meanwhile is on record once the writer is free.
    await desk.signIn('aud', 'aud');
    const after = await noted();
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([5, 1, 0]);
  });

  it('is ended by whoever began it, and by others only as their role and their screen allow', async () => {
    await desk.signIn('clerk', 'clerk');
    const { importId, end } = await begin(bigFile(20_000), 'clerk');
    expect(await said('import.cancel', { importId }, 'aud')).toBe('role-not-allowed');
    await desk.done('session.lock', {}, 'test');
    expect(await said('import.cancel', { importId }, 'test')).toBe('locked');
    await desk.done('session.unlock', { passphrase: PASSPHRASE }, 'test');
    expect(await said('import.cancel', { importId }, 'test')).toBe('done');
    expect(await end).toBe('cancelled');
    expect(await said('import.cancel', { importId }, 'clerk')).toBe('not-found');
  });
});
