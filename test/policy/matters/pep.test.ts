import { describe, expect, test } from 'vitest';
import { PEP_PRIORITIES, readPep, type PepClaim, type PepConviction } from '../../../policy/matters/pep.ts';

const conviction = (more: Partial<PepConviction> = {}): PepConviction => ({
  incident: '2019-05-01',
  court: 'Exampleton District Court',
  outcome: 'convicted',
  level: 'misdemeanor',
  statusElement: 'no',
  listed: 'none',
  daysToServe: 0,
  ...more,
});
const claim = (more: Partial<PepClaim>): PepClaim => ({
  claimed: null,
  convictions: [],
  gangStatute: false,
  gangPart: false,
  legalDetermination: false,
  ...more,
});
const three = ['2017-01-02', '2018-03-04', '2019-05-06'].map((incident) => conviction({ incident }));

describe('three misdemeanors, 2(a)', () => {
  test('are shown by three separate incidents', () => {
    expect(readPep(claim({ claimed: '2a', convictions: three }))).toMatchObject({
      shown: '2a',
      missing: [],
      incidents: 3,
    });
  });

  test('two convictions of one night are one incident', () => {
    const night = [conviction({ incident: 'Docket 17' }), conviction({ incident: ' docket 17 ' })];
    expect(readPep(claim({ claimed: '2a', convictions: [...night, ...three.slice(0, 1)] }))).toMatchObject({
      shown: null,
      missing: ['incidents'],
      incidents: 2,
    });
  });

  test('an incident whose day nobody told is not known to be another one', () => {
    const untold = conviction({ incident: '' });
    expect(readPep(claim({ claimed: '2a', convictions: [...three.slice(0, 2), untold] })).incidents).toBe(2);
  });

  test.each<Partial<PepConviction>>([
    { level: 'minor-traffic' },
    { outcome: 'pending' },
    { outcome: 'cwof' },
    { outcome: 'juvenile' },
    { outcome: 'vacated' },
    { outcome: 'foreign' },
    { statusElement: 'yes' },
    { statusElement: 'unknown' },
    { level: 'unknown' },
  ])('one that does not count leaves two: %o', (more) => {
    const convictions = three.map((one, index) => (index === 0 ? { ...one, ...more } : one));
    const reading = readPep(claim({ claimed: '2a', convictions }));
    expect(reading.shown).toBeNull();
    expect(reading.missing).toContain('incidents');
  });

  test('driving under the influence is never minor traffic', () => {
    const oui = conviction({ level: 'minor-traffic', listed: 'oui', incident: '2020-01-01' });
    expect(readPep(claim({ claimed: '2a', convictions: [...three.slice(1), oui] })).incidents).toBe(3);
  });

  test('says that a class or an element was not looked at', () => {
    const convictions = [conviction({ level: 'unknown' }), conviction({ statusElement: 'unknown' })];
    expect(readPep(claim({ claimed: '2a', convictions })).missing).toEqual([
      'incidents',
      'court-class',
      'element-check',
    ]);
  });
});

describe('a significant misdemeanor, 2(b)', () => {
  test('is one of the list', () => {
    const convictions = [conviction({ listed: 'burglary' })];
    expect(readPep(claim({ claimed: '2b', convictions }))).toMatchObject({ shown: '2b', missing: [] });
  });

  test.each([
    [90, '2b', []],
    [89, null, ['time-to-serve']],
    [0, null, ['time-to-serve']],
    [null, null, ['sentence']],
  ])('or a sentence of which %s days are to be served', (daysToServe, shown, missing) => {
    expect(readPep(claim({ claimed: '2b', convictions: [conviction({ daysToServe })] }))).toMatchObject({
      shown,
      missing,
    });
  });
});

describe('a felony, 1(d)', () => {
  test('is what the convicting court calls one', () => {
    const convictions = [conviction({ level: 'felony' })];
    expect(readPep(claim({ claimed: '1d', convictions }))).toMatchObject({ shown: '1d', missing: [] });
  });

  test.each([
    [[], ['conviction']],
    [[conviction({ level: 'felony', outcome: 'pending' })], ['conviction']],
    [[conviction({ level: 'unknown' })], ['court-class']],
    [[conviction({ level: 'felony', statusElement: 'unknown' })], ['element-check']],
    [[conviction({ level: 'felony', statusElement: 'yes' })], ['conviction']],
  ])('else it says what is missing', (convictions, missing) => {
    expect(readPep(claim({ claimed: '1d', convictions }))).toMatchObject({ shown: null, missing });
  });

  test('comes before Priority 2, which is only for those outside Priority 1', () => {
    const convictions = [...three, conviction({ level: 'felony', incident: '2021-01-01' })];
    expect(readPep(claim({ claimed: '2a', convictions })).shown).toBe('1d');
  });
});

describe('what no officer determines', () => {
  test.each(['1a', '1b'] as const)('%s stays the agency’s word, and is never shown', (claimed) => {
    expect(readPep(claim({ claimed }))).toMatchObject({ claimOnly: true, shown: null, missing: [] });
  });

  test('an aggravated felony needs a conviction and somebody trained in law', () => {
    expect(readPep(claim({ claimed: '1e' })).missing).toEqual(['conviction', 'statute']);
    const convictions = [conviction()];
    expect(readPep(claim({ claimed: '1e', convictions, legalDetermination: true }))).toMatchObject({
      shown: '1e',
      missing: [],
    });
  });

  test('a gang needs its statute, or a part taken at 16 or older', () => {
    expect(readPep(claim({ claimed: '1c' })).missing).toEqual(['statute']);
    expect(readPep(claim({ claimed: '1c', gangStatute: true })).shown).toBe('1c');
    expect(readPep(claim({ claimed: '1c', gangPart: true })).shown).toBe('1c');
  });
});

test('nothing claimed and nothing told shows nothing', () => {
  expect(readPep(claim({}))).toEqual({ claimed: null, shown: null, missing: [], incidents: 0, claimOnly: false });
});

test.each(PEP_PRIORITIES)('%s is never shown by nothing', (claimed) => {
  expect(readPep(claim({ claimed })).shown).toBeNull();
});
