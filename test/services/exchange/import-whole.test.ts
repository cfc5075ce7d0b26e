import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../policy/import-report.ts';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { copyTestStation } from '../../support/copied-station.ts';
import type { TestStation } from '../../support/station.ts';
import { csv, tempFile } from './temp-file.ts';

const HEAD = 'Booking #,Booking Date/Time,Last Name,Charge Description';
/** Refused by their words; no list knows them word for word. */
const REFUSED = [
  'Illegal alien flag',
  'Deported before',
  'ICE detainer lodged',
  'Asylum seeker',
  'Green card holder',
  'Is undocumented immigrant',
  'Visa overstay',
];

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
}, 60_000);
afterAll(() => desk.remove());

let next = 0;
/** Looks at a file and takes it in: both must answer the same report. */
async function takeIn(content: string, profile?: string, name = 'jail.csv'): Promise<ImportReport> {
  const named = profile === undefined ? {} : { profile: tempFile(profile, 'county.json') };
  const path = tempFile(content, name);
  const looked = await desk.done('import.run', { path, dryRun: true, ...named });
  const taken = await desk.done('import.run', { path, dryRun: false, ...named });
  expect(taken.report).toEqual(looked.report);
  return taken.report;
}

function line(more = ''): string {
  next += 1;
  return `W-${String(next)},2026-11-20 01:00,Testperson,Larceny${more}`;
}

describe('an import that was looked at', () => {
  it.each(REFUSED)('is stored, with the column named by its place: %s', async (heading) => {
    const report = await takeIn(csv(`${HEAD},${heading}`, line(',Y')));
    expect(report).toMatchObject({ accepted: 1, failed: 0 });
    expect(report.columns[4]).toMatchObject({ heading: 'column 5', field: null, rows: 1 });
    expect(JSON.stringify(report)).not.toContain(heading);
  });

  it.each(REFUSED)('is stored where a profile maps a heading like that, if at all: %s', async (heading) => {
    const profile = JSON.stringify({ columns: { [heading]: 'height' } });
    const path = tempFile(csv(`${HEAD},${heading}`, line(',not a height at all, indeed')));
    for (const dryRun of [true, false]) {
      const reply = await desk.call('import.run', { path, dryRun, profile: tempFile(profile, 'county.json') });
      const codes = reply.ok ? [] : reply.refusals.map(({ code }) => code);
      expect(codes).not.toContain('fault');
      expect(JSON.stringify(reply)).not.toContain(heading);
    }
  });

  it('keeps the headings that the lists know word for word', async () => {
    const report = await takeIn(csv(`${HEAD},Citizenship,Shoe Size,Undocumented Y/N,Detainer (ICE)`, line(',X,9,Y,Y')));
    expect(report.columns.slice(4).map(({ heading }) => heading)).toEqual([
      'Citizenship',
      'Shoe Size',
      'Undocumented Y/N',
      'Detainer (ICE)',
    ]);
  });

  it.each(['A20160001', 'A-20160001'])('is stored with a booking number like %s', async (number) => {
    const report = await takeIn(csv(HEAD, `${number},2026-11-20 01:00,Testperson,Larceny`));
    expect(report).toMatchObject({ accepted: 1 });
    expect((await desk.done('booking.list', {})).map((one) => one.number)).toContain(number);
  });

  it('names no id in what it says about an id that stands twice', async () => {
    const rows = ['A20160007,2026-11-20 01:00,Testperson', 'A20160007,2026-11-21 01:00,Testperson'];
    const report = await takeIn(csv('RecID,Booking Date/Time,Last Name', ...rows));
    expect(report.errors).toMatchObject([{ code: 'same-id-two-admissions', heading: 'RecID', rows: 1, first: 2 }]);
    expect(JSON.stringify(report)).not.toContain('A20160007');
  });

  it.each(['ICE.csv', 'LPR.csv'])('is stored or refused at once for the name of its file: %s', async (name) => {
    const path = tempFile(csv(HEAD, line()), name);
    const looked = await desk.call('import.run', { path, dryRun: true });
    const taken = await desk.call('import.run', { path, dryRun: false });
    expect(taken.ok).toBe(looked.ok);
  });
});

describe('a profile', () => {
  async function said(profile: string): Promise<string> {
    const path = tempFile(csv(HEAD, line()));
    const reply = await desk.call('import.run', { path, dryRun: true, profile: tempFile(profile, 'county.json') });
    if (reply.ok) return '';
    expect(JSON.stringify(reply)).not.toMatch(/alex|undocumented|illegal/i);
    return reply.refusals.map((refusal) => refusalMessage(refusal)).join(' ');
  }

  it('whose name tells a status is refused, naming the line', async () => {
    expect(await said('{\n "profile": "Undocumented detainees"}')).toMatch(/see line 2[.].*name of the profile/);
  });

  it.each([
    ['a key', '{"Alex Testperson is undocumented": 1}'],
    ['a heading', '{"columns": {"Alex is an illegal alien": "nope"}}'],
    ['a mapped heading', '{"columns": {"Alex is an illegal alien": "last_name"}}'],
    ['a constant', '{"constants": {"Alex is undocumented": "x"}}'],
    ['a constant of no text', '{"constants": {"Alex is undocumented": 7}}'],
  ])('is refused without repeating what stands in it: %s', async (_what, profile) => {
    expect(await said(profile)).toMatch(/^This profile cannot be used: see line 1[.] .* Correct the profile/);
  });

  it('may have any other name, and lends its file name where it has none', async () => {
    expect((await takeIn(csv(HEAD, line()), '{"profile": "County jail"}')).profile).toBe('County jail');
    expect((await takeIn(csv(HEAD, line()), '{}')).profile).toBe('county.json');
  });
});
