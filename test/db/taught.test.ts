import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WriteTx } from '../../db/database.ts';
import { insertTaughtPhrase, revokeTaughtPhrase } from '../../db/taught/writer.ts';
import { clearBooking, clearTaught, clearText } from '../../policy/gate.ts';
import { TaughtList } from '../../policy/screen/taught.ts';
import { GOOD_CHARGES, GOOD_FIELDS } from '../support/booked.ts';
import { BY_WORDS } from '../support/false-hits.ts';
import { saveOne } from '../support/store-records.ts';
import { cover, newStation, type TestStation } from '../support/store-station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

const phraseId = randomUUID();

async function teach(tx: WriteTx): Promise<void> {
  const taught = clearTaught(BY_WORDS.taught);
  const reason = clearText('A shop calls its helpers so', 'reason');
  if (!taught.ok || !reason.ok) throw new Error('the phrase of a test may not be taught');
  const meta = await cover(tx, { by: station.officer.id });
  await insertTaughtPhrase(tx, taught.value, {
    ...{ id: phraseId, reason: reason.value, confirmedBy: station.supervisor.id },
    ...meta,
  });
}

/** Saves past the other three doors: the gate is told of a list of its own. */
async function save(tx: WriteTx, fields: Readonly<Record<string, string>>): Promise<void> {
  const taught = new TaughtList([BY_WORDS.taught, { ...BY_WORDS.taught, field: 'remarks' }]);
  const draft = { fields: { ...GOOD_FIELDS, ...fields }, charges: GOOD_CHARGES };
  const cleared = clearBooking(draft, { origin: 'desk', taught });
  if (!cleared.ok) throw new Error(JSON.stringify(cleared.refusals));
  await saveOne(tx, station, cleared.value);
}

const outcome = async (work: (tx: WriteTx) => Promise<void>): Promise<string> =>
  station.store.transaction(work).then(
    () => 'taken',
    (fault: unknown) => (fault instanceof Error ? fault.name : 'refused'),
  );
const saveNow = (fields: Readonly<Record<string, string>>): Promise<string> => outcome((tx) => save(tx, fields));

describe('the mark of a row', () => {
  it('is refused to a text until its phrase was taught and committed', async () => {
    expect(await saveNow({ narrative: BY_WORDS.text })).toBe('StoreFault');
    const both = await outcome(async (tx) => {
      await teach(tx);
      await save(tx, { narrative: BY_WORDS.text });
    });
    expect(both).toBe('StoreFault');
    expect(await saveNow({ narrative: BY_WORDS.text })).toBe('StoreFault');
    expect(await outcome(teach)).toBe('taken');
    expect(await saveNow({ narrative: BY_WORDS.text })).toBe('taken');
  });

  it('is refused in another kind of text, and where anything else is told beside it', async () => {
    expect(await saveNow({ caution_text: BY_WORDS.text })).toBe('StoreFault');
    expect(station.store.taught().of('remarks')).toEqual([]);
    await expect(
      station.store.transaction((tx) => save(tx, { narrative: `${BY_WORDS.text} He is undocumented.` })),
    ).rejects.toThrow('status-in-text');
  });

  it('is refused again once the phrase was taken back, also to a text that had passed', async () => {
    expect(await saveNow({ narrative: BY_WORDS.text })).toBe('taken');
    await station.store.transaction(async (tx) => {
      const meta = await cover(tx, { by: station.supervisor.id });
      await revokeTaughtPhrase(tx, { id: randomUUID(), phraseId, reason: null }, meta);
    });
    expect(await saveNow({ narrative: BY_WORDS.text })).toBe('StoreFault');
  });
});
