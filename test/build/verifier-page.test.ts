import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGE, verifierPage } from '../../build/verifier-page.ts';

const page = readFileSync(PAGE, 'utf8');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
const inside = (tag: string): string => page.split(new RegExp(`<${tag}[^>]*>`))[1]?.split(`</${tag}>`)[0] ?? '';

describe('verify.html as it is handed out', () => {
  it('is what its sources make (node build/verifier-page.ts writes it anew)', async () => {
    expect((await verifierPage()) === page).toBe(true);
  });

  it('lets only its own script and style run, and nothing be fetched', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hashOf(inside('script'))}'; ` +
        `style-src 'sha256-${hashOf(inside('style'))}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.replace(inside('script'), '')).not.toMatch(/\s(?:src|href|action)\s*=|@import|url\(/);
    expect(inside('script')).not.toMatch(/\bimport\s*\(|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/);
  });
});
