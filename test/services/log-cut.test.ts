// Case 20 of the requirements: somebody who has the key deletes the end of the log while nobody is there.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { headPath, recordsPath } from '../../services/keys/station-files.ts';
import { runCliAs } from '../cli/run-cli.ts';
import { cut, failing, inside, REGROWN, signedStation, type SignedStation } from '../support/cut-log.ts';
import { openTestStation } from '../support/station.ts';

let station: SignedStation;
let folder = '';
beforeEach(async () => {
  station = await signedStation();
  ({ folder } = station);
});
afterEach(() => station.desk.remove());

const REFUSED = { code: 'log-refused', params: { why: 'tail-cut', missing: 3 } };
const reported = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string(), code: z.string().optional() })),
  firstBad: z.string().optional(),
});

describe('case 20: the last 3 entries are deleted offline', () => {
  it('the command line says that the tail is cut and the count 3 short', async () => {
    await cut(folder);
    const ran = await runCliAs('chief', folder, ['check']);
    const { ok, checks, firstBad } = reported.parse(JSON.parse(ran.out));
    expect([ran.code, ok]).toEqual([1, false]);
    const tail = checks.find(({ name }) => name === 'tail');
    expect(tail).toMatchObject({ ok: false, code: 'tail-cut' });
    expect(tail?.detail).toMatch(/^tail cut, count 3 short: \d+ of \d+ entries are there$/);
    expect(firstBad).toMatch(/^tail, entry \d+$/);
  }, 60_000);

  it('only the signed head tells, where tree and heads in the records were made to fit', async () => {
    await cut(folder, REGROWN);
    const again = await openTestStation(folder);
    await again.signIn('chief');
    const found = failing(await again.done('system.check', {}));
    expect(found.map(([code]) => code)).toEqual(['tail-cut']);
    expect(found[0]?.[1]).toMatch(/^tail cut, count 3 short/);
    await again.close();
  });

  it('the window is told at the start, and nothing is written until a person decides', async () => {
    await cut(folder);
    // The page of the settings is damaged as well: whoever decides comes in all the same.
    const [page, size] = await inside(folder, (connection) => [
      Number(connection.prepare("select rootpage from sqlite_schema where name = 'station_setting'").pluck().get()),
      Number(connection.pragma('page_size', { simple: true })),
    ]);
    const records = readFileSync(recordsPath(folder));
    writeFileSync(recordsPath(folder), records.fill(7, (page - 1) * size, page * size));
    const again = await openTestStation(folder);
    expect((await again.done('session.state', {})).refused).toBeNull();
    await again.signIn('chief');
    expect(again.events).toEqual([]);
    expect((await again.done('session.state', {})).refused).toMatchObject(REFUSED);
    for (const name of ['booking.open', 'desk.get'] as const) {
      expect(await again.call(name, {})).toMatchObject({ ok: false, refusals: [REFUSED] });
    }
    const head = readFileSync(headPath(folder), 'utf8');
    await again.done('session.signOut', {});
    await again.close();
    expect(readFileSync(headPath(folder), 'utf8')).toBe(head);
  });
});

describe('other records in the place of these', () => {
  it('an older copy is refused, with how many entries it lacks', async () => {
    const copy = join(folder, '..', 'older.db');
    const early = await openTestStation(folder);
    await early.signIn('chief');
    await early.done('session.signOut', {});
    await early.close();
    cpSync(recordsPath(folder), copy);
    const more = await openTestStation(folder);
    await more.signIn('chief');
    // With coming and going, seven entries.
    for (let at = 0; at < 5; at += 1) await more.done('booking.open', {});
    await more.done('session.signOut', {});
    await more.close();
    cpSync(copy, recordsPath(folder));
    const again = await openTestStation(folder);
    await again.signIn('chief');
    expect((await again.done('session.state', {})).refused).toMatchObject({ params: { why: 'tail-cut', missing: 7 } });
    await again.close();
  });

  it.each([
    [
      'head-missing',
      () => {
        rmSync(headPath(folder));
      },
    ],
    [
      'head-forged',
      () => {
        writeFileSync(headPath(folder), readFileSync(headPath(folder), 'utf8').replace(/\n\d+\n/, '\n7\n'));
      },
    ],
  ])('a head beside them is refused as %s', async (why, change) => {
    change();
    const again = await openTestStation(folder);
    await again.signIn('chief');
    expect((await again.done('session.state', {})).refused).toMatchObject({ params: { why } });
    expect(failing(await again.done('system.check', {})).map(([code]) => code)).toEqual([why]);
    await again.close();
  });
});
