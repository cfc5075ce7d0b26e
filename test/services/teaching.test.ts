import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import type { PhraseEntry } from '../../contract/teaching.ts';
import { GOOD_CHARGES, GOOD_FIELDS, book, openForm } from '../support/booked.ts';
import { BY_SENTENCE, BY_WORDS } from '../support/false-hits.ts';
import { lookInside } from '../support/look-inside.ts';
import { refusedIn } from '../support/matters.ts';
import { movedClock } from '../support/moved-clock.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';
import { csv, tempFile } from './exchange/temp-file.ts';

const clock = movedClock();
const WEEK = 7 * 24 * 3_600_000;
let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation({ clock });
  const people = { sam: 'supervisor', ola: 'booking-officer', pat: 'booking-officer', aud: 'auditor' } as const;
  for (const [name, role] of Object.entries(people)) {
    await desk.addPerson(role, name);
    await desk.signIn(name, name);
  }
}, 120_000);
afterAll(() => desk.remove());

type Asked = CallInput<'screen.teach'>;

function asked(change: Partial<Asked> = {}): Asked {
  const { text, taught } = BY_WORDS;
  const start = text.indexOf(taught.phrase);
  return {
    ...{ field: taught.field, text, start, end: start + taught.phrase.length },
    ...{ reason: 'The shop calls its helpers so', name: 'sam', passphrase: PASSPHRASE },
    ...change,
  };
}

const refusedTeaching = async (change: Partial<Asked>, client = 'ola'): Promise<readonly string[]> =>
  refusedIn(await desk.call('screen.teach', asked(change), client));

const saved = async (fields: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const bookingId = await openForm(desk, 'ola');
  const input = { bookingId, fields: { ...GOOD_FIELDS, ...fields }, charges: GOOD_CHARGES };
  return refusedIn(await desk.call('booking.save', input, 'ola'));
};

async function imported(number: string, narrative: string): Promise<readonly [accepted: number, quarantined: number]> {
  const file = csv('Booking #,Booking Date/Time,Last Name,Narrative', `${number},2026-11-20 01:00,Sample,${narrative}`);
  const { report } = await desk.done('import.run', { path: tempFile(file), dryRun: false }, 'ola');
  return [report.accepted, report.quarantined];
}

const entryOf = (entries: readonly PhraseEntry[], phrase: string): PhraseEntry | undefined =>
  entries.find((one) => one.phrase === phrase);

describe('a phrase that nobody confirmed yet', () => {
  it.each([
    ['whose supervisor gave another passphrase', { passphrase: 'not the right words' }, ['wrong-passphrase']],
    ['that another officer would confirm', { name: 'pat' }, ['role-not-allowed people.cosigner']],
    ['that the asker would confirm', { name: 'ola' }, ['same-person people.cosigner']],
    ['whose reason tells a status', { reason: 'He is undocumented anyway' }, ['status-in-text reason']],
    ['without a reason', { reason: '' }, ['missing-value reason']],
    ['in another kind of text, where nothing is refused', { text: 'Calm all night.' }, ['not-to-be-taught text']],
  ])('is not let through: %s', async (_name, change, codes) => {
    expect(await refusedTeaching(change)).toEqual(codes);
    expect(await desk.done('screen.list', {}, 'ola')).toEqual([]);
  });

  it('rests nowhere', async () => {
    await saved({ narrative: BY_WORDS.text });
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).not.toMatch(/temporary status|warehouse/i);
    inside.close();
  });

  it('is never let through where it tells status wherever it stands, whoever confirms it', async () => {
    const text = 'The driver is undocumented and left.';
    const start = text.indexOf('undocumented');
    expect(await refusedTeaching({ text, start, end: start + 12 })).toEqual(['not-to-be-taught text']);
    const number = 'The number was A123456789 and he left.';
    expect(await refusedTeaching({ text: number, start: 15, end: 25 })).toEqual(['not-to-be-taught text']);
    expect(await refusedTeaching({ text: number, start: 15, end: 25 }, 'test')).toEqual(['not-to-be-taught text']);
  });
});

describe('a phrase that a supervisor confirmed', () => {
  it('is refused at every door before', async () => {
    expect(await saved({ narrative: BY_WORDS.text })).toEqual(['status-in-text fields.narrative']);
    expect(await imported('T-1', BY_WORDS.text)).toEqual([0, 1]);
  });

  it('is what the station itself reads, not what a window says', async () => {
    const { taught, confirmedBy, phrases } = await desk.done('screen.teach', asked(), 'ola');
    expect([taught, confirmedBy, phrases]).toEqual([BY_WORDS.taught, 'Officer sam Fictional', [BY_WORDS.taught]]);
    expect(await desk.done('screen.list', {}, 'pat')).toEqual([BY_WORDS.taught]);
  });

  it('passes at save, in a draft, in a correction and from a file', async () => {
    const bookingId = await openForm(desk, 'ola');
    const fields = { ...GOOD_FIELDS, narrative: BY_WORDS.text };
    const draft = { ...fields, narrative: `Calm all night. ${BY_WORDS.text} Needs insulin.` };
    const { notKept } = await desk.done('booking.keepDraft', { bookingId, fields: draft, charges: [] }, 'ola');
    expect(notKept).toEqual([]);
    expect(await saved({ narrative: BY_WORDS.text })).toEqual([]);
    const other = await book(desk, {}, 'ola');
    const correction = { bookingId: other, baseVersion: 1, reason: 'Heard again', fields, charges: GOOD_CHARGES };
    expect(refusedIn(await desk.call('booking.correct', correction, 'ola'))).toEqual([]);
    expect(await imported('T-2', BY_WORDS.text)).toEqual([1, 0]);
  });

  it('passes in no other field, and nothing passes beside it', async () => {
    expect(await saved({ medical_notes: BY_WORDS.text })).toEqual(['status-in-text fields.medical_notes']);
    expect(await saved({ caution_text: BY_WORDS.text })).toEqual(['status-in-text fields.caution_text']);
    expect(await saved({ narrative: `${BY_WORDS.text} A123456789` })).toEqual(['status-in-text fields.narrative']);
    expect(await refusedTeaching({})).toEqual(['not-to-be-taught text']);
    const bookingId = await book(desk, {}, 'ola');
    const event = { bookingId, kind: 'released', at: GOOD_FIELDS.booking_datetime, detail: BY_WORDS.text } as const;
    expect(refusedIn(await desk.call('booking.recordEvent', event, 'ola'))).toEqual(['status-in-code detail']);
  });

  it('stands after the station was closed', async () => {
    await desk.close();
    desk = await openTestStation(desk.folder, { clock });
    for (const name of ['sam', 'ola', 'aud']) await desk.signIn(name, name);
    await desk.signIn('chief');
    expect(await saved({ narrative: BY_WORDS.text })).toEqual([]);
  });

  it('is told with its history and its uses to whoever looks after the others, and to nobody else', async () => {
    for (const client of ['sam', 'aud', 'test']) {
      const entry = entryOf(await desk.done('screen.book', {}, client), BY_WORDS.taught.phrase);
      expect(entry).toMatchObject({
        ...{ askedBy: 'Officer ola Fictional', confirmedBy: 'Officer sam Fictional' },
        ...{ reason: 'The shop calls its helpers so', uses: 4, usesThisWeek: 4, revoked: null },
      });
    }
    expect(refusedIn(await desk.call('screen.book', {}, 'ola'))).toEqual(['role-not-allowed']);
    clock.by = WEEK + 60_000;
    const later = entryOf(await desk.done('screen.book', {}, 'sam'), BY_WORDS.taught.phrase);
    clock.by = 0;
    expect([later?.uses, later?.usesThisWeek]).toEqual([4, 0]);
  });

  it('may be a whole sentence', async () => {
    const { text, taught } = BY_SENTENCE;
    const start = text.indexOf('Border');
    const given = asked({ text: `Loud all night. ${text}`, start: start + 16, end: start + 16 + 13 });
    expect((await desk.done('screen.teach', given, 'ola')).taught).toEqual(taught);
    expect(await saved({ narrative: `Loud all night. ${text}` })).toEqual([]);
    expect(await saved({ narrative: 'Handed to Border Patrol.' })).toEqual(['status-in-text fields.narrative']);
  });
});

describe('a phrase that was taken back', () => {
  it('is taken back by a supervisor, under an entry of the ledger', async () => {
    const [phrase] = (await desk.done('screen.book', {}, 'sam')).filter(({ grain }) => grain === 'words');
    const phraseId = phrase?.phraseId ?? '';
    expect(refusedIn(await desk.call('screen.revoke', { phraseId }, 'aud'))).toEqual(['role-not-allowed']);
    const told = { phraseId, reason: 'He is undocumented after all' };
    expect(refusedIn(await desk.call('screen.revoke', told, 'sam'))).toEqual(['status-in-text reason']);
    const { entries } = await desk.done('screen.revoke', { phraseId, reason: 'It was used of people' }, 'sam');
    const entry = entryOf(entries, BY_WORDS.taught.phrase);
    expect(entry?.revoked).toMatchObject({ by: 'Officer sam Fictional', reason: 'It was used of people' });
    expect(refusedIn(await desk.call('screen.revoke', { phraseId }, 'sam'))).toEqual(['not-found phraseId']);
  });

  it('is refused at every door again, and has left the forms that were open', async () => {
    expect(await saved({ narrative: BY_WORDS.text })).toEqual(['status-in-text fields.narrative']);
    expect(await imported('T-3', BY_WORDS.text)).toEqual([0, 1]);
    expect(await desk.done('screen.list', {}, 'ola')).toEqual([BY_SENTENCE.taught]);
    const { drafts } = await desk.done('desk.get', {}, 'ola');
    const forms = await Promise.all(drafts.map(({ bookingId }) => desk.done('booking.draft', { bookingId }, 'ola')));
    expect(forms.some(({ fields }) => fields.last_name === 'Testperson')).toBe(true);
    expect(JSON.stringify(forms)).not.toMatch(/temporary status/);
    expect(forms.map(({ fields }) => fields.narrative)).toContain('Calm all night. Needs insulin.');
  });

  it('names the bookings that still hold it, until they are corrected', async () => {
    const toReview = async (): Promise<readonly string[]> => {
      const entry = entryOf(await desk.done('screen.book', {}, 'sam'), BY_WORDS.taught.phrase);
      return (entry?.revoked?.toReview ?? []).map(({ bookingId }) => bookingId);
    };
    const before = await toReview();
    expect(before.length).toBe(4);
    const [bookingId = ''] = before;
    const { version } = await desk.done('booking.get', { bookingId }, 'ola');
    const correction = { bookingId, baseVersion: version, reason: 'Taken out', fields: GOOD_FIELDS };
    await desk.done('booking.correct', { ...correction, charges: GOOD_CHARGES }, 'ola');
    expect(await toReview()).toEqual(before.slice(1));
  });

  it('leaves a ledger that proves itself, and no fault', async () => {
    const checked = await desk.done('system.check', {}, 'sam');
    expect(checked.checks.filter(({ ok }) => !ok)).toEqual([]);
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).toMatch(/"type":"screen\.taught"/);
    expect(inside.texts()).toMatch(/"type":"screen\.revoked"/);
    inside.close();
    expect(desk.faults).toEqual([]);
  });
});
