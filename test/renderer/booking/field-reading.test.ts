import { describe, expect, test } from 'vitest';
import { readField, showField, tidyText } from '../../../renderer/booking/field-reading.ts';
import { FORM_FIELDS, type FormField } from '../../../renderer/booking/form-fields.ts';

const NOW = new Date('2026-03-08T06:41:00Z');

function field(name: string): FormField {
  const found = FORM_FIELDS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no box ${name}`);
  return found;
}

describe('what a box means', () => {
  test.each([
    ['last_name', ' Testperson ', { last_name: 'Testperson' }],
    ['dob', '7/19/94', { dob: '1994-07-19' }],
    ['driver_license_state', 'ma', { driver_license_state: 'MA' }],
    ['arrest_datetime', '0055', { arrest_datetime: '2026-03-08T00:55:00-05:00' }],
    ['arraignment_datetime', '3/9 0900', { arraignment_datetime: '2026-03-09T09:00:00-04:00' }],
    ['bail_amount', '$1,500', { bail_amount: '1500' }],
    ['age', '31', { age: 31 }],
    ['photo_taken', 'yes', { photo_taken: true }],
    ['property_items', 'Wallet\n\n Keys ', { property_items: ['Wallet', 'Keys'] }],
    [
      'address',
      '12 Sample Street, Exampleton, MA 01581',
      { address_street: '12 Sample Street', address_city: 'Exampleton', address_state: 'MA', address_zip: '01581' },
    ],
    [
      'address',
      'Apt 3, 12 Sample Street, Exampleton',
      { address_street: 'Apt 3, 12 Sample Street', address_city: 'Exampleton' },
    ],
    ['address', 'no fixed address', { address_street: 'no fixed address' }],
    ['arresting_officer', 'R. Sample, 0117', { arresting_officer_name: 'R. Sample', arresting_officer_badge: '0117' }],
    ['arresting_officer', 'Sample, Robin', { arresting_officer_name: 'Sample, Robin' }],
  ])('%s: %s', (name, text, fields) => {
    const box = field(name);
    expect(readField(box, text, NOW)).toEqual({ kind: 'fields', fields });
    // What is shown reads back as the same.
    expect(readField(box, showField(box, fields), NOW)).toEqual({ kind: 'fields', fields });
  });

  test.each([
    ['dob', '2/30/94'],
    ['arrest_datetime', 'noon'],
    ['arrest_datetime', '3/8 0230'],
    ['driver_license_state', 'Mass'],
    ['bail_amount', 'a lot'],
    ['age', '3x'],
  ])('%s does not take %s', (name, text) => {
    expect(readField(field(name), text, NOW).kind).toBe('problem');
  });

  test('shows a time with its offset on the day on which the clocks change', () => {
    expect(tidyText(field('arrest_datetime'), '0055', NOW)).toBe('2026-03-08 00:55 -05:00');
    expect(tidyText(field('arrest_datetime'), '0055', new Date('2026-03-05T06:41:00Z'))).toBe('2026-03-05 00:55');
  });
});
