import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeakReport } from '../../contract/system.ts';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { book } from '../support/booked.ts';
import { BY_WORDS } from '../support/false-hits.ts';
import { keyOf } from '../support/look-inside.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

let desk: TestStation;
let temporary: string;
beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'leaks-taught-'));
  desk = await newTestStation({ temporary });
  await desk.addPerson('supervisor', 'sam');
  const { text, taught } = BY_WORDS;
  const start = text.indexOf(taught.phrase);
  const place = { field: taught.field, text, start, end: start + taught.phrase.length };
  await desk.done('screen.teach', { ...place, reason: 'So a shop calls it', name: 'sam', passphrase: PASSPHRASE });
  await book(desk, { fields: { narrative: text } });
}, 60_000);
afterAll(async () => {
  rmSync(temporary, { recursive: true, force: true });
  await desk.remove();
});

const look = (): Promise<LeakReport> => desk.done('system.leaks', { paths: [] });

const tablesOf = (texts: readonly { readonly place: string }[]): readonly string[] =>
  texts.map(({ place }) => place.replace(/^records, (\w+) .*$/, '$1')).toSorted();

/** Writes past the screen, as a fault of the program would. */
async function writePastTheScreen(narrative: string): Promise<void> {
  const guards = { ...POLICY_GUARDS, blocks: () => false };
  const { database, mark } = await keyOf(desk.folder);
  const connection = connect({ file: recordsPath(desk.folder), keys: { database, mark }, guards }, 'write');
  connection.prepare('update draft set fields = ?').run(JSON.stringify({ narrative }));
  connection.close();
}

describe('a look for leaks', () => {
  it('finds nothing in a text that a supervisor let through, nor in the words that were taught', async () => {
    const { ok, leaks, letThrough } = await look();
    expect([ok, leaks, letThrough]).toEqual([true, [], []]);
  });

  it('tells what was let through apart once the words were taken back, and stays green', async () => {
    const [phrase] = await desk.done('screen.book', {});
    const { entries } = await desk.done('screen.revoke', { phraseId: phrase?.phraseId ?? '' });
    const { at = 'never', toReview = [] } = entries[0]?.revoked ?? {};
    const { ok, checks, leaks, letThrough } = await look();
    expect([ok, leaks, tablesOf(letThrough)]).toEqual([true, [], ['booking_version', 'disclosure']]);
    expect(new Set(letThrough.map(({ takenBack }) => takenBack))).toEqual(new Set([at]));
    expect(checks[0]?.detail).toContain(`nothing found; 2 let through then, taken back on ${at}: to review`);
    expect(toReview.length).toBe(1);
  });

  it('finds the same words where nobody let them through any more', async () => {
    const { bookingId } = await desk.done('booking.open', {});
    await desk.done('booking.keepDraft', { bookingId, fields: { narrative: 'Calm all night.' }, charges: [] });
    await writePastTheScreen(BY_WORDS.text);
    const { ok, leaks, letThrough, firstBad } = await look();
    expect([ok, firstBad, new Set(tablesOf(leaks)), letThrough.length]).toEqual([
      false,
      'stored',
      new Set(['draft']),
      2,
    ]);
  });
});
