/** One tool of `npm run check`: a script of this tree and what it is asked. */
export interface Step {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const ROOMS = [
  'policy',
  'contract',
  'proof',
  'services',
  'db',
  'migrations',
  'electron',
  'renderer',
  'verifier',
  'build',
  'test',
];
const CACHE = 'node_modules/.cache/sallyport';

/** Types and lint of the rooms of one project, in one program. */
function typesAndLint(project: string, rooms: readonly string[]): Step {
  return {
    name: `types and lint: ${rooms.join(', ')}`,
    script: 'build/check/types-and-lint.ts',
    args: [project, ...rooms],
  };
}

function types(rooms: string, project: string): Step {
  const args = ['-p', `build/tsconfig/${project}.json`, '--pretty', 'false'];
  const kept = ['--incremental', '--tsBuildInfoFile', `${CACHE}/${project}.tsbuildinfo`];
  return { name: `types: ${rooms}`, script: 'node_modules/typescript/bin/tsc6', args: [...args, ...kept] };
}

/** ESLint has no cache here: its rules ask for types, so a file's verdict hangs on other files as well. */
function lint(name: string, rooms: readonly string[]): Step {
  const args = ['-c', 'build/eslint.config.js', '--max-warnings', '0', '--no-error-on-unmatched-pattern', ...rooms];
  return { name: `lint: ${name}`, script: 'node_modules/eslint/bin/eslint.js', args };
}

/**
 * Data as its source writes it, tables that read best with one row a line, and prose. They stand here because
 * patterns of an ignore file reach no folder beside its own. `npm run format` in package.json names the same.
 */
const UNFORMATTED = [
  '!verifier/page.html',
  '!services/export/data/*',
  '!docs/format/**',
  '!policy/**/*.json',
  '!test/**/*.json',
  '!policy/fields/approved-fields.ts',
  '!**/*.md',
];

/** Not a check of the code; beside the checks it costs no time of its own before the tests of the window. */
export const READY: Step = { name: 'the app is built', script: 'build/make-ready.ts', args: [] };

/** The slowest come first, so that the last to end is a short one. */
export const STEPS: readonly Step[] = [
  typesAndLint('test', ['build', 'test']),
  typesAndLint('node', ['services', 'db', 'proof', 'migrations', 'electron']),
  lint('renderer, verifier', ['renderer', 'verifier']),
  typesAndLint('pure', ['policy', 'contract']),
  {
    name: 'types: renderer (svelte-check)',
    script: 'node_modules/svelte-check/bin/svelte-check',
    args: ['--tsconfig', 'build/tsconfig/web.json', '--config', 'build/svelte.config.js', '--fail-on-warnings'],
  },
  types('verifier', 'page'),
  {
    name: 'import rules',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', 'build/import-rules.js', ...ROOMS],
  },
  {
    name: 'unused code (knip)',
    script: 'node_modules/knip/bin/knip.js',
    args: ['-c', 'build/knip.jsonc'],
  },
  {
    name: 'format',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: [
      ...['--config', 'build/prettier.json', '--ignore-path', 'build/prettierignore', '--check', '.', ...UNFORMATTED],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/prettier`],
    ],
  },
];
