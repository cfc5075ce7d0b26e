import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../contract/contact.ts';
import { listed, staleLine, triedLine, versionLine } from '../../../renderer/contacts/contact-lines.ts';
import { boxesOf, savedCard } from '../../../renderer/contacts/read-card.ts';
import { numbersOf } from '../../../renderer/duty/jttf-numbers.ts';

const NOW = new Date('2026-03-08T06:41:00Z');
const contact = (more: Partial<Contact> = {}): Contact => ({
  ...{ contactId: 'e0d1c3a4-1111-4222-8333-444455556666', version: 2, kind: 'jttf', name: 'Duty desk', agency: 'FBI' },
  ...{ number: '617-555-0100', second: null, notes: null, retired: false },
  ...{ checkedAt: '2026-03-02T09:00:00-05:00', checkedBy: 'M. Fiction' },
  ...{ changedAt: '2026-03-08T01:00:00-05:00', changedBy: 'R. Sample', earlier: [] },
  ...more,
});

describe('the line of a contact', () => {
  test('says when its number was tried and by whom', () => {
    expect(triedLine(contact())).toBe('2026-03-02, M. Fiction');
    expect(triedLine(contact({ checkedAt: null, checkedBy: null }))).toBe('not tried yet');
  });

  test('says how long ago that was only after 90 days', () => {
    expect(staleLine(contact(), NOW)).toBeNull();
    expect(staleLine(contact({ checkedAt: '2025-12-08T01:41:00-05:00' }), NOW)).toBeNull();
    expect(staleLine(contact({ checkedAt: '2025-12-07T01:41:00-05:00' }), NOW)).toBe('91 days ago');
    expect(staleLine(contact({ checkedAt: null }), NOW)).toBeNull();
  });

  test('tells each version with its numbers and who wrote it', () => {
    expect(versionLine(contact({ second: '617-555-0101' }), NOW)).toEqual({
      time: '01:00',
      text: '617-555-0100, 617-555-0101, R. Sample',
    });
    expect(versionLine(contact({ retired: true }), NOW).text).toBe('taken off by R. Sample');
  });
});

describe('the numbers of the task force', () => {
  test('are those on the list, first numbers first and none twice', () => {
    const all = [
      contact({ second: '617-555-0109' }),
      contact({ number: '617-555-0102', second: '617-555-0100' }),
      contact({ number: '617-555-0103', retired: true }),
      contact({ number: '508-555-0104', kind: 'court' }),
    ];
    expect(numbersOf(listed(all, 'jttf')).map(({ number }) => number)).toEqual([
      '617-555-0100',
      '617-555-0102',
      '617-555-0109',
    ]);
    expect(numbersOf([])).toEqual([]);
  });
});

describe('the form of a contact', () => {
  test('begins with what stands there and sends it back under its version', () => {
    const one = contact({ notes: 'Day and night' });
    const { contactId, ...sent } = savedCard(boxesOf(one), one);
    expect(contactId).toBe(one.contactId);
    expect(sent).toEqual({
      baseVersion: 2,
      card: { kind: 'jttf', name: 'Duty desk', agency: 'FBI', number: '617-555-0100', notes: 'Day and night' },
    });
  });

  test('sends a new one without what was left empty', () => {
    const detail = { kind: 'court', name: 'Clerk', number: '508-555-0110', checkedAt: '2026-03-08T01:00:00-05:00' };
    expect(savedCard(detail, null)).toEqual({
      card: { kind: 'court', name: 'Clerk', number: '508-555-0110' },
      checkedAt: '2026-03-08T01:00:00-05:00',
    });
    expect(boxesOf(null)).toEqual({});
  });
});
