// The second door: services called past the contract, as a fault in it or a new caller would.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../contract/reply.ts';
import { keepDraft } from '../../services/booking-form-service.ts';
import { correctBooking, recordBookingEvent, saveBooking } from '../../services/booking-service.ts';
import { exportNotifications } from '../../services/export-service.ts';
import { determineGround } from '../../services/ground-service.ts';
import { recordNotification } from '../../services/notification-service.ts';
import { addPerson } from '../../services/people-service.ts';
import type { Member } from '../../services/route.ts';
import { DECLINED, GOOD_CHARGES, GOOD_FIELDS, NOTICE } from '../support/booked.ts';
import { CLOSED_NAMES, keyed, WRITINGS } from '../support/closed-names.ts';
import { memberOf } from '../support/door-member.ts';
import { connectTo } from '../support/store-place.ts';
import { saveOne, openForm } from '../support/store-records.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

const TOLD = 'States he is undocumented and came without papers.';

let station: TestStation;
let member: Member;
let form = '';
let saved = '';
beforeAll(async () => {
  station = await newStation();
  member = memberOf(station);
  form = (await station.store.transaction((tx) => openForm(tx, station))).bookingId;
  saved = (await station.store.transaction((tx) => saveOne(tx, station))).bookingId;
});
afterAll(() => station.end());

type Texts = Readonly<Record<string, string>>;

/** Keys with texts, where the contract's types let a service be called with any. */
function textsOf(writing: (name: string) => string): Texts {
  return Object.fromEntries(Object.keys(keyed(writing)).map((name) => [name, 'X']));
}

function rows(): readonly unknown[] {
  const connection = connectTo(station.place);
  const tables = ['booking_version', 'charge', 'booking_event', 'draft', 'decision', 'notification', 'ledger_entry'];
  const counts = tables.map((table) => connection.prepare(`select count(*) from ${table}`).pluck().get());
  connection.close();
  return counts;
}

async function codes(reply: Promise<Reply<unknown>>): Promise<readonly string[]> {
  const answered = await reply;
  return answered.ok ? [] : answered.refusals.map(({ code, category, clause }) => [code, category, clause].join(' '));
}

const fields = (more: Texts): Record<string, string> => ({ ...GOOD_FIELDS, ...more });

const KEYED: Readonly<Record<string, (keys: Texts) => Promise<Reply<unknown>>>> = {
  saveBooking: (keys) => saveBooking(member, { bookingId: form, fields: fields(keys), charges: GOOD_CHARGES }),
  'saveBooking, a charge': (keys) =>
    saveBooking(member, { bookingId: form, fields: GOOD_FIELDS, charges: [{ ...GOOD_CHARGES[0], ...keys }] }),
  correctBooking: (keys) =>
    correctBooking(member, {
      bookingId: saved,
      baseVersion: 1,
      reason: 'Read again',
      fields: fields(keys),
      charges: GOOD_CHARGES,
    }),
  recordBookingEvent: (keys) =>
    recordBookingEvent(member, { bookingId: saved, kind: 'rights-read', at: NOTICE.contactedAt, ...keys }),
  determineGround: (keys) => determineGround(member, { bookingId: saved, ground: '2a', facts: { ...keys } }),
  'determineGround, deep': (keys) =>
    determineGround(member, { bookingId: saved, ground: '2a', facts: { source: [{ deeper: { ...keys } }] } }),
  recordNotification: (keys) => recordNotification(member, { ...DECLINED, ...keys }),
};

describe.each(Object.keys(KEYED))('%s', (name) => {
  it.each(Object.keys(WRITINGS))(
    'refuses every protected name by itself, %s',
    async (writing) => {
      const before = rows();
      const keys = textsOf(WRITINGS[writing] ?? String);
      const told = (await codes(KEYED[name]?.(keys) ?? Promise.reject(new Error(name)))).filter((code) =>
        code.startsWith('protected-field '),
      );
      expect(told.length).toBe(Object.keys(keys).length);
      expect(told.every((code) => /^protected-field [a-z-]+ \S+/.test(code))).toBe(true);
      expect(rows()).toEqual(before);
    },
    120_000,
  );
});

/** A status in each text that a service takes. */
const TELLING: Readonly<Record<string, () => Promise<Reply<unknown>>>> = {
  'the narrative of a booking': () =>
    saveBooking(member, { bookingId: form, fields: fields({ narrative: TOLD }), charges: GOOD_CHARGES }),
  'the words of a charge': () =>
    saveBooking(member, { bookingId: form, fields: GOOD_FIELDS, charges: [{ charge_description: TOLD }] }),
  'the reason of a correction': () =>
    correctBooking(member, {
      bookingId: saved,
      baseVersion: 1,
      reason: TOLD,
      fields: GOOD_FIELDS,
      charges: GOOD_CHARGES,
    }),
  'the detail of an event': () =>
    recordBookingEvent(member, { bookingId: saved, kind: 'in-custody', at: NOTICE.contactedAt, detail: TOLD }),
  'a fact': () => determineGround(member, { bookingId: saved, ground: '2a', facts: { elementOfForce: TOLD } }),
  'a fact that names a paper': () =>
    determineGround(member, { bookingId: saved, ground: '2a', facts: { agency: TOLD } }),
  'the purpose of a notice': () => recordNotification(member, { ...DECLINED, purpose: TOLD }),
  'the reason of a decline': () => recordNotification(member, { ...DECLINED, reason: TOLD }),
  'the recipient of a copy': () =>
    exportNotifications(member, {
      notificationIds: [saved],
      folder: '/nowhere',
      audience: TOLD,
      purpose: 'A court asked',
      leaveOut: [],
    }),
  'a sign-in name': () =>
    addPerson(member, {
      name: TOLD,
      displayName: 'Bo Fictional',
      badge: '1',
      role: 'auditor',
      passphrase: 'seven quiet herons by the mill',
    }),
};

describe('a service', () => {
  it.each(Object.keys(TELLING))('refuses a status in %s', async (name) => {
    const before = rows();
    const told = await codes(TELLING[name]?.() ?? Promise.reject(new Error(name)));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((code) => /^status-in-(text|code) status-statement 1\(b\)/.test(code))).toBe(true);
    expect(rows()).toEqual(before);
  });

  it('keeps of a draft what passes, and nothing of what does not', async () => {
    const reply = await keepDraft(member, {
      bookingId: form,
      fields: fields({ ...textsOf(String), narrative: TOLD }),
      charges: [],
    });
    expect(reply.ok && reply.value.notKept.length).toBe(CLOSED_NAMES.length + 1);
    const connection = connectTo(station.place);
    const kept = connection.prepare('select fields from draft where booking_id = ?').pluck().get(form);
    connection.close();
    expect(String(kept)).not.toContain('undocumented');
    expect(String(kept)).toBe(JSON.stringify({ ...GOOD_FIELDS, narrative: undefined }));
  });
});
