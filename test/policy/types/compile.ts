import { resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../../..');
const FILE = resolve(ROOT, 'test/policy/types/written-for-the-compiler.ts');

function optionsOf(): ts.CompilerOptions {
  const read = ts.readConfigFile(resolve(ROOT, 'build/tsconfig/test.json'), (file) => ts.sys.readFile(file));
  const parsed = ts.parseJsonConfigFileContent(read.config, ts.sys, resolve(ROOT, 'build/tsconfig'));
  return { ...parsed.options, noEmit: true, noUnusedLocals: false, types: ['node'] };
}

function hostWith(memory: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const base = ts.createCompilerHost(options);
  return {
    ...base,
    fileExists: (path) => memory.has(resolve(path)) || base.fileExists(path),
    getSourceFile: (path, ...rest) => {
      const text = memory.get(resolve(path));
      return text === undefined
        ? base.getSourceFile(path, ...rest)
        : ts.createSourceFile(path, text, ts.ScriptTarget.ES2024);
    },
  };
}

/** What the compiler says to the head and to each piece, by line of the message. */
export interface Compiled {
  readonly head: readonly string[];
  readonly pieces: readonly (readonly string[])[];
}

/**
 * Compiles the pieces, each a function of its own after a common head, as if they stood in the repository.
 * `replaced` files, named from its root, are read from memory.
 */
export function compile(
  head: string,
  pieces: readonly string[],
  replaced: Readonly<Record<string, string>> = {},
): Compiled {
  const lines = pieces.map(
    (piece, at) => `export function piece${String(at)}(): void { ${piece.replace(/\s*\n\s*/g, ' ')} }`,
  );
  const first = head.split('\n').length;
  const memory = new Map([[FILE, `${head}\n${lines.join('\n')}\n`]]);
  for (const [path, text] of Object.entries(replaced)) memory.set(resolve(ROOT, path), text);
  const options = optionsOf();
  const program = ts.createProgram([FILE], options, hostWith(memory, options));
  const file = program.getSourceFile(FILE);
  const said = ts.getPreEmitDiagnostics(program, file).map((found) => ({
    line: (file?.getLineAndCharacterOfPosition(found.start ?? 0).line ?? 0) - first,
    text: ts.flattenDiagnosticMessageText(found.messageText, '\n'),
  }));
  return {
    head: said.filter(({ line }) => line < 0).map(({ text }) => text),
    pieces: pieces.map((_, at) => said.filter(({ line }) => line === at).map(({ text }) => text)),
  };
}
