import type { BookingFields } from '../../policy/booking.ts';

const STATE_AND_ZIP = /^(?:(?<state>[A-Za-z]{2})(?:\s+|$))?(?<zip>\d{5}(?:-\d{4})?)?$/;

function present(fields: Readonly<Record<string, string | undefined>>): BookingFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

/** State and ZIP code, where the last part holds them. */
function readTail(parts: readonly string[]): Readonly<Record<string, string>> | undefined {
  return parts.length > 1 ? STATE_AND_ZIP.exec(parts.at(-1) ?? '')?.groups : undefined;
}

/** Reads `12 Sample Street, Exampleton, MA 01581`; a single part is a street. */
export function readAddress(text: string): BookingFields {
  const parts = text.split(',').map((part) => part.trim());
  const tail = readTail(parts);
  const rest = tail === undefined ? parts : parts.slice(0, -1);
  const city = rest.length > 1 ? rest.at(-1) : undefined;
  const street = (city === undefined ? rest : rest.slice(0, -1)).join(', ');
  return present({
    address_street: street,
    address_city: city,
    address_state: tail?.['state']?.toUpperCase(),
    address_zip: tail?.['zip'],
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function showAddress(fields: BookingFields): string {
  const tail = [text(fields.address_state), text(fields.address_zip)].filter((part) => part !== '').join(' ');
  return [text(fields.address_street), text(fields.address_city), tail].filter((part) => part !== '').join(', ');
}
