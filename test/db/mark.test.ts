import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { POLICY_GUARDS, rememberPassed, unlessTaught, type Guards } from '../../db/guards.ts';
import { createMarker } from '../../db/mark.ts';
import { NOTHING_TAUGHT, TaughtList } from '../../policy/screen/taught.ts';

const key = randomBytes(32);
const marker = createMarker(key, POLICY_GUARDS);
const session = (...values: readonly unknown[]): readonly unknown[] => ['session_event', ...values];
const good = session('0193a7c2-7b1e-4cc3-9f40-000000001267', '2026-11-24T01:15:00.12Z', null, 'signed-in');
const hmac = (text: string): string => createHmac('sha256', key).update(text).digest('hex');

describe('the mark of a row', () => {
  it('is HMAC-SHA-256 under the key, over the table and its values', () => {
    expect(marker.mark(good)).toBe(hmac(JSON.stringify(good)));
    expect(marker.seal(good)).toBe(marker.mark(good));
    expect(createMarker(randomBytes(32), POLICY_GUARDS).mark(good)).not.toBe(marker.mark(good));
  });

  it.each([
    ['nothing', ''],
    ['letters of several bytes', 'ä€😀'],
    ['half a letter', '\ud800'],
    ['more than there is room for at once', 'ä€😀'.repeat(10_000)],
    ['a few letters after that', 'abc'],
  ])('is the same as that of any other program: %s', (_name, value) => {
    expect(marker.seal(session(value))).toBe(hmac(JSON.stringify(session(value))));
  });

  it('differs where any value differs, and between a text and the bytes that look like it', () => {
    const bytes = Buffer.from('signed-in');
    const others = [
      session(...good.slice(1, 4), bytes),
      session(...good.slice(1, 4), bytes.toString('base64')),
      session(null, ...good.slice(2)),
    ];
    const marks = others.map((values) => marker.seal(values));
    expect(new Set([...marks, marker.seal(good)]).size).toBe(4);
  });

  it.each([
    ['of no table that we know', ['visitors', 'x']],
    ['of too few columns', good.slice(0, 4)],
    ['of too many columns', [...good, null]],
    ['of a value outside its list', session(...good.slice(1, 4), 'deported')],
    ['of a truth value', session(...good.slice(1, 4), true)],
    ['of an id that is a sentence', session('he is undocumented', ...good.slice(2))],
  ])('is not made for a row %s', (_name, values) => {
    expect(marker.mark(values)).toBeNull();
  });
});

describe('the memory of the guards', () => {
  it('asks once for a text that passed, and every time for one that did not', () => {
    const asked: string[] = [];
    const guards: Guards = {
      ...POLICY_GUARDS,
      blocks: (text) => {
        asked.push(text);
        return text === 'bad';
      },
    };
    const remembering = rememberPassed(guards);
    const nothing: Parameters<Guards['blocks']>[2] = new Set();
    for (const text of [
      'good',
      'good',
      'bad',
      'bad',
      'x'.repeat(100),
      'x'.repeat(100),
      'x'.repeat(50_000),
      'x'.repeat(50_000),
    ]) {
      remembering.blocks(text, 'remarks', nothing);
    }
    expect(asked.map((text) => text.length)).toEqual([4, 3, 3, 100, 50_000, 50_000]);
    expect(remembering.blocks('bad', 'name', new Set())).toBe(true);
  });

  it('lets through what entries of a list tell together only where the station was taught it', () => {
    const entries = ['Brown wallet, one expired green', 'card, 40 dollars'];
    const phrase = { field: 'property', grain: 'whole', phrase: entries.join(' ') } as const;
    const taughtIn = (taught: TaughtList): Guards => unlessTaught(rememberPassed(POLICY_GUARDS), () => taught);
    const answers = [NOTHING_TAUGHT, new TaughtList([phrase])].map((list) =>
      [entries, ['removal', 'order']].map((one) => taughtIn(list).blocksTogether(one, 'property')),
    );
    expect(answers).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it('keeps kinds of text apart', () => {
    const remembering = rememberPassed(POLICY_GUARDS);
    expect(remembering.blocks('Ice', 'name', new Set())).toBe(false);
    expect(remembering.blocks('ICE', 'agency', new Set())).toBe(true);
    expect(remembering.blocks('ICE', 'reason', new Set(['agency'] as const))).toBe(false);
    expect(remembering.blocks('ICE', 'reason', new Set())).toBe(true);
  });
});
