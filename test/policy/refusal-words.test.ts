import { describe, expect, it } from 'vitest';
import { citeOf, REFUSAL_WORDS, refusalMessage } from '../../policy/refusal-words.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { screen } from '../../policy/screen/screen.ts';
import { SCREEN_CATEGORIES } from '../../policy/screen/verdict.ts';

const BARE: readonly Refusal[] = [
  ...([
    'protected-field',
    'unknown-field',
    'status-in-text',
    'status-in-code',
    'not-to-be-taught',
    'missing-value',
    'wrong-value',
  ] as const),
  ...([
    'unknown-offense',
    'ground-not-open',
    'no-policy',
    'wrong-pack',
    'not-signed-in',
    'locked',
    'role-not-allowed',
    'wrong-passphrase',
  ] as const),
  ...([
    'too-many-tries',
    'weak-passphrase',
    'same-person',
    'name-taken',
    'not-found',
    'changed-meanwhile',
    'clock-behind',
  ] as const),
  ...(['key-not-touched', 'key-not-taken', 'last-factor'] as const),
  ...(['wrong-code', 'second-factor-needed', 'second-factor-first', 'away-too-long', 'audit-not-written'] as const),
  ...([
    'station-exists',
    'no-station',
    'station-in-use',
    'wrong-recovery-key',
    'wrong-key',
    'missing-key',
    'newer-database',
  ] as const),
  ...([
    'damaged-database',
    'log-refused',
    'head-not-contained',
    'disk-full',
    'unreadable-file',
    'wrong-profile',
    'cancelled',
    'unknown-call',
    'fault',
  ] as const),
].map((code) => ({ code }));

const FULL: readonly Refusal[] = [
  ...SCREEN_CATEGORIES.map((category): Refusal => ({ code: 'status-in-text', field: 'fields.narrative', category })),
  { code: 'protected-field', field: 'fields.citizenship', params: { name: 'CTZ' } },
  { code: 'wrong-passphrase', params: { triesLeft: 1 } },
  { code: 'wrong-passphrase', params: { triesLeft: 3 } },
  { code: 'wrong-code', params: { triesLeft: 2, why: 'used' } },
  { code: 'wrong-code', params: { triesLeft: 2, why: 'wrong' } },
  ...['untouched', 'went-back'].map((why): Refusal => ({ code: 'wrong-code', params: { triesLeft: 4, why } })),
  ...['key', 'both', 'closed'].map((ways): Refusal => ({ code: 'second-factor-needed', params: { ways } })),
  ...['late', 'ended', 'locked', 'known'].map((why): Refusal => ({ code: 'key-not-touched', params: { why } })),
  ...['late', 'many'].map((why): Refusal => ({ code: 'key-not-taken', params: { why } })),
  { code: 'away-too-long', params: { days: 90 } },
  ...['list', 'signed'].map((why): Refusal => ({ code: 'changed-meanwhile', params: { why } })),
  { code: 'audit-not-written', params: { why: 'disk-full' } },
  { code: 'ground-not-open', params: { missing: 'people.cosigner' } },
  { code: 'unreadable-file', params: { file: 'bookings.csv' } },
  { code: 'wrong-profile', params: { line: 4 } },
  { code: 'fault', params: { incident: 'k3x9' } },
  { code: 'log-refused', params: { why: 'tail-cut', missing: 3, known: 40 } },
  ...['entry-unproved', 'history-rewritten', 'other-log', 'head-missing', 'head-forged', 'tree-edited'].map(
    (why): Refusal => ({ code: 'log-refused', params: { why, missing: 0, known: 40 } }),
  ),
  ...['unreadable', 'forged', 'other-log', 'longer', 'rewritten'].map((why): Refusal => ({
    code: 'head-not-contained',
    params: { why, size: 9, known: 4 },
  })),
  ...['shape', 'sure', 'long', 'alone', 'more', 'kind', 'passes'].map((why): Refusal => ({
    code: 'not-to-be-taught',
    field: 'text',
    params: { why },
  })),
  { code: 'wrong-value', field: 'at', params: { why: 'future' } },
  { code: 'wrong-value', field: 'rows', params: { why: 'file-there' } },
  { code: 'wrong-value', field: 'rows', params: { why: 'row-file-in-station' } },
  { code: 'wrong-value', field: 'folder', params: { why: 'no-station' } },
  { code: 'wrong-value', field: 'name', params: { why: 'not-a-chief', chiefs: 'chief' } },
  { code: 'wrong-recovery-key', params: { group: 3 } },
  { code: 'role-not-allowed', params: { why: 'chief-only' } },
  { code: 'role-not-allowed', params: { why: 'last-chief' } },
  { code: 'role-not-allowed', params: { why: 'by-the-chief' } },
  { code: 'role-not-allowed', params: { why: 'own-papers' } },
  { code: 'role-not-allowed', params: { why: 'not-at-the-desk' } },
  { code: 'same-person', params: { why: 'own-shift' } },
  { code: 'damaged-database', params: { what: 'This paper is not as it was sealed' } },
  ...['copy-there', 'records-folder'].map((why): Refusal => ({
    code: 'wrong-value',
    field: 'folder',
    params: { why },
  })),
  { code: 'same-person', params: { why: 'own-way-in' } },
  { code: 'same-person', params: { why: 'own-factor' } },
  ...['short', 'common', 'listed', 'own-words', 'repeats', 'same'].map((why): Refusal => ({
    code: 'weak-passphrase',
    params: { why },
  })),
];

/** Words that experience.md keeps out, and anything that would send an officer to the telephone. */
const REFUSED_WORDS =
  /\b(?:error|invalid|oops|please|sorry|failed|illegal|alien)\b|!|\b(?:call|notify|contact|tell|inform) ICE\b/i;

describe('words of refusals', () => {
  it('has an entry for every code', () => {
    expect(BARE.map((refusal) => refusal.code).sort()).toEqual(Object.keys(REFUSAL_WORDS).sort());
  });

  it.each([...BARE, ...FULL].map((refusal) => [refusalMessage(refusal), refusal] as const))(
    '%s',
    (message, refusal) => {
      const words = REFUSAL_WORDS[refusal.code];
      expect(message).not.toMatch(REFUSED_WORDS);
      expect(message).not.toMatch(/undefined|null|\s{2}|fields\.|\{|\}/);
      for (const part of [words.text(refusal), words.next(refusal)]) {
        expect(part).toMatch(/^[A-Z“].*[.”]$/u);
        expect(part.length).toBeLessThan(140);
      }
      expect(screen(words.next(refusal), 'reason').blocked).toBe(false);
    },
  );

  it('cites the clause of the refusal, else of its code', () => {
    expect(citeOf({ code: 'status-in-text', clause: '1(c)' })).toBe('1(c)');
    expect(citeOf({ code: 'status-in-text' })).toBe('1(b)');
    expect(citeOf({ code: 'disk-full' })).toBeNull();
  });

  it('says why, where a reason is told', () => {
    const told = (code: Refusal['code'], why: string): string => refusalMessage({ code, field: 'at', params: { why } });
    expect(told('wrong-value', 'future')).not.toMatch(/cannot be read/);
    expect(told('weak-passphrase', 'short')).toMatch(/at least 12/);
    for (const why of ['common', 'listed', 'own-words', 'repeats']) {
      expect([why, told('weak-passphrase', why)]).not.toEqual([why, expect.stringMatching(/longer/)]);
    }
    const gone = {
      code: 'damaged-database',
      params: { what: 'The records file is not in the station folder' },
    } as const;
    expect(refusalMessage(gone)).toMatch(/^The records file is not in the station folder/);
  });

  it('calls a field by its label', () => {
    expect(refusalMessage({ code: 'missing-value', field: 'fields.last_name' })).toBe(
      'Last name is empty. Fill it in, then save again.',
    );
    expect(
      refusalMessage({ code: 'status-in-text', field: 'fields.property_items.2', category: 'document' }),
    ).toContain('Property taken names');
  });
});
