import { spawn } from 'node:child_process';

const quoted = (word: string): string => `'${word}'`;

/** Runs a script at a real terminal, made by `script`, and types once the question stands there; answers what was shown. */
export async function atTerminal(
  words: readonly string[],
  { question, typed }: { readonly question: string; readonly typed: string },
): Promise<string> {
  const child = spawn('script', ['-qec', [process.execPath, ...words].map(quoted).join(' '), '/dev/null']);
  let shown = '';
  for await (const piece of child.stdout) {
    shown += String(piece);
    if (shown.includes(question) && child.stdin.writable) child.stdin.end(typed);
  }
  return shown;
}
