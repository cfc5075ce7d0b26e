import { describe, expect, it } from 'vitest';
import { APPROVED_FIELDS } from '../../../policy/fields/approved-fields.ts';
import { approvedNamed, classifyName, isListedName } from '../../../policy/fields/classify.ts';
import { PROTECTED_FIELDS } from '../../../policy/fields/protected-fields.ts';
import headings from '../../../policy/fields/rms-headings.json' with { type: 'json' };
import { nestingsOf, writingsOf } from './writings.ts';

const REAL = headings.headings;
const isProtected = (name: string): boolean => classifyName(name).kind === 'protected';

describe('headings of real files', () => {
  const closed = REAL.filter((row) => /^(?:status|proxy)/.test(row.decision));
  const open = REAL.filter((row) => !/^(?:status|proxy)/.test(row.decision));

  it('has both kinds in the list', () => {
    expect(closed.length).toBeGreaterThan(20);
    expect(open.length).toBeGreaterThan(40);
  });

  it.each(closed.map((row) => row.heading))('refuses %s in every writing and nesting', (heading) => {
    for (const name of [...writingsOf(heading), ...nestingsOf(heading)])
      expect([name, isProtected(name)]).toEqual([name, true]);
  });

  it.each(open.map((row) => row.heading))('leaves %s open in every writing', (heading) => {
    for (const name of writingsOf(heading)) expect([name, isProtected(name)]).toEqual([name, false]);
  });
});

describe('aliases', () => {
  const aliases = PROTECTED_FIELDS.flatMap((field) => field.aliases.map((alias) => ({ id: field.id, alias })));

  it.each(aliases)('tells $alias', ({ id, alias }) => {
    expect(classifyName(alias)).toMatchObject({ kind: 'protected', id });
    // A sign that means "number" is not punctuation; without it these are other names.
    const writings = alias.includes('#') ? [alias, alias.toUpperCase(), alias.toLowerCase()] : writingsOf(alias);
    for (const name of [...writings, ...nestingsOf(alias)]) expect([name, isProtected(name)]).toEqual([name, true]);
  });
});

describe('names that no list holds', () => {
  it.each([
    ['subject_citizenship_code', 'citizenship'],
    ['isUSCitizen', 'citizenship'],
    ['IS_NON_CITIZEN_FLAG', 'citizenship'],
    ['immigrationStatusText', 'immigration_status'],
    ['arrestee.immStatusCd', 'immigration_status'],
    ['ICE hold placed', 'immigration_hold'],
    ['ice_detainer_lodged_date', 'immigration_hold'],
    ['person[passportExpiryDate]', 'passport_no'],
    ['defendantPlaceOfBirthCity', 'birth_place'],
    ['SUBJ_COUNTRY_OF_BIRTH', 'birth_country'],
    ['alien_registration_nbr', 'alien_number'],
    ['deportationOrderIssued', 'deportation'],
    ['nacionalidad_del_detenido', 'nationality'],
    ['situacaoMigratoriaDoDetido', 'immigration_status'],
    ['preferred_language_home', 'primary_language'],
  ])('hears %s', (name, id) => {
    expect(classifyName(name)).toMatchObject({ kind: 'protected', id });
  });

  it.each(
    [
      'notice police office device service_id citizen_complaint_no citizen_assist visa_card PO_Box',
      'Police_Hold policehold officeNotified service_warrant hero_hold justice_contact alienation legal_status',
      'custody_status_code nation national_guard immunization removal_date birth_date dateOfBirth a A i status country_club',
    ].flatMap((line) => line.split(' ')),
  )('hears nothing in %s', (name) => {
    expect(isProtected(name)).toBe(false);
  });

  it('calls a social security number unknown: it is not approved, and it tells no status', () => {
    expect(classifyName('SSN')).toEqual({ kind: 'unknown' });
  });
});

describe('approved fields', () => {
  it.each(APPROVED_FIELDS.map((field) => field.name))('takes %s in every writing, and by label', (name) => {
    const label = APPROVED_FIELDS.find((field) => field.name === name)?.label ?? '';
    for (const writing of writingsOf(name)) expect(classifyName(writing)).toEqual({ kind: 'approved', field: name });
    expect(isProtected(label)).toBe(false);
    expect(classifyName(`charges.0.${name}`)).toEqual({ kind: 'approved', field: name });
  });

  it('never takes one from under a protected parent', () => {
    expect(classifyName('citizenship.agency_name').kind).toBe('protected');
    expect(classifyName('immigration[last_name]').kind).toBe('protected');
  });

  it('wants a key spelt exactly', () => {
    expect(approvedNamed('last_name')).toBe('last_name');
    for (const key of ['Last_Name', 'lastName', 'last name', '']) expect(approvedNamed(key)).toBeUndefined();
  });
});

describe('odd names', () => {
  it('bears anything', () => {
    for (const name of ['', ' ', '.', '[]', '__proto__', 'constructor', '\u0000', '\ud800', 'x'.repeat(100_000)]) {
      expect(classifyName(name)).toEqual({ kind: 'unknown' });
    }
  });

  it('knows which names may be shown as they were written', () => {
    expect(isListedName('CTZ')).toBe(true);
    expect(isListedName('the man is undocumented')).toBe(false);
  });
});
