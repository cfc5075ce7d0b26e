// A document that names a test which is gone would promise what nothing proves.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const NAMED = /`((?:build|cli|conformance|contract|db|e2e|electron|faults|packaged|screen|services)\/[\w/-]+)`/g;

function named(document: string): readonly string[] {
  const rows = readFileSync(resolve(root, 'docs', document), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  // The last cell is the one that names tests.
  return rows.flatMap((row) => [...(row.split(' | ').at(-1) ?? '').matchAll(NAMED)].map(([, name]) => name ?? ''));
}

function isThere(name: string): boolean {
  return existsSync(resolve(root, 'test', `${name}.test.ts`)) || existsSync(resolve(root, 'test', `${name}.ts`));
}

describe.each(['security.md', 'durability.md'])('every test that docs/%s names', (document) => {
  it('exists', () => {
    expect(named(document).length).toBeGreaterThan(20);
    expect([...new Set(named(document))].filter((name) => !isThere(name))).toEqual([]);
  });
});
