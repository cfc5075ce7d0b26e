import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
let bookingId = '';
beforeAll(async () => {
  desk = await copyTestStation();
  bookingId = await book(desk);
}, 120_000);
afterAll(() => desk.remove());

async function refusalsByClause(): Promise<Readonly<Record<string, number>>> {
  const { figures } = await desk.done('report.get', { from: '2000-01-01', to: '2999-12-31' });
  return figures.find(({ id }) => id === 'refusals-by-clause')?.parts ?? {};
}

describe('refusals of the policy, counted (B9)', () => {
  it('stand under the clause that did not hold, of a booking as of a matter', async () => {
    expect(await refusalsByClause()).toEqual({});
    await desk.call('ground.determine', { bookingId, ground: '2c', facts: {} });
    await desk.call('ground.determine', { bookingId, ground: 'X2', facts: {} });
    const event = { kind: 'begun', at: new Date().toISOString(), detail: {} };
    await desk.call('matter.open', {
      ...{ kind: 'detention', bookingId, subject: {}, event },
      asked: { ground: '3c', facts: { basis: 'for-ice' } },
    });
    expect(await refusalsByClause()).toEqual({ '2(c)': 1, '3(c)': 1, 'Policy, exception 2': 1 });
    const { figures } = await desk.done('report.get', { from: '2000-01-01', to: '2999-12-31' });
    const rows = figures.find(({ id }) => id === 'refusals-by-clause')?.rows ?? [];
    expect(rows.map(({ kind, number }) => [kind, number])).toEqual(Array.from({ length: 3 }, () => ['refusal', null]));
  });
});
