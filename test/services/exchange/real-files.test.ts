// Real public files lie beside the repository. No value of theirs is printed, not even where a check fails.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../services/exchange/profile.ts';
import { importFile, reportOf } from './import-file.ts';
import { hasRealFiles, REAL } from './make-bookings.ts';
import { memorySink } from './memory-sink.ts';

if (!hasRealFiles) process.stderr.write('Real files: not beside this repository, skipped.\n');

const PROFILE = join(import.meta.dirname, 'profiles/nyc-doc.json');

describe.skipIf(!hasRealFiles)('real files', () => {
  it('of a city jail come in whole, and the row of the one id that stands twice is named', async () => {
    const profile = readProfile(readFileSync(PROFILE, 'utf8'), 'nyc-doc.json');
    if (!profile.ok) throw new Error('the profile was refused');
    const taken = memorySink();
    const report = await reportOf(join(REAL, 'nyc-doc-20160602.csv'), { profile: profile.profile, sink: taken.sink });
    expect(report).toMatchObject({ profile: 'nyc-doc', rows: 9837, bookings: 9837, accepted: 9837 });
    expect(report).toMatchObject({ updated: 0, duplicates: 0, quarantined: 0, failed: 0 });
    expect(report.errors.map(({ code, heading, rows }) => [code, heading, rows])).toEqual([
      ['same-id-two-admissions', 'INMATEID', 1],
    ]);
    expect(report.errors[0]?.message).toContain(`of row ${String(report.errors[0]?.first)} stands`);
    expect(taken.stored.length).toBe(9837);
    const padded = taken.stored.filter(({ booking }) =>
      Object.values(booking.draft.fields).some((value) => typeof value === 'string' && value !== value.trim()),
    );
    expect(padded.length).toBe(0);
  }, 120_000);

  it('of a city police have their citizen column refused by name', async () => {
    const { report, rows } = await importFile(join(REAL, 'toronto-arrests-citizen.csv'));
    expect(report).toMatchObject({ rows: 5226, bookings: 5226, accepted: 0, failed: 5226 });
    expect(report?.columns.find(({ heading }) => heading === 'citizen')).toMatchObject({
      field: null,
      verdict: 'refused',
      category: 'citizenship',
      rows: 5226,
    });
    expect(rows.every(({ headings }) => headings.includes('citizen'))).toBe(true);
  }, 120_000);
});
