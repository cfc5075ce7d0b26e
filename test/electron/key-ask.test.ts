import { describe, expect, it } from 'vitest';
import { readAsk } from '../../electron/ipc/key-ask.ts';

const make = { challenge: 'AA-_', userId: 'AAAA', userName: 'chief', known: ['BBBB'] };
const touch = { challenge: 'AA-_', credentials: ['BBBB', 'CCCC'] };

describe('what our page wants a security key to be asked', () => {
  it('is handed on as it is, without what stands beside it', () => {
    expect(readAsk('make', { ...make, extra: 1 })).toEqual({ kind: 'make', ...make });
    expect(readAsk('touch', { ...touch, rpId: 'example.invalid' })).toEqual({ kind: 'touch', ...touch });
  });

  it.each([
    ['nothing', null],
    ['a text', 'AAAA'],
    ['no challenge', { ...make, challenge: undefined, credentials: ['BBBB'] }],
    ['a challenge that is no base64url', { ...make, ...touch, challenge: 'A=' }],
    ['a list that is none', { ...make, challenge: 'AAAA', known: 'BBBB', credentials: 'BBBB' }],
    ['a list of something else', { ...make, challenge: 'AAAA', known: [1], credentials: [''] }],
  ])('is refused where it is %s', (_what, input) => {
    expect(readAsk('make', input)).toBeNull();
    expect(readAsk('touch', input)).toBeNull();
  });

  it('is refused where it names nobody', () => {
    expect(readAsk('make', { ...make, userName: 7 })).toBeNull();
    expect(readAsk('make', { ...make, userId: '' })).toBeNull();
  });
});
