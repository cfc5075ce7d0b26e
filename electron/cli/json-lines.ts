import type { Io } from './command.ts';

/** Answers one line with one line, as a value to be written as JSON. `number` counts from 1. */
export type AnswerLine = (line: string, number: number) => object;

/**
 * Reads JSON lines from standard input and answers each on standard output, as they come: what arrived together is
 * answered together. Memory holds one piece of the input and its longest line.
 */
export async function answerLines(io: Io, answer: AnswerLine): Promise<void> {
  let rest = '';
  let number = 0;
  for await (const piece of io.input()) {
    const lines = (number === 0 && rest === '' ? withoutMark(piece) : rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length === 0) continue;
    let out = '';
    for (const line of lines) {
      number += 1;
      out += `${JSON.stringify(answer(line, number))}\n`;
    }
    await io.out(out);
  }
  if (rest !== '') await io.out(`${JSON.stringify(answer(rest, number + 1))}\n`);
}

/** Some editors begin a file with a byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The value of a line, or undefined where it is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
