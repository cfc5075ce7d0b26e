// The guards are guarded: each is run on a clean tree and on the same tree with breaches planted in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plantTree, type PlantedTree, type Ran } from './planted-tree.ts';

const CLEAN = {
  'policy/double.ts': 'export function double(value: number): number {\n  return value * 2;\n}\n',
  'contract/shape.ts': "import { double } from '../policy/double.ts';\n\nexport const four = double(2);\n",
  'db/open.ts': "import { double } from '../policy/double.ts';\n\nexport const cache: number = double(8);\n",
  'services/total.ts':
    "import { cache } from '../db/open.ts';\n\nexport function total(now: Date): string {\n  return `${cache} at ${now.toISOString()}`;\n}\n",
  'renderer/App.svelte':
    '<script lang="ts">\n  import { four } from \'../contract/shape.ts\';\n</script>\n\n<p>{four}</p>\n',
  'renderer/main.ts': "import App from './App.svelte';\n\nexport const page = App;\n",
};

/** What is planted, and the rule that must name it. */
const IMPORT_BREACHES = [
  [
    'policy/reads-files.ts',
    "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x');\n",
    'policy-is-pure',
  ],
  [
    'renderer/asks-db.ts',
    "import { cache } from '../db/open.ts';\nexport const size = cache;\n",
    'renderer-stays-in-its-window',
  ],
  [
    'renderer/asks-db-type.ts',
    "import type { cache } from '../db/open.ts';\nexport type Size = typeof cache;\n",
    'renderer-stays-in-its-window',
  ],
  [
    'services/opens-window.ts',
    "import { app } from 'electron';\nexport const name = app.name;\n",
    'electron-only-in-the-shell',
  ],
  [
    'services/own-sqlite.ts',
    "import Sqlite from 'better-sqlite3';\nexport const file = new Sqlite('x');\n",
    'one-door-to-sqlite',
  ],
  [
    'contract/leans-on-test.ts',
    "import { planted } from '../test/planted.ts';\nexport const value = planted;\n",
    'nothing-imports-test-or-build',
  ],
  ['db/round-one.ts', "import { two } from './round-two.ts';\nexport const one: number = two;\n", 'no-circular'],
  ['policy/nobody.ts', 'export const nobody = 1;\n', 'no-orphans'],
] as const;

/** What some of them lead to. */
const TARGETS = {
  'db/round-two.ts': "import { one } from './round-one.ts';\nexport const two: number = one;\n",
  'test/planted.ts': 'export const planted = 1;\n',
};

const LINT_BREACHES = [
  [
    'policy/takes-any.ts',
    'export function keep(value: any): string {\n  return String(value);\n}\n',
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'policy/insists.ts',
    'export function first(list: readonly string[]): string {\n  return list[0]!;\n}\n',
    '@typescript-eslint/no-non-null-assertion',
  ],
  [
    'policy/casts.ts',
    'export function word(value: unknown): string {\n  return value as string;\n}\n',
    '@typescript-eslint/consistent-type-assertions',
  ],
  [
    'policy/gate-keeper.ts',
    '// @ts-expect-error planted\nexport const number: number = "one";\n',
    '@typescript-eslint/ban-ts-comment',
  ],
  ['services/reads-clock.ts', 'export function stamp(): number {\n  return Date.now();\n}\n', 'no-restricted-syntax'],
  [
    'services/reads-settings.ts',
    'export function home(): string | undefined {\n  return process.env.HOME;\n}\n',
    'no-restricted-syntax',
  ],
  [
    'services/opens-address.ts',
    'interface Shell {\n  openExternal(address: string): void;\n}\n\nexport function show(shell: Shell): void {\n  shell.openExternal("x");\n}\n',
    'no-restricted-syntax',
  ],
  ['db/utils.ts', 'export const nothing = 0;\n', 'sallyport/filename'],
  ['db/TooLong.ts', 'export {};\n'.repeat(201), 'max-lines'],
  [
    'renderer/Breach.svelte',
    '<script lang="ts">\n  import type { cache } from \'../db/open.ts\';\n  const size: typeof cache = 1;\n</script>\n\n<p>{size}</p>\n',
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    'renderer/Forgets.svelte',
    '<script lang="ts">\n  const read = async (): Promise<number> => fetch("x").then(() => 1);\n  read();\n</script>\n\n<p>{read.name}</p>\n',
    '@typescript-eslint/no-floating-promises',
  ],
] as const;

const TYPE_BREACHES = [
  ['policy/asks-window.ts', 'export const width: number = window.innerWidth;\n', "Cannot find name 'window'"],
  ['contract/asks-node.ts', 'export const folder: string = process.cwd();\n', "Cannot find name 'process'"],
  ['policy/enumerates.ts', 'export enum Kind {\n  One,\n}\n', 'TS1294'],
] as const;

const ROOMS = ['policy', 'contract', 'services', 'db', 'renderer'];
const LINT = [
  'eslint/bin/eslint.js',
  ['-c', 'build/eslint.config.js', '--max-warnings', '0', '--format', 'json', ...ROOMS],
] as const;
const IMPORTS = [
  'dependency-cruiser/bin/dependency-cruiser.mjs',
  ['--config', 'build/import-rules.js', ...ROOMS],
] as const;
const TYPES = ['../build/check/types-and-lint.ts', ['pure', 'policy', 'contract']] as const;
const BESIDE_TYPES = LINT_BREACHES.filter(([file]) => /^(policy|contract)\//.test(file));

const breaches = [...IMPORT_BREACHES, ...LINT_BREACHES, ...TYPE_BREACHES];
const reports = z.array(
  z.object({ filePath: z.string(), messages: z.array(z.object({ ruleId: z.string().nullable() })) }),
);

function rulesFor(lint: Ran, file: string): (string | null)[] {
  const found = reports.parse(JSON.parse(lint.report)).find((report) => report.filePath.endsWith(`/${file}`));
  return found?.messages.map((message) => message.ruleId) ?? [];
}

/** Milliseconds for a busy machine; a quiet one needs a tenth. */
const PATIENCE = 240_000;

describe('a clean tree', () => {
  let tree: PlantedTree;
  beforeAll(() => {
    tree = plantTree(CLEAN);
  });
  afterAll(() => {
    tree.remove();
  });

  it.each([
    ['lint', LINT],
    ['import rules', IMPORTS],
    ['types and lint of the rooms without Node', TYPES],
  ])(
    'passes the guard: %s',
    (_name, [script, args]) => {
      expect(tree.run(script, args)).toMatchObject({ ok: true });
    },
    PATIENCE,
  );
});

describe('a tree with breaches', () => {
  let tree: PlantedTree;
  let lint: Ran;
  let imports: Ran;
  let types: Ran;
  beforeAll(() => {
    const planted = Object.fromEntries(breaches.map(([file, text]) => [file, text]));
    tree = plantTree({ ...CLEAN, ...planted, ...TARGETS });
    lint = tree.run(...LINT);
    imports = tree.run(...IMPORTS);
    types = tree.run(...TYPES);
  }, PATIENCE);
  afterAll(() => {
    tree.remove();
  });

  it('fails every guard', () => {
    expect([lint.ok, imports.ok, types.ok]).toEqual([false, false, false]);
  });
  it.each(IMPORT_BREACHES)('import rules name %s', (file, _text, rule) => {
    expect(imports.output.split('\n').filter((line) => line.includes(`${rule}: `) && line.includes(file))).not.toEqual(
      [],
    );
  });
  it.each(LINT_BREACHES)('lint names %s', (file, _text, rule) => {
    expect(rulesFor(lint, file)).toContain(rule);
  });
  it.each(TYPE_BREACHES)('the compiler names %s', (file, _text, message) => {
    expect(types.output.split('\n').filter((line) => line.startsWith(file) && line.includes(message))).not.toEqual([]);
  });
  it.each(BESIDE_TYPES)('lint beside the compiler names %s', (file, _text, rule) => {
    expect(types.output.split('\n\n').find((part) => part.includes(`/${file}\n`))).toContain(rule);
  });
  it.each(Object.keys(CLEAN))('lint leaves %s alone', (file) => {
    expect(rulesFor(lint, file)).toEqual([]);
  });
});
