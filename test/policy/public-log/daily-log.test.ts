import { describe, expect, it } from 'vitest';
import { findOffense } from '../../../policy/offenses/catalogue.ts';
import { dailyLog, whyApart, type LoggedArrest } from '../../../policy/public-log/daily-log.ts';
import { FAMILY_OFFENSES, SEXUAL_OFFENSES, type ApartReason } from '../../../policy/public-log/rules.ts';

function arrest(changes: Partial<LoggedArrest> = {}): LoggedArrest {
  return {
    number: '2026-00001',
    at: '2026-11-20T05:55:00Z',
    name: 'Testperson, Alex',
    address: '1 Placeholder Road, Exampleton',
    charges: ['A&B with a dangerous weapon'],
    place: 'Sample and Mill',
    offenses: ['abdw'],
    age: 32,
    ...changes,
  };
}

describe('which part of the daily log an arrest stands in (G.L. c.41 s.98F)', () => {
  it('is the public one where nothing keeps it apart', () => {
    expect(whyApart(arrest(), [])).toEqual([]);
    expect(whyApart(arrest({ age: 18 }), [])).toEqual([]);
  });

  it.each<readonly [string, Partial<LoggedArrest>, readonly ApartReason[]]>([
    ['somebody of 17', { age: 17 }, ['under-18']],
    ['somebody whose age is not known', { age: null }, ['age-unknown']],
    ['rape', { offenses: ['rape'] }, ['sexual']],
    ['one sexual charge among others', { offenses: ['abdw', 'indecent-exposure'] }, ['sexual']],
    ['sexual servitude', { offenses: ['trafficking-sexual-servitude'] }, ['sexual']],
    ['a family member', { offenses: ['ab-family-household'] }, ['family']],
    ['a protective order', { offenses: ['abuse-prevention-order-violation'] }, ['family']],
    ['a charge in words', { offenses: ['abdw', null] }, ['charge-unknown']],
    ['no charge', { offenses: [] }, ['charge-unknown']],
    ['all at once', { offenses: ['rape', 'ab-family-household'], age: 16 }, ['under-18', 'sexual', 'family']],
  ])('is the other one for %s', (_name, changes, why) => {
    expect(whyApart(arrest(changes), [])).toEqual(why);
  });

  it('is the other one where whoever writes it keeps it apart', () => {
    expect(whyApart(arrest(), ['2026-00001'])).toEqual(['by-hand']);
  });

  it('rests on charges that are in the catalogue', () => {
    for (const id of [...FAMILY_OFFENSES, ...SEXUAL_OFFENSES]) expect([id, findOffense(id)?.id]).toEqual([id, id]);
  });
});

it('the log stands in the order of time, by absolute time, and names no fact that parts it', () => {
  const late = arrest({ number: '2026-00003', at: '2026-11-20T23:00:00-05:00' });
  const early = arrest({ number: '2026-00002', at: '2026-11-21T01:00:00Z', name: 'Fictional, Bo' });
  const log = dailyLog([late, early, arrest()], ['2026-00003']);
  expect(log.shown.map(({ number }) => number)).toEqual(['2026-00001', '2026-00002']);
  expect(log.apart.map(({ line }) => line.number)).toEqual(['2026-00003']);
  expect(Object.keys(log.shown[0] ?? {})).toEqual(['number', 'at', 'name', 'address', 'charges', 'place']);
});
