import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Determination } from '../../contract/notification.ts';
import { book, NOTICE } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { HOUR, movedClock } from '../support/moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const STATUS = 'Told us himself, Marker7f3a';

const clock = movedClock();
let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.signIn('sample', 'officer');
}, 120_000);
afterAll(async () => {
  await desk.remove();
});
beforeEach(async () => {
  booking = await book(desk, {}, 'officer');
});

const determine = (bookingId: string, client = 'officer'): Promise<Determination> =>
  desk.done('ground.determine', { bookingId, ground: '2a', facts: {} }, client);

async function recorded(determinationId: string, bookingId = booking, client = 'officer'): Promise<string> {
  const reply = await desk.call('status.record', { bookingId, determinationId, value: STATUS }, client);
  return reply.ok ? 'recorded' : String(reply.refusals[0]?.code);
}

async function notified(determinationId: string, bookingId = booking, client = 'officer'): Promise<string> {
  const reply = await desk.call('notification.record', { ...NOTICE, bookingId, determinationId }, client);
  if (reply.ok) return 'notified';
  return reply.refusals.map(({ code, params }) => `${code} ${String(params?.['missing'] ?? '')}`.trim()).join();
}

const CLOSED = { open: false, determinationId: null, records: 0 };

describe('without a ground', () => {
  it('there is no status compartment, and nothing goes into it', async () => {
    expect(await desk.done('status.get', { bookingId: booking }, 'officer')).toEqual(CLOSED);
    expect(await recorded(randomUUID())).toBe('not-found');
    expect(await notified(randomUUID())).toBe('ground-not-open ground');
    const reply = await desk.call('notification.record', { ...NOTICE, bookingId: booking }, 'officer');
    expect(reply).toMatchObject({ refusals: [{ code: 'ground-not-open', clause: '2' }] });
  });

  it('a decline is on record all the same', async () => {
    const declined = {
      ...NOTICE,
      outcome: 'declined',
      released: [],
      bookingId: booking,
      reason: 'Not needed.',
    } as const;
    expect((await desk.done('notification.record', declined, 'officer')).number).toMatch(/^N-\d{4}-/);
  });

  it('a question that came in is answered with nothing', async () => {
    const answered = { ...NOTICE, direction: 'in', bookingId: booking } as const;
    for (const released of [['name', 'dob', 'charge'], []] as const) {
      const reply = await desk.call('notification.record', { ...answered, released: [...released] }, 'officer');
      expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'ground-not-open', field: 'determinationId' }] });
    }
  });

  it.each(['declined', 'no-action'] as const)('what was %s released nothing', async (outcome) => {
    const { determinationId } = await determine(booking);
    const told = { ...NOTICE, outcome, bookingId: booking };
    const checked = { ...told, released: [], criminalHistory: true };
    for (const [field, input] of [
      ['released', told],
      ['released', { ...told, determinationId }],
      ['criminalHistory', checked],
    ] as const) {
      const reply = await desk.call('notification.record', { ...input, released: [...input.released] }, 'officer');
      expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'wrong-value', field }] });
    }
  });

  it('an arrest by another agency opens nothing', async () => {
    const other = await book(desk, { fields: { arresting_agency: 'Massachusetts State Police' } }, 'officer');
    const reply = await desk.call('ground.determine', { bookingId: other, ground: '2a', facts: {} }, 'officer');
    expect(reply).toMatchObject({
      refusals: [{ code: 'ground-not-open', params: { contradicted: 'arrestingAgency' } }],
    });
  });
});

describe('while a ground stands', () => {
  it('the compartment takes the least, and the value rests there alone', async () => {
    const { determinationId } = await determine(booking);
    expect(await recorded(determinationId)).toBe('recorded');
    expect(await notified(determinationId)).toBe('notified');
    const sealed = await desk.done('status.get', { bookingId: booking }, 'officer');
    expect(sealed).toEqual({ open: true, determinationId, records: 1 });
    const why = 'To write the notice of tonight';
    expect(await desk.done('status.read', { bookingId: booking, why }, 'officer')).toMatchObject([{ value: STATUS }]);
    for (const wrong of ['', 'He is undocumented.']) {
      const reply = await desk.call('status.read', { bookingId: booking, why: wrong }, 'officer');
      expect(reply).toMatchObject({ refusals: [{ field: 'why' }] });
    }
    const mine = await desk.done('trail.mine', {}, 'officer');
    expect(mine.filter((line) => line.why !== null)).toMatchObject([{ type: 'status.read', why }]);
    const inside = await lookInside(desk.folder);
    const words = inside.texts().split('Marker7f3a').length - 1;
    inside.close();
    // Once as the value and once in the sealed disclosure of its own row.
    expect(words).toBe(2);
    const seen = await desk.done('booking.get', { bookingId: booking }, 'officer');
    expect(JSON.stringify(seen)).not.toContain('Marker7f3a');
  });

  it('a notice and its copy name the agency and its papers', async () => {
    const { determinationId } = await determine(booking);
    const words = { agency: 'ICE', unit: 'ERO Boston', purpose: 'Answer to the detainer on form I-247A.' };
    const sent = await desk.done(
      'notification.record',
      { ...NOTICE, ...words, bookingId: booking, determinationId },
      'officer',
    );
    const copy = { notificationIds: [sent.notificationId], folder: desk.recoveryFolder, audience: 'ICE, ERO Boston' };
    expect((await desk.done('notification.export', copy, 'officer')).length).toBe(1);
    expect((await desk.done('system.check', {}, 'officer')).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('it stands for its own booking alone', async () => {
    const { determinationId } = await determine(booking);
    const other = await book(desk, {}, 'officer');
    expect(await recorded(determinationId, other)).toBe('not-found');
    expect(await notified(determinationId, other)).toBe('not-found');
    expect(await desk.done('status.get', { bookingId: other }, 'officer')).toEqual(CLOSED);
  });

  it('a value of more than 200 letters or none is too much and too little', async () => {
    const { determinationId } = await determine(booking);
    for (const value of ['x'.repeat(201), '   ']) {
      const reply = await desk.call('status.record', { bookingId: booking, determinationId, value }, 'officer');
      expect(reply).toMatchObject({ refusals: [{ field: 'value' }] });
    }
  });
});

/** Ends a ground in one of the two ways in which it ends. */
const ENDINGS: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
  ['was taken back', (determinationId) => desk.done('ground.revoke', { determinationId }, 'officer')],
  ['is over', () => Promise.resolve((clock.by += 12 * HOUR + 60_000))],
];

describe.each(ENDINGS)('after a ground %s', (_how, end) => {
  it('nothing is recorded or told, and the compartment is gone with what it holds', async () => {
    const { determinationId } = await determine(booking);
    expect(await recorded(determinationId)).toBe('recorded');
    await end(determinationId);
    expect(await recorded(determinationId)).toBe('ground-not-open');
    expect(await notified(determinationId)).toBe('ground-not-open ground');
    expect(await desk.call('status.read', { bookingId: booking, why: 'To read it' }, 'officer')).toMatchObject({
      refusals: [{ code: 'ground-not-open' }],
    });
    expect(await desk.done('status.get', { bookingId: booking }, 'officer')).toEqual(CLOSED);
    clock.by = 0;
  });
});

describe('a ground that opens something else', () => {
  it('shows no status of an earlier ground', async () => {
    const { determinationId } = await determine(booking);
    expect(await recorded(determinationId)).toBe('recorded');
    await desk.done('ground.revoke', { determinationId }, 'officer');
    const facts = { standardIdSought: ['driver license'], unavailableBecause: 'not-carried', verifiedByRecords: false };
    const document = await desk.done('ground.determine', { bookingId: booking, ground: '1c', facts }, 'officer');
    expect(document.ground).toBe('1c');
    expect(await desk.done('status.get', { bookingId: booking }, 'officer')).toEqual(CLOSED);
    expect(await recorded(document.determinationId)).toBe('ground-not-open');
    expect(await notified(document.determinationId)).toBe('ground-not-open');
  });
});

describe('somebody under 18', () => {
  it('is told to nobody without the chief', async () => {
    const minor = await book(desk, { fields: { dob: '2010-03-01' } }, 'officer');
    const { determinationId } = await determine(minor);
    expect(await notified(determinationId, minor)).toBe('ground-not-open people.chief');
    const decided = await determine(minor, 'test');
    expect(await notified(decided.determinationId, minor)).toBe('notified');
  });

  it('is told with the word of the chief beside the officer', async () => {
    const bookingId = await book(desk, { fields: { dob: '2010-03-01' } }, 'officer');
    const asked = { bookingId, ground: '2a', facts: {} } as const;
    const second = { ...asked, name: 'chief', passphrase: PASSPHRASE };
    const { cosignId } = await desk.done('ground.cosign', second, 'officer');
    const made = await desk.done('ground.determine', { ...asked, cosignId }, 'officer');
    expect(made).toMatchObject({ cosignedBy: 'M. Fiction' });
    expect(await notified(made.determinationId, bookingId)).toBe('notified');
  });
});
