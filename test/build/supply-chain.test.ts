// What is shipped and what may run while it is installed, read from the lock file.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8');

const locked = z.looseObject({
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
});
const { packages } = z
  .looseObject({ packages: z.record(z.string(), locked) })
  .parse(JSON.parse(read('package-lock.json')));
const own = z
  .looseObject({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));

const ALLOWED = ['MIT', 'Apache-2.0', 'BSD-3-Clause', '0BSD', 'ISC'];
/** Their package files name no licence of that list; the text in the package does. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'node_modules/dejavu-fonts-ttf': 'SEE LICENSE IN LICENSE',
  'node_modules/png-js': 'none named; LICENSE of the package is MIT',
};

const installed = Object.entries(packages).filter(([path]) => path !== '');
const shipped = installed.filter(([, { dev, optional }]) => dev !== true && optional !== true);

describe('the packages that are shipped', () => {
  it('each have a licence that lets them be handed on', () => {
    const others = shipped.filter(([, { license = '' }]) => !ALLOWED.includes(license)).map(([path]) => path);
    expect(others).toEqual(Object.keys(READ_BY_HAND));
  });

  it('each have a line in the decision about pins', () => {
    const pins = read('docs/adr/0001-pins.md');
    expect(Object.keys(own.dependencies).filter((name) => !pins.includes(name))).toEqual([]);
  });
});

describe('every package', () => {
  it('is pinned to one version', () => {
    const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^(?:npm:[@\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is the very one that the lock file knows by its digest', () => {
    expect(
      installed.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
  });

  it('runs nothing as it is installed', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });
});
