import { describe, expect, it } from 'vitest';
import { CONTENT_POLICY } from '../../electron/security/content-policy.ts';

const directives = new Map(CONTENT_POLICY.split('; ').map((line) => [line.split(' ')[0], line]));

describe('the content policy', () => {
  it('starts from nothing and lets no inline or evaluated code in', () => {
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('style-src')).toBe("style-src 'self'");
    expect(CONTENT_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it('asks for trusted types and knows one policy', () => {
    expect(directives.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
    expect(directives.get('trusted-types')).toBe('trusted-types svelte-trusted-html');
  });
});
