import { describe, expect, test } from 'vitest';
import { matterEventRule } from '../../../policy/matters/matter-rules.ts';
import type { MatterField, MatterKind } from '../../../policy/matters/matter.ts';
import { isLate, detailLines } from '../../../renderer/matter/matter-words.ts';
import { readBox } from '../../../renderer/matter/read-box.ts';

const NOW = new Date('2026-03-10T05:00:00Z');

function fieldOf(kind: MatterKind, event: string, name: string): MatterField {
  const found = matterEventRule(kind, event)?.fields.find((field) => field.name === name);
  if (found === undefined) throw new Error(`no box ${name}`);
  return found;
}
const read = (field: MatterField, text: string, picked: readonly string[] = []): unknown =>
  readBox(field, { text, picked }, NOW);

describe('a box of the rules', () => {
  const asked = fieldOf('request', 'received', 'asked');
  const note = fieldOf('assistance', 'cleared', 'note');

  test('about a contact may name the agency and its papers', () => {
    expect(read(asked, 'ICE asks for a hold, I-247A')).toEqual({
      kind: 'value',
      value: 'ICE asks for a hold, I-247A',
    });
  });

  test('about a contact never tells a status', () => {
    expect(read(asked, 'he is undocumented')).toMatchObject({ kind: 'problem' });
  });

  test('that is plain names neither', () => {
    expect(read(note, 'ICE left at noon')).toMatchObject({ kind: 'problem' });
    expect(read(note, 'Units left at noon')).toMatchObject({ kind: 'value' });
  });

  test('that is required and empty says so; another one stays empty', () => {
    expect(read(asked, '  ')).toMatchObject({ kind: 'problem' });
    expect(read(note, '  ')).toEqual({ kind: 'empty' });
    expect(read(fieldOf('request', 'decided', 'decision'), '')).toMatchObject({ kind: 'problem' });
  });

  test('longer than its rule is not taken', () => {
    expect(read(asked, 'a'.repeat(1_001))).toMatchObject({ kind: 'problem' });
  });

  test('for a time reads what officers type, ahead where it may lie ahead', () => {
    const release = fieldOf('detention', 'release-eligible', 'releaseEligibleAt');
    expect(read(release, '+2h')).toEqual({ kind: 'value', value: '2026-03-10T03:00:00-04:00' });
    expect(read(release, 'soon')).toMatchObject({ kind: 'problem' });
  });

  test('for a document takes the last four and no more', () => {
    const lastFour = fieldOf('document', 'offered', 'lastFour');
    expect(read(lastFour, '12A4')).toEqual({ kind: 'value', value: '12A4' });
    expect(read(lastFour, '12345')).toMatchObject({ kind: 'problem' });
  });

  test('for several takes what is ticked', () => {
    const missing = fieldOf('request', 'triaged', 'missing');
    expect(read(missing, '', ['statute'])).toEqual({ kind: 'value', value: ['statute'] });
    expect(read(missing, '', [])).toEqual({ kind: 'empty' });
  });

  test('for yes or no reads a no as an answer', () => {
    const verified = fieldOf('presence', 'begun', 'identityVerified');
    expect(read(verified, 'no')).toEqual({ kind: 'value', value: false });
    expect(read(verified, '')).toMatchObject({ kind: 'problem' });
  });
});

describe('an event for reading', () => {
  test('shows labels and words, never a hash', () => {
    expect(detailLines({ channel: 'fax', scan: 'ab'.repeat(32) })).toEqual([
      { name: 'channel', label: 'How it came', value: 'Fax' },
      { name: 'scan', label: 'Scan', value: 'The scan is sealed with this record.' },
    ]);
  });

  test('is a late entry when an hour or more lies between', () => {
    expect(isLate('2026-03-10T00:00:00-05:00', '2026-03-10T06:00:00Z')).toBe(true);
    expect(isLate('2026-03-10T00:00:00-05:00', '2026-03-10T05:59:59Z')).toBe(false);
  });
});
