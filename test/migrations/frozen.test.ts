// Released migrations never change: a store out there has run them. To add one: write migrations/NNNN-….ts, list it in
// migrations/index.ts, run this test, copy the digests it names into frozen.json and frozen-schemas.json,
// the last one also into db/expected-schema.ts, and write test/migrations/NNNN-….test.ts (docs/recipes.md).
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA_DIGEST } from '../../db/expected-schema.ts';
import { digestOfSchema, SCHEMA_TEXT } from '../../db/schema-digest.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { migratedTo, schemasOf } from '../support/store-migrate.ts';
import frozenSchemas from './frozen-schemas.json' with { type: 'json' };
import frozen from './frozen.json' with { type: 'json' };

const folder = resolve(import.meta.dirname, '../../migrations');
const files = readdirSync(folder).filter((name) => name !== 'index.ts');
const digestOf = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(resolve(folder, name)))
    .digest('hex');

describe('the migrations', () => {
  it('are the ones that were released, letter for letter', () => {
    expect(Object.fromEntries(files.map((name) => [name, digestOf(name)]))).toEqual(frozen);
  });

  it('are all listed, in order, each with a test of its own', () => {
    const steps = files.filter((name) => /^\d/.test(name)).map((name) => name.replace(/[.]ts$/, ''));
    expect(Object.keys(MIGRATIONS)).toEqual([...steps].sort());
    expect(steps.filter((step) => !existsSync(resolve(import.meta.dirname, `${step}.test.ts`)))).toEqual([]);
  });

  it('go in tens and only forward', () => {
    for (const [name, migration] of Object.entries(MIGRATIONS)) {
      expect(Number(name.slice(0, 4)) % 10).toBe(0);
      expect(Object.keys(migration)).toEqual(['up']);
    }
  });

  it('still make the schema of their day, step by step', async () => {
    expect(await schemasOf(Object.keys(MIGRATIONS))).toEqual(frozenSchemas);
  });

  it('end in the schema that the store expects', async () => {
    const made = await migratedTo(Object.keys(MIGRATIONS).at(-1) ?? '');
    const text = made.connection.prepare(SCHEMA_TEXT).pluck().get();
    made.end();
    expect(digestOfSchema(String(text))).toBe(SCHEMA_DIGEST);
  });
});
