import { expect, it } from 'vitest';
import { treatyCountries } from '../../../policy/consular/treaty-countries.ts';
import { MATTER_RULES } from '../../../policy/matters/matter-rules.ts';

it('is a dated list in order, each country once', () => {
  const { asOf, countries, unlessResident } = treatyCountries();
  expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(countries).toEqual([...new Set(countries)].toSorted());
  expect(countries).toHaveLength(57);
  expect(unlessResident.filter((name) => !countries.includes(name))).toEqual([]);
});

it('has no box of a consular notice that could take a country: a signed answer is sealed', () => {
  const wish = MATTER_RULES.consular.events.find(({ kind }) => kind === 'wish');
  expect(wish?.fields.map(({ name, type }) => [name, type])).toEqual([
    ['wish', 'choice'],
    ['scan', 'scan'],
  ]);
});
