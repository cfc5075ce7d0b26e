import { expect, it } from 'vitest';
import { treatyCountries } from '../../../policy/consular/treaty-countries.ts';
import { clearTreatyCountries } from '../../../policy/gate.ts';
import { MATTER_RULES, sealedBoxes } from '../../../policy/matters/matter-rules.ts';

it('is a dated list in order, each country once', () => {
  const { asOf, source, countries, unlessResident } = treatyCountries();
  expect(source).toContain('Department of State');
  expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(countries).toEqual([...new Set(countries)].toSorted());
  expect(countries).toHaveLength(57);
  expect(unlessResident.filter((name) => !countries.includes(name))).toEqual([]);
});

it('has no box of a consular notice that could take a country: the wish and a signed answer are sealed', () => {
  expect(sealedBoxes('consular', 'wish')).toEqual(['wish']);
  const wish = MATTER_RULES.consular.events.find(({ kind }) => kind === 'wish');
  expect(wish?.fields.map(({ name, type }) => [name, type])).toEqual([
    ['wish', 'choice'],
    ['scan', 'scan'],
  ]);
});

it('passes the gate as it ships: every name is a country, and none tells a status', () => {
  expect(clearTreatyCountries(treatyCountries())).toMatchObject({
    ok: true,
    value: { countries: treatyCountries().countries },
  });
});
