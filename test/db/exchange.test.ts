import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countQuarantine,
  findImportSource,
  listImportRuns,
  listImportSources,
  listQuarantine,
} from '../../db/exchange/reader.ts';
import { insertImportRun, insertImportSource, insertQuarantine } from '../../db/exchange/writer.ts';
import type { ImportReport } from '../../policy/import-report.ts';
import { saveOne } from '../support/store-records.ts';
import { cover, newStation, type TestStation } from '../support/store-station.ts';
import { hex } from '../support/store-world.ts';

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

const report: ImportReport = {
  file: 'bookings.csv',
  sha256: 'a'.repeat(64),
  profile: 'generic',
  encoding: 'utf-8',
  rows: 4,
  bookings: 3,
  accepted: 2,
  updated: 0,
  duplicates: 0,
  quarantined: 1,
  failed: 0,
  columns: [{ heading: 'CTZ', field: null, verdict: 'refused', category: 'citizenship', clause: '1(b)', rows: 2 }],
  texts: [{ heading: 'Narrative', rows: 1, categories: { detainer: 1, 'status-statement': 1 } }],
  errors: [{ code: 'wrong-date', heading: 'DOB', rows: 1, first: 3, message: 'This is not a date.' }],
};

async function keep(changed: Partial<ImportReport> = {}): Promise<string> {
  const importId = randomUUID();
  await station.store.transaction(async (tx) => {
    const meta = await cover(tx, { by: station.officer.id });
    await insertImportRun(tx, { id: importId, report: { ...report, ...changed } }, meta);
    const kept = {
      importId,
      row: 3,
      sourceId: 'B-3',
      headings: ['Hold for ICE', 'Narrative'],
      categories: ['detainer'],
    };
    await insertQuarantine(tx, { ...kept, id: randomUUID() }, meta);
  });
  return importId;
}

describe('imports', () => {
  it('keep their report, and the rows that stayed out', async () => {
    const importId = await keep();
    const { read } = station.store;
    expect(await listImportRuns(read)).toMatchObject([{ importId, file: 'bookings.csv', accepted: 2, quarantined: 1 }]);
    expect(await listQuarantine(read)).toMatchObject([
      {
        file: 'bookings.csv',
        row: 3,
        sourceId: 'B-3',
        headings: ['Hold for ICE', 'Narrative'],
        categories: ['detainer'],
      },
    ]);
    expect(await countQuarantine(read)).toBe(1);
  });

  it.each<readonly [string, Partial<ImportReport>]>([
    ['whose verdicts do not add up', { accepted: 9 }],
    [
      'whose message repeats a status',
      { errors: [{ code: 'x', heading: null, rows: 1, first: 1, message: 'He is undocumented' }] },
    ],
    ['whose file name tells a status', { file: 'undocumented immigrants.csv' }],
  ])('refuse a report %s', async (_name, changed) => {
    await expect(keep(changed)).rejects.toMatchObject({ code: 'refused' });
  });

  it('remember each admission of a record, with its newest content', async () => {
    const [first, second, third] = [hex(), hex(), hex()];
    const source = { sourceSystem: 'RMS', sourceRecordId: 'B-1' };
    await station.store.transaction(async (tx) => {
      const { bookingId } = await saveOne(tx, station);
      for (const [admission, rowDigest] of [
        ['2026-01-01T00:00:00-05:00', first],
        ['2026-02-01T00:00:00-05:00', second],
        ['2026-01-01T00:00:00-05:00', third],
      ] as const) {
        await insertImportSource(tx, { ...source, admission, bookingId, rowDigest }, await cover(tx));
      }
    });
    const known = await listImportSources(station.store.read, source);
    expect(known.map((one) => [one.admission, one.rowDigest])).toEqual([
      ['2026-01-01T00:00:00-05:00', third],
      ['2026-02-01T00:00:00-05:00', second],
    ]);
    const one = await findImportSource(station.store.read, { ...source, admission: '2026-01-01T00:00:00-05:00' });
    expect(one?.rowDigest).toBe(third);
    expect(await listImportSources(station.store.read, { ...source, sourceRecordId: 'B-2' })).toEqual([]);
  });
});
