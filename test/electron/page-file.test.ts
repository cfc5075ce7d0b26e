import { describe, expect, it } from 'vitest';
import { fileFor } from '../../electron/security/page-file.ts';

const FOLDER = '/opt/sallyport/renderer';

describe('the file that a page may load', () => {
  it('is a file below the built page', () => {
    expect(fileFor(FOLDER, 'app://bundle/index.html')).toBe(`${FOLDER}/index.html`);
    expect(fileFor(FOLDER, 'app://bundle/assets/index%20a.js')).toBe(`${FOLDER}/assets/index a.js`);
  });

  it.each([
    ['a way out of the folder, encoded', 'app://bundle/..%2f..%2fmain/main.js'],
    ['a way out of the folder, encoded twice over a name', 'app://bundle/assets/%2e%2e/%2e%2e%2f%2e%2e/etc/passwd'],
    ['the folder itself', 'app://bundle/'],
    ['a neighbour with the same beginning', 'app://bundle/..%2frenderer-old/index.html'],
    ['another host', 'app://other/index.html'],
    ['a query', 'app://bundle/index.html?x=1'],
    ['a zero byte', 'app://bundle/index.html%00.js'],
    ['a broken escape', 'app://bundle/%E0%A4%A'],
  ])('is never %s', (_what, address) => {
    expect(fileFor(FOLDER, address)).toBeNull();
  });
});
