import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../services/exchange/columns.ts';
import { AUTO_PROFILE, readProfile, type ImportProfile } from '../../../services/exchange/profile.ts';
import headings from '../../../policy/fields/rms-headings.json' with { type: 'json' };

function profile(body: object): ImportProfile {
  const read = readProfile(JSON.stringify(body), 'county.json');
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  return read.profile;
}

describe('a profile', () => {
  it('maps headings, whatever their case and punctuation', () => {
    const read = profile({ profile: 'county', columns: { 'Inmate-ID': 'source_record_id' }, ignore: ['Shoe Size'] });
    const columns = readColumns(['INMATE ID', 'shoe_size', 'DOB'], read);
    expect(columns.map(({ field, verdict }) => [field?.name ?? null, verdict])).toEqual([
      ['source_record_id', 'mapped'],
      [null, 'unknown'],
      ['dob', 'mapped'],
    ]);
  });

  it('takes a recognised heading off a field that it maps itself', () => {
    const read = profile({ columns: { 'Our No': 'booking_no' } });
    expect(readColumns(['Our No', 'Booking #'], read).map(({ verdict }) => verdict)).toEqual(['mapped', 'unknown']);
  });

  it.each([
    ['a protected field as a target', '{\n "columns": {\n  "ALPHA": "citizenship"\n }\n}', 3],
    ['an approved field from a protected heading', '{\n "columns": {\n  "Prior Deport": "cell"\n }\n}', 3],
    ['a protected heading in other letters', '{\n "columns": {"im.m_STAT": "cell"}}', 2],
    ['a protected constant', '{\n\n "constants": {"nationality": "x"}}', 3],
  ])('is refused with its line for %s', (_, text, line) => {
    const read = readProfile(text, 'county.json');
    expect(read).toMatchObject({ ok: false, refusals: [{ code: 'wrong-profile', clause: '1(b)', params: { line } }] });
  });

  it.each([
    ['an unknown key', '{\n "colums": {}\n}', 2],
    ['an unknown field', '{"columns": {\n "X": "shoe_size"}}', 2],
    ['another format', '{\n "format": "niem"}', 2],
    ['an unknown date style', '{\n\n "dates": "chinese"}', 3],
    ['a field spelt otherwise', '{"columns": {\n "X": "Last Name"}}', 2],
    ['no JSON', 'columns: x', 1],
  ])('is refused with its line for %s', (_, text, line) => {
    expect(readProfile(text, 'county.json')).toMatchObject({
      ok: false,
      refusals: [{ code: 'wrong-profile', params: { line } }],
    });
  });
});

describe('headings of real files', () => {
  const verdictOf = (heading: string) => readColumns([heading], AUTO_PROFILE)[0];

  it.each(headings.headings.filter(({ decision }) => decision === 'status' || decision === 'proxy'))(
    'refuse $heading ($decision)',
    ({ heading }) => expect(verdictOf(heading)).toMatchObject({ verdict: 'refused', field: null }),
  );

  it.each(headings.headings.filter(({ decision }) => decision.startsWith('accept')))(
    'do not refuse $heading',
    ({ heading }) => expect(verdictOf(heading)?.verdict).not.toBe('refused'),
  );

  it('know most of what is accepted', () => {
    const accepted = headings.headings.filter(({ decision }) => decision === 'accept');
    const dropped = accepted.filter(({ heading }) => verdictOf(heading)?.field === null).map(({ heading }) => heading);
    expect(dropped).toEqual([
      'Sentence Release Date',
      'Block',
      'Bed',
      'SSN',
      'PlannedReleaseDate',
      'booking_charge_txt',
    ]);
  });
});

describe('what is shown of a heading', () => {
  it('is its place where it looks like a value', () => {
    const shown = readColumns(['DOB', 'Subject was born far away.', '20147452', ''], AUTO_PROFILE);
    expect(shown.map(({ heading }) => heading)).toEqual(['DOB', 'column 2', 'column 3', 'column 4']);
  });

  it('is its place in a file without headings', () => {
    const shown = readColumns(['Exampleton', 'Somewhere', 'Testperson'], AUTO_PROFILE);
    expect(shown.map(({ heading }) => heading)).toEqual(['column 1', 'column 2', 'column 3']);
  });
});
