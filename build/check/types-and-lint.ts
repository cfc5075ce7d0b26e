// Types and lint of some rooms in one program: what the compiler has found out of a type, the rules need not find out again.
// node build/check/types-and-lint.ts PROJECT ROOM…
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const ABOUT: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => ts.sys.newLine,
};

interface Json {
  readonly config?: unknown;
  readonly error?: ts.Diagnostic;
}

/** The program of `build/tsconfig/PROJECT.json`; what is wrong with that file is found with the rest. */
function programOf(project: string): ts.Program {
  const file = resolve(root, `build/tsconfig/${project}.json`);
  const json: Json = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const read = ts.parseJsonConfigFileContent(json.config, ts.sys, resolve(file, '..'), {}, file);
  const configFileParsingDiagnostics = json.error === undefined ? read.errors : [json.error, ...read.errors];
  return ts.createProgram({ rootNames: read.fileNames, options: read.options, configFileParsingDiagnostics });
}

/** Says what is wrong, as `tsc` would. */
function checkTypes(program: ts.Program): number {
  const found = ts.getPreEmitDiagnostics(program);
  if (found.length > 0) console.log(ts.formatDiagnostics(found, ABOUT));
  return found.length;
}

/** Says what is wrong, as `eslint --max-warnings 0` would. */
async function lint(program: ts.Program, rooms: readonly string[]): Promise<number> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: 'build/eslint.config.js',
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { project: false, programs: [program] } },
    },
    errorOnUnmatchedPattern: false,
  });
  const results = await eslint.lintFiles([...rooms]);
  const found = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
  const formatter = await eslint.loadFormatter('stylish');
  if (found > 0) console.log(await formatter.format(results));
  return found;
}

const [project = '', ...rooms] = process.argv.slice(2);
const program = programOf(project);
const types = checkTypes(program);
const rules = await lint(program, rooms);
process.exitCode = types + rules === 0 ? 0 : 1;
