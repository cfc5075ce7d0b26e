import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDraftCut } from '../../db/booking/draft-cut.ts';
import { findDraft } from '../../db/booking/reader.ts';
import { saveDraft } from '../../db/booking/writer.ts';
import { insertTaughtPhrase } from '../../db/taught/writer.ts';
import { clearDraft, clearTaught, clearText } from '../../policy/gate.ts';
import { TaughtList, type TaughtPhrase } from '../../policy/screen/taught.ts';
import { cutDrafts } from '../../services/cut-drafts.ts';
import { BY_SENTENCE, BY_WORDS } from '../support/false-hits.ts';
import { openForm } from '../support/store-records.ts';
import { cover, newStation, now, type TestStation } from '../support/store-station.ts';

const PHRASES: readonly TaughtPhrase[] = [
  BY_WORDS.taught,
  BY_SENTENCE.taught,
  { ...BY_SENTENCE.taught, field: 'medical' },
];
const BOTH = new TaughtList(PHRASES);
/** What a screen that came since lets through: the sentence in no kind of text. */
const BEFORE = new TaughtList([BY_WORDS.taught]);
const LEFT = new TaughtList([]);

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
  for (const phrase of PHRASES) {
    const taught = clearTaught(phrase);
    const reason = clearText('The shop calls it so', 'reason');
    if (!taught.ok || !reason.ok) throw new Error('the phrase of a test may not be taught');
    await station.store.transaction(async (tx) => {
      const meta = await cover(tx, { by: station.officer.id });
      const by = { id: randomUUID(), reason: reason.value, confirmedBy: station.supervisor.id };
      await insertTaughtPhrase(tx, taught.value, { ...by, ...meta });
    });
  }
});
afterAll(() => station.end());

async function kept(fields: Readonly<Record<string, string>>): Promise<string> {
  const { bookingId } = await station.store.transaction((tx) => openForm(tx, station));
  const draft = clearDraft({ fields, charges: [] }, BOTH);
  expect(draft.refusals).toEqual([]);
  const meta = { bookingId, at: now(), by: station.officer.id };
  await station.store.transaction((tx) => saveDraft(tx, draft.kept, meta));
  return bookingId;
}

describe('a form that held what is refused before a phrase was taken back', () => {
  it('is neither counted nor cut for that, and told of what is new alone', async () => {
    const old = await kept({ narrative: `Calm all night. ${BY_SENTENCE.text}` });
    const both = await kept({
      narrative: `Calm all night. ${BY_WORDS.text}`,
      medical_notes: `Calm all night. ${BY_SENTENCE.text}`,
    });
    const lists = { before: BEFORE, left: LEFT };
    expect(await station.store.transaction((tx) => cutDrafts(tx, lists, now()))).toBe(1);
    expect(await findDraftCut(station.store.read, old)).toBeNull();
    const fields = (await findDraft(station.store.read, old))?.fields;
    expect(fields?.narrative).toBe(`Calm all night. ${BY_SENTENCE.text}`);
    expect((await findDraftCut(station.store.read, both))?.boxes).toEqual(['narrative']);
    expect((await findDraft(station.store.read, both))?.fields.narrative).toBe('Calm all night.');
  });
});
