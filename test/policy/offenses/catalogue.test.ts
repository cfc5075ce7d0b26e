import { describe, expect, it } from 'vitest';
import { findOffense, OFFENSES } from '../../../policy/offenses/catalogue.ts';
import { recogniseOffense } from '../../../policy/offenses/recognise.ts';
import { searchOffenses } from '../../../policy/offenses/search.ts';
import { readStatute, statutesOf } from '../../../policy/offenses/statute.ts';
import street from '../../../policy/offenses/street-names.json' with { type: 'json' };

const ids = (query: string, limit?: number): readonly string[] =>
  searchOffenses(query, limit).map((offense) => offense.id);

describe('the catalogue', () => {
  it('holds 275 offenses, each once', () => {
    expect(OFFENSES.length).toBe(275);
    expect(new Set(OFFENSES.map((offense) => offense.id)).size).toBe(275);
    expect(findOffense('abdw')).toMatchObject({
      level: 'felony',
      violent: true,
      grounds: ['2a'],
      courtCode: '265/15A/A',
    });
    expect(findOffense('no-such-offense')).toBeUndefined();
    expect(findOffense('__proto__')).toBeUndefined();
  });

  it('gives ground 2a to felonies alone', () => {
    for (const offense of OFFENSES) {
      if (offense.grounds.includes('2a')) expect(offense.level).toBe('felony');
    }
  });
});

describe('statutes', () => {
  it.each([
    '265/15A',
    '265 15a',
    'c.265 s.15A',
    'M.G.L. c. 265 § 15A',
    'MGL ch 265 sec 15A',
    'Chapter 265, Section 15A',
    '265-15A',
  ])('reads %s', (written) => {
    expect(readStatute(written)).toMatchObject({ chapter: '265', section: '15A' });
    expect(ids(written)[0]).toBe('abdw');
  });

  it('reads a court code, a chapter alone, and nothing out of words', () => {
    expect(readStatute('94C/32A/E')).toEqual({ chapter: '94C', section: '32A', rest: 'E' });
    expect(readStatute('209A')).toEqual({ chapter: '209A', section: null, rest: null });
    for (const text of ['knife', '', 'a&b', '8 U.S.C. s.1326', '265/15A; 265/13A'])
      expect(readStatute(text)).toBeNull();
    expect(statutesOf('M.G.L. c.265 ss.22A, 22B').map((statute) => statute.section)).toEqual(['22A', '22B']);
  });
});

describe('what officers type', () => {
  it.each([
    ['abdw', 'abdw'],
    ['knife', 'abdw'],
    ['ABD', 'abdw'],
    ['oui', 'oui-first'],
    ['dui', 'oui-first'],
    ['dui 2nd', 'oui-second'],
    ['drunk driving', 'oui-first'],
    ['shoplifting', 'shoplifting-under-250'],
    ['a&b', 'assault-and-battery'],
    ['A & B police', 'ab-police-officer'],
    ['domestic', 'ab-family-household'],
    ['restraining order', 'abuse-prevention-order-violation'],
    ['265/13A/B', 'assault-and-battery'],
    ['90/24/J', 'oui-first'],
    ['protective', 'protective-custody-alcohol'],
    ['larc', 'larceny-over-1200'],
    ['murder', 'murder-first-degree'],
    ['reentry', 'federal-reentry'],
    ['8 USC 1326', 'federal-reentry'],
  ])('%s', (query, first) => {
    expect(ids(query)[0]).toBe(first);
  });

  it('finds every offense by its title and by its court code', () => {
    for (const offense of OFFENSES) {
      expect([offense.id, ids(offense.title, 275).includes(offense.id)]).toEqual([offense.id, true]);
      if (offense.courtCode === null || !/^\d/.test(offense.courtCode)) continue;
      expect([offense.id, ids(offense.courtCode, 275).length > 0]).toEqual([offense.id, true]);
    }
  });

  it('finds every offense by each of its street names', () => {
    for (const [id, names] of Object.entries(street.names)) {
      expect([id, findOffense(id) === undefined]).toEqual([id, false]);
      for (const name of names.split(' ')) expect([id, name, ids(name, 275).includes(id)]).toEqual([id, name, true]);
    }
  });

  it('finds nothing in nothing, keeps the limit, bears odd queries', () => {
    for (const query of ['', ' ', 'xyzzy', '()[', '\u0000', 'x'.repeat(10_000)]) expect(ids(query)).toEqual([]);
    expect(ids('265', 3).length).toBe(3);
  });
});

describe('charges of a records system', () => {
  it.each([
    ['265/15A/A', 'A&B WITH DANGEROUS WEAPON', 'abdw'],
    ['', 'A&B WITH DANGEROUS WEAPON', 'abdw'],
    ['265/13D/A', 'A&B ON POLICE OFFICER', 'ab-police-officer'],
    ['90/24/J', 'OUI-LIQUOR OR .08%', 'oui-first'],
    ['266/30/B', 'LARCENY UNDER $1200', 'larceny-1200-or-less'],
    ['266/30/A', 'LARCENY OVER $1200', 'larceny-over-1200'],
    ['269/10/J', 'FIREARM, CARRY WITHOUT LICENSE', 'carry-firearm-without-license'],
    ['276/23A', 'DEFAULT WARRANT', undefined],
    ['94C/34/C', 'DRUG, POSSESS CLASS B', undefined],
    ['', 'DRUG, POSSESS CLASS B', undefined],
    ['89/4A', 'MARKED LANES VIOLATION', undefined],
    ['', '', undefined],
  ])('%s %s', (statute, description, id) => {
    expect(recogniseOffense({ statute, description })?.id).toBe(id);
  });

  it('knows every offense by its own code and title', () => {
    for (const { id, courtCode, title } of OFFENSES) {
      expect(recogniseOffense({ statute: courtCode ?? '', description: title })?.id).toBe(id);
    }
  });
});
