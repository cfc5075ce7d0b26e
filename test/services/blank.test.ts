import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLANK_FORM_CLAUSES } from '../../policy/blank-forms.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { book } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
let booked = '';
beforeAll(async () => {
  desk = await copyTestStation();
  const bookingId = await book(desk);
  booked = (await desk.done('booking.get', { bookingId })).number;
}, 60_000);
afterAll(() => desk.remove());

async function said(input: object): Promise<readonly string[]> {
  const reply = await desk.raw('blank.end', input);
  return reply.ok ? [] : reply.refusals.map(refusalMessage);
}

describe('forms on paper', () => {
  it('are numbered one after the other, one for each clause and copy', async () => {
    const set = await desk.done('blank.print', { clauses: [...BLANK_FORM_CLAUSES], copies: 1 });
    expect(set.map(({ clause }) => clause)).toEqual(BLANK_FORM_CLAUSES);
    const more = await desk.done('blank.print', { clauses: ['2c'], copies: 2 });
    const numbers = [...set, ...more].map(({ number }) => Number(number.split('-')[2]));
    expect(numbers).toEqual(Array.from({ length: BLANK_FORM_CLAUSES.length + 2 }, (_, at) => at + 1));
  });

  it('are keyed into a record once, and both numbers are on the log', async () => {
    const [form] = await desk.done('blank.print', { clauses: ['2a'], copies: 1 });
    const number = form?.number ?? '';
    expect(await said({ number, kind: 'keyed-in' })).toEqual([
      'Number of the record is empty. Fill it in, then save again.',
    ]);
    expect(await said({ number, kind: 'keyed-in', recordNumber: '2026-99999' })).toEqual([
      expect.stringMatching(/^No booking, matter or notification has this number[.]/),
    ]);
    const ended = await desk.done('blank.end', { number, kind: 'keyed-in', recordNumber: booked });
    expect(ended.ended).toMatchObject({ kind: 'keyed-in', recordNumber: booked });
    expect(await said({ number, kind: 'lost' })).toEqual([
      'This form is accounted for already. Look at its number again.',
    ]);
    expect(await said({ number: 'F-2026-90000', kind: 'lost' })).toEqual([expect.stringMatching(/not here any more/)]);
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('stand first in the list while they lie somewhere', async () => {
    const list = await desk.done('blank.list', {});
    const ended = list.map((form) => form.ended !== null);
    expect(ended).toEqual([...ended].sort());
    expect(list.at(-1)?.ended?.recordNumber).toBe(booked);
  });
});
