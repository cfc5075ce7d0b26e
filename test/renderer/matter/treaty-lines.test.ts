import { expect, it } from 'vitest';
import { readCountries, showCountries } from '../../../renderer/matter/treaty-lines.ts';

it('reads one country a line, and a star behind those that are told only of who does not live here', () => {
  const list = { countries: ['Albania', 'Costa Rica', 'Poland'], unlessResident: ['Poland'] };
  expect(showCountries(list)).toBe('Albania\nCosta Rica\nPoland *');
  expect(readCountries(' Albania \n\nCosta Rica\nPoland*\n')).toEqual(list);
});
