import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { BY_WORDS } from '../support/false-hits.ts';
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

const tables = async (): Promise<readonly string[]> => {
  const { leaks } = await desk.done('system.leaks', { paths: [] });
  return leaks.map(({ place }) => place.replace(/^records, (\w+) .*$/, '$1'));
};

describe('a look for leaks', () => {
  it('finds nothing in a text that a supervisor let through, nor in the words that were taught', async () => {
    expect(await tables()).toEqual([]);
  });

  it('finds the text once the words were taken back', async () => {
    const [phrase] = await desk.done('screen.book', {});
    await desk.done('screen.revoke', { phraseId: phrase?.phraseId ?? '' });
    expect((await tables()).toSorted()).toEqual(['booking_version', 'disclosure']);
  });
});
