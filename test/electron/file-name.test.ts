import { describe, expect, it } from 'vitest';
import { fileNameFrom } from '../../electron/shell/file-name.ts';

describe('the name of a printed sheet', () => {
  it.each([
    ['2026-00001 booking sheet', '2026-00001 booking sheet'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\notes', 'C-Windows-notes'],
    ['.hidden', 'hidden'],
    ['a\u0000b\nc', 'a-b-c'],
    ['Señora Ñandú', 'Señora Ñandú'],
    ['ends with dots...', 'ends with dots'],
    ['NUL', 'sheet'],
    ['///', 'sheet'],
    ['', 'sheet'],
  ])('turns %j into %j', (asked, name) => {
    expect(fileNameFrom(asked)).toBe(name);
  });

  it('stays short enough for every file system', () => {
    expect(fileNameFrom('x'.repeat(5000))).toHaveLength(80);
  });
});
