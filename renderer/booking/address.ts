import type { BookingFields } from '../../policy/booking.ts';

const STATE_AND_ZIP = /^(?:(?<state>[A-Za-z]{2})(?:\s+|$))?(?<zip>\d{5}(?:-\d{4})?)?$/;

/** Reads `12 Sample Street, Exampleton, MA 01581`; a single part is a street. */
export function readAddress(text: string): BookingFields {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const tail = parts.length > 1 ? STATE_AND_ZIP.exec(parts.at(-1) ?? '')?.groups : undefined;
  const rest = tail === undefined ? parts : parts.slice(0, -1);
  const city = rest.length > 1 ? rest.at(-1) : undefined;
  const street = (city === undefined ? rest : rest.slice(0, -1)).join(', ');
  return {
    ...(street === '' ? {} : { address_street: street }),
    ...(city === undefined ? {} : { address_city: city }),
    ...(tail?.['state'] === undefined ? {} : { address_state: tail['state'].toUpperCase() }),
    ...(tail?.['zip'] === undefined ? {} : { address_zip: tail['zip'] }),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function showAddress(fields: BookingFields): string {
  const tail = [text(fields.address_state), text(fields.address_zip)].filter((part) => part !== '').join(' ');
  return [text(fields.address_street), text(fields.address_city), tail].filter((part) => part !== '').join(', ');
}
