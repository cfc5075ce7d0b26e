// Refused words rest nowhere: after more than a hundred refusals every byte that was left behind is searched.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { filesWith } from '../e2e/planted-word.ts';
import { book, GOOD_CHARGES, GOOD_FIELDS, NOTICE, openForm } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const MARKER = `Marker${randomBytes(4).toString('hex')}`;
const PLANTED = `Planted${randomBytes(4).toString('hex')}`;
const TOLD = [
  `He is undocumented, says ${MARKER}.`,
  `${MARKER} is an illegal alien`,
  `ICE detainer for ${MARKER}, removal order`,
];
const [FIRST = '', ALIEN = ''] = TOLD;

const own = mkdtempSync(join(tmpdir(), 'sallyport-words-'));
const elsewhere = mkdtempSync(join(tmpdir(), 'sallyport-elsewhere-'));
const output: string[] = [];
let desk: TestStation;
let saved = '';
let form = '';
let refused = 0;
const answers: string[] = [];

beforeAll(async () => {
  mkdirSync(join(own, 'tmp'));
  vi.stubEnv('TMPDIR', join(own, 'tmp'));
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => output.push(String(text)) > 0);
  }
  desk = await newTestStation();
  saved = await book(desk, { fields: { narrative: `Nothing else, says ${PLANTED}.` } });
  form = await openForm(desk);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await desk.remove();
  rmSync(own, { recursive: true, force: true });
  rmSync(elsewhere, { recursive: true, force: true });
});

type Try = readonly [call: string, input: unknown];

const TEXT_FIELDS = APPROVED_FIELDS.filter(({ type }) => type === 'text' || type === 'name' || type === 'list');

function bookingTries(text: string): readonly Try[] {
  return TEXT_FIELDS.flatMap(({ name, part, type }): readonly Try[] => {
    const value = type === 'list' ? ['Wallet', text] : text;
    const fields = part === 'booking' ? { ...GOOD_FIELDS, [name]: value } : GOOD_FIELDS;
    const charges = part === 'charge' ? [{ ...GOOD_CHARGES[0], [name]: value }] : GOOD_CHARGES;
    return [['booking.save', { bookingId: form, fields, charges }]];
  });
}

function deskTries(text: string): readonly Try[] {
  const correct = { bookingId: saved, baseVersion: 1, fields: GOOD_FIELDS, charges: GOOD_CHARGES };
  return [
    ['booking.correct', { ...correct, reason: text }],
    ['booking.correct', { ...correct, reason: 'Read again', fields: { ...GOOD_FIELDS, narrative: text } }],
    ['booking.recordEvent', { bookingId: saved, kind: 'in-custody', at: NOTICE.contactedAt, detail: text }],
    ['booking.recordEvent', { bookingId: saved, kind: text, at: NOTICE.contactedAt }],
    ['booking.recordEvent', { bookingId: saved, kind: 'rights-read', at: text }],
    ['booking.abandon', { bookingId: form, reason: text }],
    ['booking.get', { bookingId: text }],
    ['booking.list', { before: text }],
  ];
}

function groundTries(text: string): readonly Try[] {
  const asked = { bookingId: saved, ground: '2a' };
  const second = { name: 'chief', passphrase: PASSPHRASE };
  return [
    ['ground.evaluate', { ...asked, act: 'notify-ice', facts: { elementOfForce: text } }],
    ['ground.determine', { ...asked, facts: { elementOfForce: text } }],
    ['ground.determine', { ...asked, facts: { source: { kind: text, reference: text } } }],
    ['ground.determine', { ...asked, facts: { sources: [text] } }],
    ['ground.determine', { ...asked, facts: { [text]: text } }],
    ['ground.determine', { ...asked, ground: text, facts: {} }],
    ['ground.cosign', { ...asked, ...second, facts: { elementOfForce: text } }],
    ['ground.cosign', { ...asked, name: text, passphrase: text, facts: {} }],
    ['status.record', { bookingId: saved, determinationId: saved, value: text }],
    ['status.record', { bookingId: saved, determinationId: text, value: text }],
  ];
}

function noticeTries(text: string): readonly Try[] {
  const contact = { ...NOTICE, outcome: 'declined', bookingId: saved };
  const texts = ['agency', 'unit', 'recipient', 'reachedAt', 'verifiedHow', 'purpose', 'reason'];
  const copy = { notificationIds: [saved], folder: join(elsewhere, 'out'), audience: 'Court, made up' };
  return [
    ...texts.map((name): Try => ['notification.record', { ...contact, [name]: `${text} undocumented` }]),
    ['notification.record', { ...contact, channel: text }],
    ['notification.export', { ...copy, audience: text }],
    ['notification.export', { ...copy, leaveOut: [text.slice(0, 60)] }],
  ];
}

function peopleTries(text: string): readonly Try[] {
  const person = { name: 'bo', displayName: 'Bo Fictional', badge: '1', role: 'auditor', passphrase: PASSPHRASE };
  return [
    ['session.signIn', { name: text, passphrase: text }],
    ['session.unlock', { passphrase: text }],
    ['people.add', { ...person, name: text.slice(0, 60) }],
    ['people.add', { ...person, displayName: text }],
    ['people.add', { ...person, badge: `undocumented ${MARKER}` }],
    ['people.add', { ...person, role: text }],
    ['setup.finish', { name: text, ori: 'MA0EX0100', recoveryFolder: elsewhere, recoveryKey: text, chief: person }],
    ['import.run', { path: join(elsewhere, `${text}.csv`), dryRun: false }],
    ['import.run', { path: join(elsewhere, 'none.csv'), dryRun: false, profile: join(elsewhere, text) }],
    [text, { [text]: text }],
  ];
}

function keyTries(text: string): readonly Try[] {
  const draft = { bookingId: form, fields: GOOD_FIELDS, charges: GOOD_CHARGES };
  return [
    ['booking.save', { ...draft, [text]: text }],
    ['booking.save', { ...draft, fields: { ...GOOD_FIELDS, [text]: text } }],
    ['booking.save', { ...draft, fields: { ...GOOD_FIELDS, narrative: { [text]: text } } }],
    ['booking.save', { ...draft, fields: { ...GOOD_FIELDS, [`${text}/narrative`]: text } }],
    ['booking.save', { ...draft, charges: [{ [text]: text }] }],
    ['notification.record', { ...NOTICE, [text]: text }],
    ['desk.get', { [text]: text }],
  ];
}

const tries = (): readonly Try[] =>
  TOLD.flatMap((text) => [
    ...bookingTries(text),
    ...deskTries(text),
    ...groundTries(text),
    ...noticeTries(text),
    ...peopleTries(text),
    ...keyTries(text),
  ]);

/** What the gate and the doors say; slips such as an unreadable time are something else. */
const GATE = /^(?:status-in-|protected-|unknown-|wrong-passphrase|too-many|not-found|ground-not)/;

describe('a status in every text, name and key that a call takes', () => {
  it('is refused each time, and no answer repeats it', async () => {
    for (const [at, [call, input]] of tries().entries()) {
      // Wrong tries close a name; another window is asked each time.
      const reply = await desk.raw(call, input, call === 'session.signIn' ? `door ${String(at)}` : 'test');
      expect([call, Object.keys(Object(input)), reply.ok]).toEqual([call, Object.keys(Object(input)), false]);
      if (reply.ok) continue;
      refused += reply.refusals.filter(({ code }) => GATE.test(code)).length;
      answers.push(JSON.stringify(reply), ...reply.refusals.map(refusalMessage));
    }
    expect(tries().length).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
    expect(answers.filter((text) => text.toLowerCase().includes(MARKER.toLowerCase()))).toEqual([]);
  }, 180_000);

  it('is left out of a draft whose other fields are kept', async () => {
    const fields = { ...GOOD_FIELDS, narrative: FIRST, property_items: ['Wallet', ALIEN] };
    const { notKept } = await desk.done('booking.keepDraft', { bookingId: form, fields, charges: [{ charge_description: ALIEN }] });
    expect(notKept.length).toBe(3);
    expect(JSON.stringify([notKept, await desk.done('booking.draft', { bookingId: form })])).not.toContain(MARKER);
  });

  it('is kept out of an import, whose file stays elsewhere', async () => {
    const path = join(elsewhere, 'bookings.csv');
    const rows = [`1,Testperson,2026-11-01 10:00,${ALIEN},Theft`, `2,Sampleton,2026-11-01 11:00,Calm,Theft`];
    writeFileSync(path, ['Record ID,Last Name,Booking Date,Narrative,Charge', ...rows, ''].join('\n'));
    const { report } = await desk.done('import.run', { path, dryRun: false });
    expect(report).toMatchObject({ rows: 2, accepted: 1, quarantined: 1 });
    expect(JSON.stringify([report, desk.events, await desk.done('import.quarantine', {})])).not.toContain(MARKER);
  });
});

describe('what is left behind', () => {
  it('would be found, in a file and in the records', async () => {
    const planted = join(desk.folder, 'planted');
    writeFileSync(planted, `x${MARKER.toUpperCase()}x`);
    expect(filesWith(MARKER, [own, dirname(desk.folder)])).toContain(planted);
    rmSync(planted);
    const inside = await lookInside(desk.folder);
    expect(inside.texts().split(PLANTED).length).toBeGreaterThan(2);
    inside.close();
    expect(filesWith(PLANTED, [dirname(desk.folder)])).toEqual([]);
  });

  it('is nothing of it: records, log of refusals, faults, output, files', async () => {
    const inside = await lookInside(desk.folder);
    expect(inside.refusals().length).toBeGreaterThan(150);
    const all = { texts: inside.texts(), faults: desk.faults, events: desk.events, output };
    inside.close();
    for (const [where, told] of Object.entries(all)) {
      expect([where, JSON.stringify(told).toLowerCase().includes(MARKER.toLowerCase())]).toEqual([where, false]);
    }
    expect(filesWith(MARKER, [own, dirname(desk.folder)])).toEqual([]);
    await desk.close();
    expect(filesWith(MARKER, [own, dirname(desk.folder)])).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
