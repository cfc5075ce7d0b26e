import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES } from '../../../contract/entry-types.ts';
import { REFUSAL_WORDS } from '../../../policy/refusal-words.ts';
import { entryWords } from '../../../renderer/trail/entry-words.ts';

const plain = { call: null, code: null };

describe('an entry of the trail', () => {
  it('is told in words, each kind in its own', () => {
    const all = ENTRY_TYPES.map((type) => entryWords({ ...plain, type }));
    expect(new Set(all).size).toBe(ENTRY_TYPES.length);
    expect(all.filter((text) => !/^[A-Z][^.]*$/.test(text) || ENTRY_TYPES.some((type) => text.includes(type)))).toEqual(
      [],
    );
  });

  it('of a refusal names the place and the rule, whichever it is', () => {
    const all = Object.keys(REFUSAL_WORDS).map((code) =>
      entryWords({ type: 'gate.refused', call: 'booking.save', code }),
    );
    expect(all.filter((text) => !/^Refused · Booking · [A-Z“].*[.”]$/u.test(text))).toEqual([]);
    expect(all.filter((text) => /undefined|null|\s{2}/.test(text))).toEqual([]);
  });

  it('of a look says at what', () => {
    const look = (call: string) => entryWords({ type: 'session.looked', call, code: null });
    expect(look('import.quarantine')).toBe('Looked at · rows that were kept apart');
    const search = { type: 'session.looked', call: 'booking.find', code: 'name' };
    expect(entryWords(search)).toBe('Looked at · bookings that were searched for · by a name');
    expect(look('status.get')).toBe('Looked at · the sealed status');
  });

  it('of a kind, a call or a rule that nobody knows any more is named as it stands', () => {
    expect(entryWords({ type: 'jail.built', call: 'jail.build', code: 'no-mortar' })).toBe(
      'jail.built · jail.build · no-mortar',
    );
  });

  it('that somebody made unreadable says so, with what the audit has of it', () => {
    const bent = { ...plain, type: null };
    expect(entryWords(bent)).toBe('Cannot be read: the check under Integrity tells more');
    const refused = { type: null, call: 'booking.save', code: 'locked' };
    expect(entryWords(refused)).toMatch(/^Cannot be read: the check under Integrity tells more · Booking · [A-Z]/);
  });
});
