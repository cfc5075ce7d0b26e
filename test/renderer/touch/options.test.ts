import { expect, it } from 'vitest';
import { toMake, toTouch } from '../../../renderer/touch/options.ts';

const HOST = 'key.sallyport.invalid';
const named = (...bytes: readonly number[]) => ({
  type: 'public-key',
  id: Uint8Array.from(bytes),
  transports: ['usb', 'nfc'],
});

it('a new key is one for the hand, told at once to the system; it keeps nothing, asks no PIN and says not who built it', () => {
  const asked = { challenge: '_-8', userId: 'AQID', userName: 'sample', known: ['BAU'] };
  expect(toMake(asked, HOST)).toEqual({
    rp: { id: HOST, name: 'Sallyport' },
    user: { id: Uint8Array.from([1, 2, 3]), name: 'sample', displayName: 'sample' },
    challenge: Uint8Array.from([255, 239]),
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [named(4, 5)],
    authenticatorSelection: {
      authenticatorAttachment: 'cross-platform',
      residentKey: 'discouraged',
      userVerification: 'discouraged',
    },
    attestation: 'none',
    hints: ['security-key'],
    timeout: 60_000,
  });
});

it('a touch is asked of these keys and no others, and as plainly of a key', () => {
  expect(toTouch({ challenge: '_-8', credentials: ['BAU', 'Bg'] }, HOST)).toEqual({
    rpId: HOST,
    challenge: Uint8Array.from([255, 239]),
    allowCredentials: [named(4, 5), named(6)],
    userVerification: 'discouraged',
    hints: ['security-key'],
    timeout: 60_000,
  });
});
