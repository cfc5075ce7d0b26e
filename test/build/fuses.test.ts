// What a packaged app is built with; `npm run package -- --test` reads it back from the executable.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const config = readFileSync(resolve(import.meta.dirname, '../../build/electron-builder.yml'), 'utf8');

it.each([
  ['runAsNode', false],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
  ['enableCookieEncryption', true],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
])('the fuse %s is %s', (fuse, on) => {
  const block = config.slice(config.indexOf('\nelectronFuses:'), config.indexOf('\nlinux:') + 1);
  expect(block).toContain(`\n  ${fuse}: ${String(on)}\n`);
});
