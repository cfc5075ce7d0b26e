import { describe, expect, it } from 'vitest';
import { digestDisclosure, makeDisclosure, SALT_BYTES } from '../../../services/ledger/disclosure.ts';

describe('a disclosure', () => {
  it('has the digest that RFC 9901 section 4.2.3 prints', () => {
    const text = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    expect(digestDisclosure(text)).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
  });

  it('has the digest that RFC 9901 section 5.1 prints', () => {
    const text = 'WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd';
    expect(digestDisclosure(text)).toBe('jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4');
  });

  it('is salt, name and value, with 256 bits of salt', () => {
    const text = makeDisclosure('person', { name: 'Möbius', age: 40 }, new Uint8Array(SALT_BYTES).fill(7));
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const salt = Buffer.alloc(32, 7).toString('base64url');
    expect(salt).toHaveLength(43);
    expect(parts).toEqual([salt, 'person', { age: 40, name: 'Möbius' }]);
  });
});
