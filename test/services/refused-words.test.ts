// Refused words rest nowhere: after more than a hundred refusals every byte that was left behind is searched.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { filesWith } from '../e2e/planted-word.ts';
import { book, GOOD_FIELDS, openForm } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { newTestStation, type TestStation } from '../support/station.ts';
import { tellingTries, type Try } from '../support/telling-tries.ts';

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

const tries = (): readonly Try[] => tellingTries(TOLD, { saved, form, elsewhere, marker: MARKER });

/** What the gate and the doors say; a slip such as an unreadable time is something else. */
const GATE = /^(?:status-in-|protected-|unknown-|wrong-passphrase|too-many|not-found|ground-not)/;

describe('a status in every text, name and key that a call takes', () => {
  it('is refused each time, and no answer repeats it', async () => {
    for (const [at, [call, input]] of tries().entries()) {
      // Wrong tries close a name; another window is asked each time.
      const reply = await desk.raw(call, input, call === 'session.signIn' ? `door ${String(at)}` : 'test');
      if (reply.ok) throw new Error(`taken: ${call}, number ${String(at)}`);
      refused += reply.refusals.filter(({ code }) => GATE.test(code)).length;
      answers.push(JSON.stringify(reply), ...reply.refusals.map(refusalMessage));
    }
    expect(tries().length).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
    expect(answers.filter((text) => text.toLowerCase().includes(MARKER.toLowerCase()))).toEqual([]);
  }, 180_000);

  it('is left out of a draft whose other fields are kept', async () => {
    const fields = { ...GOOD_FIELDS, narrative: FIRST, property_items: ['Wallet', ALIEN] };
    const { notKept } = await desk.done('booking.keepDraft', {
      bookingId: form,
      fields,
      charges: [{ charge_description: ALIEN }],
    });
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
