import type { TreatyCountries } from '../../policy/consular/treaty-countries.ts';

type Names = Pick<TreatyCountries, 'countries' | 'unlessResident'>;

/** One country on each line; a star behind those that are told only where the person does not live here for good. */
export function showCountries({ countries, unlessResident }: Names): string {
  return countries.map((name) => (unlessResident.includes(name) ? `${name} *` : name)).join('\n');
}

/** Reads such lines; empty ones are none. */
export function readCountries(text: string): Names {
  const lines = text
    .split('\n')
    .map((line) => ({ name: line.replace(/\*\s*$/, '').trim(), starred: /\*\s*$/.test(line) }))
    .filter(({ name }) => name !== '');
  return {
    countries: lines.map(({ name }) => name),
    unlessResident: lines.filter(({ starred }) => starred).map(({ name }) => name),
  };
}
