// Run from the root: eslint -c build/eslint.config.js
import './lint/components-as-typescript.ts';
import { resolve } from 'node:path';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { filename } from './lint/filename.ts';
import { DETERMINED, EVERYWHERE, OUTWARD } from './lint/restrictions.ts';
import svelteConfig from './svelte.config.js';

const root = resolve(import.meta.dirname, '..');
const CODE = ['**/*.ts', '**/*.svelte'];
const DETERMINED_ROOMS = ['policy', 'contract', 'proof', 'services', 'db', 'migrations', 'renderer'].flatMap((room) =>
  CODE.map((kind) => `${room}/${kind}`),
);
/** Tables and catalogues: one entry a line, read from top to bottom, with nothing in them that could be split. */
const DATA = ['policy/fields/approved-fields.ts', 'renderer/words/**/*.ts'];

/** Arrows that dependency-cruiser cannot see: the Svelte compiler drops `import type` before it looks. */
const FOREIGN_TO_RENDERER = {
  patterns: [
    {
      regex: '^(\\.\\./)+((electron|services|db|migrations|test|build)/|proof/(?!verify/))',
      message: 'The window knows contract and policy only: ask the station through renderer/api.ts.',
    },
    {
      regex: '^(node:|(electron|kysely|better-sqlite3|csv-parse|jose)(/|$))',
      message: 'The window has no Node, Electron or SQL: ask the station through renderer/api.ts.',
    },
  ],
};

/** Each room is judged with the types that its own compiler run sees. */
const TYPES = Object.entries({
  pure: ['policy', 'contract'],
  node: ['services', 'db', 'proof', 'migrations', 'electron'],
  web: ['renderer'],
  page: ['verifier'],
  test: ['build', 'test'],
}).map(([project, rooms]) => ({
  files: rooms.flatMap((room) => CODE.map((kind) => `${room}/${kind}`)),
  languageOptions: { parserOptions: { project: [`build/tsconfig/${project}.json`] } },
}));

export default defineConfig(
  { ignores: ['node_modules/', 'out/', 'release/', 'demo/', '**/*.{js,cjs,mjs}'] },
  // No comment in the code switches a rule off.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: CODE, extends: [ts.configs.strictTypeChecked] },
  svelte.configs.recommended,
  {
    files: CODE,
    plugins: { sallyport: { rules: { filename } } },
    languageOptions: {
      parserOptions: { tsconfigRootDir: root, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'sallyport/filename': 'error',
      'max-lines': ['error', 200],
      'max-lines-per-function': ['error', 40],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      complexity: ['error', 8],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:sqlite', message: 'The oldest host has no node:sqlite: go through db/open.ts.' }] },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: true, allowDefaultCaseForExhaustiveSwitch: true },
      ],
    },
  },
  ...TYPES,
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  { files: DETERMINED_ROOMS, rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...DETERMINED, ...OUTWARD] } },
  { files: ['electron/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...OUTWARD] } },
  {
    files: ['renderer/**/*.svelte', 'renderer/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', FOREIGN_TO_RENDERER] },
  },
  // What a component hands to a callback in the markup is known to svelte-check, which does the types here; this linter
  // sees `any` in its place. And of its own comments one rule takes each word for a comment.
  {
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'svelte/no-unused-svelte-ignore': 'off',
    },
  },
  // The one place in the window that reads the computer's clock.
  {
    files: ['renderer/frame/clock.svelte.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...OUTWARD], 'svelte/prefer-svelte-reactivity': 'off' },
  },
  // The one place that mints Cleared<T>.
  { files: ['policy/gate.ts'], rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  { files: DATA, rules: { 'max-lines': 'off' } },
  {
    files: ['build/**/*.ts', 'test/**/*.ts', 'electron/{main,cli/**/*,shell/**/*}.ts'],
    rules: { 'no-console': 'off' },
  },
  // The body of `describe` is a chapter, not a function; the file's own bound holds it.
  { files: ['test/**/*.test.ts'], rules: { 'max-lines-per-function': ['error', 200] } },
);
