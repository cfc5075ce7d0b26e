import { describe, expect, it } from 'vitest';
import { importFile, reportOf } from './import-file.ts';
import { memorySink } from './memory-sink.ts';
import { csv, tempFile } from './temp-file.ts';

describe('one row per charge', () => {
  const charge = (
    id: string,
    sequence: string,
    more: { readonly text?: string; readonly cell?: string } = {},
  ): string => `${id},2026-01-01 10:00,${more.cell ?? 'A-1'},${sequence},${more.text ?? 'TRESPASS'}`;
  const file = (...rows: readonly string[]): string =>
    tempFile(csv('RecID,Date of Booking,Cell,Charge Seq,Charge Description', ...rows));

  it('makes one booking of rows that stand apart', async () => {
    const taken = memorySink();
    const report = await reportOf(file(charge('1', '1'), charge('1', '2'), charge('2', '1'), charge('1', '3')), {
      sink: taken.sink,
    });
    expect(report).toMatchObject({ rows: 4, bookings: 2, accepted: 2 });
    expect(taken.stored.map(({ booking }) => [booking.source.sourceId, booking.draft.charges.length])).toEqual([
      ['2', 1],
      ['1', 3],
    ]);
  });

  it('tells repeats and corrections from more charges', async () => {
    const first = [charge('1', '1'), charge('1', '2')];
    const report = await reportOf(
      file(...first, charge('2', '1'), ...first, charge('1', '1', { cell: 'B-2' }), charge('1', '2', { cell: 'B-2' })),
    );
    expect(report).toMatchObject({ rows: 7, bookings: 4, accepted: 2, duplicates: 1, updated: 1 });
  });

  it('quarantines the booking of which one charge tells status', async () => {
    const imported = await importFile(
      file(charge('1', '1'), charge('1', '2', { text: 'HOLD IMMIGRAT' }), charge('2', '1')),
    );
    expect(imported.report).toMatchObject({
      quarantined: 1,
      accepted: 1,
      texts: [{ heading: 'Charge Description', rows: 1 }],
    });
    expect(imported.rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      [1, 'quarantined'],
      [2, 'quarantined'],
      [3, 'accepted'],
    ]);
  });

  it('looks at what it does not keep', async () => {
    const imported = await importFile(file(charge('1', '1'), charge('1', '2', { cell: 'HOLD IMMIGRAT' })));
    expect(imported.report).toMatchObject({ quarantined: 1, accepted: 0 });
  });
});
