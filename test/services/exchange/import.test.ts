import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile, reportOf } from './import-file.ts';
import { memorySink } from './memory-sink.ts';
import { csv, tempFile } from './temp-file.ts';

const HEADINGS = 'RecID,Date of Booking,Last Name,First Name,Cell,CTZ,Narrative,Shoe Size';
const row = (id: string, more: { cell?: string; ctz?: string; text?: string; at?: string } = {}): string =>
  [
    id,
    more.at ?? '2026-03-08T12:00:00',
    'Testperson',
    'Alex',
    more.cell ?? 'A-1',
    more.ctz ?? '',
    more.text ?? '',
    '9',
  ].join(',');

describe('a report', () => {
  it('adds up and says what became of every column', async () => {
    const path = tempFile(
      csv(HEADINGS, row('1'), row('2', { ctz: 'XX' }), row('1'), row('1', { cell: 'B-2' }), row('', {})),
    );
    const report = await reportOf(path);
    expect(report).toMatchObject({ file: 'jail.csv', profile: 'auto', encoding: 'utf-8', rows: 5, bookings: 5 });
    expect(report).toMatchObject({ accepted: 2, updated: 1, duplicates: 1, quarantined: 0, failed: 1 });
    expect(report.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(report.columns.map(({ heading, field, verdict, rows }) => [heading, field, verdict, rows])).toEqual([
      ['RecID', 'source_record_id', 'mapped', 4],
      ['Date of Booking', 'booking_datetime', 'mapped', 5],
      ['Last Name', 'last_name', 'mapped', 5],
      ['First Name', 'first_name', 'mapped', 5],
      ['Cell', 'cell', 'mapped', 5],
      ['CTZ', null, 'refused', 1],
      ['Narrative', 'narrative', 'screened', 0],
      ['Shoe Size', null, 'unknown', 5],
    ]);
    expect(report.columns[5]).toMatchObject({ category: 'citizenship', clause: '1(b)' });
    expect(report.errors).toMatchObject([{ code: 'missing-id', heading: null, rows: 1, first: 5 }]);
  });

  it('keeps a refused column out of what is stored, and its row in', async () => {
    const taken = memorySink();
    await reportOf(tempFile(csv(HEADINGS, row('1', { ctz: 'Zembla' }))), { sink: taken.sink });
    expect(taken.stored).toHaveLength(1);
    expect(JSON.stringify(taken.stored)).not.toMatch(/Zembla|Shoe|"9"/);
  });

  it('quarantines status in a text and repeats nothing of it anywhere', async () => {
    const taken = memorySink();
    const path = tempFile(csv(HEADINGS, row('1', { text: 'ICE detainer lodged' }), row('2', { ctz: 'Zembla' })));
    const imported = await importFile(path, { sink: taken.sink });
    expect(imported.report).toMatchObject({ quarantined: 1, accepted: 1 });
    expect(imported.report?.texts).toMatchObject([{ heading: 'Narrative', rows: 1, categories: { detainer: 1 } }]);
    expect(taken.apart).toMatchObject([{ row: 1, sourceId: '1', headings: ['Narrative'] }]);
    expect(imported.rows).toEqual([
      {
        row: 1,
        sourceId: '1',
        verdict: 'quarantined',
        headings: ['Narrative'],
        categories: ['detainer'],
      },
      { row: 2, sourceId: '2', verdict: 'accepted', headings: ['CTZ'], categories: ['citizenship'] },
    ]);
    expect(JSON.stringify([imported, taken.apart, taken.stored])).not.toMatch(/Zembla|lodged|ICE det/i);
  });

  it.each([
    ['Cell', row('1', { cell: 'HOLD IMMIGRAT' })],
    ['RecID', row('A012345678')],
    ['Date of Booking', row('1', { at: 'HOLD IMMIGRAT' })],
  ])('quarantines status in an innocent column: %s', async (heading, line) => {
    const imported = await importFile(tempFile(csv(HEADINGS, line)));
    expect(imported.report).toMatchObject({ quarantined: 1 });
    expect(imported.report?.texts.map((text) => text.heading)).toContain(heading);
    expect(JSON.stringify(imported)).not.toMatch(/IMMIGRAT|A012345678/);
  });

  it('says by its row that one id stands for two admissions, and keeps both', async () => {
    const taken = memorySink();
    const path = tempFile(csv(HEADINGS, row('77'), row('77', { at: '2026-05-01T10:00:00' })));
    const report = await reportOf(path, { sink: taken.sink });
    expect(report).toMatchObject({ accepted: 2, updated: 0, duplicates: 0 });
    expect(taken.stored.map(({ how }) => how)).toEqual(['insert', 'insert']);
    expect(report.errors).toMatchObject([{ code: 'same-id-two-admissions', heading: 'RecID', rows: 1, first: 2 }]);
    expect(report.errors[0]?.message).toMatch(/of row 2 stands for bookings/);
  });

  it('tells a later repeat of an older content from an update', async () => {
    const report = await reportOf(tempFile(csv(HEADINGS, row('1'), row('1', { cell: 'B-2' }), row('1'))));
    expect(report).toMatchObject({ accepted: 1, updated: 1, duplicates: 1 });
  });

  it('leaves out an address outside the list of states, and keeps the booking', async () => {
    const report = await reportOf(tempFile(csv('RecID,Date of Booking,Res St', '1,2026-01-01 10:00,ZZ')));
    expect(report).toMatchObject({ accepted: 1, errors: [{ code: 'value-left-out', heading: 'Res St' }] });
  });

  it('fails impossible dates, bad numbers and rows without a time alone', async () => {
    const path = tempFile(
      csv(
        'Booking #,Booking Date,DOB,Wgt,Miranda Y/N',
        '1,2026-01-01 10:00,1900-02-30,,',
        '2,2026-01-01 10:00,,heavy,',
        '3,2026-01-01 10:00,,,perhaps',
        '4,2026-01-01,,,',
        '5,,,,',
        '6,2026-01-01 10:00,,180,Y',
      ),
    );
    const report = await reportOf(path);
    expect(report).toMatchObject({ failed: 5, accepted: 1 });
    expect(report.errors.map(({ code, heading, first }) => [code, heading, first])).toEqual([
      ['impossible-date', 'DOB', 1],
      ['not-a-number', 'Wgt', 2],
      ['not-yes-or-no', 'Miranda Y/N', 3],
      ['missing-time', 'Booking Date', 4],
      ['missing-booking-time', null, 5],
    ]);
  });

  it('joins a date and a time that stand in two columns', async () => {
    const taken = memorySink();
    await reportOf(tempFile(csv('Booking #,Booking Date,booking_dt', '1,09/25/2021,00:16')), { sink: taken.sink });
    expect(taken.stored[0]?.booking.draft.fields.booking_datetime).toBe('2021-09-25T00:16:00-04:00');
  });
});
