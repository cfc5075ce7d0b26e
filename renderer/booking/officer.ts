import type { BookingFields } from '../../policy/booking.ts';

/** Reads `R. Sample, 0117`: what follows the last comma is the badge where it holds a figure. */
export function readOfficer(text: string): BookingFields {
  const at = text.lastIndexOf(',');
  const badge = at < 0 ? '' : text.slice(at + 1).trim();
  if (!/\d/.test(badge)) return { arresting_officer_name: text.trim() };
  const name = text.slice(0, at).trim();
  return { ...(name === '' ? {} : { arresting_officer_name: name }), arresting_officer_badge: badge };
}

export function showOfficer(fields: BookingFields): string {
  return [fields.arresting_officer_name, fields.arresting_officer_badge]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}
