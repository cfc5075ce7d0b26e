import { createReadStream, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/** A secret that is wanted. */
export interface Question {
  /** As the terminal asks: `Passphrase of kim`. */
  readonly asks: string;
  /** As a sentence names it: `passphrase`. */
  readonly what: string;
}

/** One secret a question, none of them empty; or a sentence that says what is missing. */
export type Secrets =
  | {
      readonly ok: true;
      readonly secrets: readonly string[];
      /** What was sent behind them. */
      readonly rest?: Buffer;
    }
  | { readonly ok: false; readonly sentence: string };

/** A secret is short; more than this is something else. */
const MOST_BYTES = 4_096;
const LINE_END = 10;

/**
 * Secrets from the file descriptor of `--secret-fd N`, one a line, or asked for at the terminal without echo. Never from
 * an argument or the environment: both can be read by others on the same computer.
 */
export async function readSecrets(
  questions: readonly Question[],
  descriptor: string | undefined,
  before: Buffer = Buffer.alloc(0),
): Promise<Secrets> {
  if (descriptor === undefined) return atTerminal(questions);
  if (!/^\d{1,4}$/.test(descriptor))
    return { ok: false, sentence: '--secret-fd takes the number of an open file descriptor.' };
  const read = await firstLines(Number(descriptor), questions.length, before).catch(() => null);
  if (read === null) return { ok: false, sentence: `Nothing can be read from file descriptor ${descriptor}.` };
  const given = filled(questions, read.lines);
  return given.ok ? { ...given, rest: read.rest } : given;
}

function filled(questions: readonly Question[], lines: readonly string[]): Secrets {
  const secrets = questions.map((_, at) => lines[at] ?? '');
  const empty = questions.find((_, at) => secrets[at] === '');
  if (empty === undefined) return { ok: true, secrets };
  return { ok: false, sentence: `The ${empty.what} is empty. Type it or send it, then try again.` };
}

const linesIn = (bytes: Buffer): number => bytes.filter((byte) => byte === LINE_END).length;

/** So many lines, or everything where there are fewer. @param before what was read of it already */
async function firstLines(
  descriptor: number,
  count: number,
  before: Buffer,
): Promise<{ readonly lines: readonly string[]; readonly rest: Buffer }> {
  let read = before;
  if (linesIn(read) >= count) return cut(read, count);
  for await (const piece of createReadStream('', { fd: descriptor, autoClose: false, encoding: 'latin1' })) {
    read = Buffer.concat([read, Buffer.from(String(piece), 'latin1')]);
    if (linesIn(read) >= count || read.length > count * MOST_BYTES) break;
  }
  return cut(read, count);
}

function cut(read: Buffer, count: number): { readonly lines: readonly string[]; readonly rest: Buffer } {
  let end = 0;
  for (let line = 0; line < count; line += 1) end = read.indexOf(LINE_END, end) + 1 || read.length;
  return { lines: read.subarray(0, end).toString('utf8').split(/\r?\n/).slice(0, count), rest: read.subarray(end) };
}

async function atTerminal(questions: readonly Question[]): Promise<Secrets> {
  const terminal = openTerminal();
  const [first] = questions;
  if (terminal === null) {
    return {
      ok: false,
      sentence: `There is no terminal to ask for the ${first?.what ?? 'secret'}: send it with --secret-fd N.`,
    };
  }
  try {
    terminal.setRawMode(true);
    const lines = await typedLines(terminal, questions);
    return lines === null
      ? { ok: false, sentence: `Left without a ${first?.what ?? 'secret'}.` }
      : filled(questions, lines);
  } finally {
    terminal.setRawMode(false);
    terminal.pause();
    if (terminal !== process.stdin) terminal.destroy();
  }
}

/** Standard input where it is one; otherwise the person's terminal, for a file may be piped in. */
function openTerminal(): ReadStream | null {
  if (process.stdin.isTTY) return process.stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r+'));
  } catch {
    return null;
  }
}

/** What was typed so far. */
interface Typing {
  readonly lines: readonly string[];
  readonly line: string;
  readonly left: boolean;
}

const ENDS: ReadonlySet<string> = new Set(['\r', '\n']);
/** Ctrl C and Ctrl D. */
const LEAVES: ReadonlySet<string> = new Set(['\u0003', '\u0004']);
const DELETES: ReadonlySet<string> = new Set(['\u007f', '\b']);

function afterKey({ lines, line, left }: Typing, key: string): Typing {
  if (ENDS.has(key)) return { lines: [...lines, line], line: '', left };
  if (LEAVES.has(key)) return { lines, line, left: true };
  if (DELETES.has(key)) return { lines, line: Array.from(line).slice(0, -1).join(''), left };
  return { lines, line: key < ' ' ? line : line + key, left };
}

/** What was typed up to each Enter; null after Ctrl C or Ctrl D. One piece may hold several lines. */
function typedLines(terminal: ReadStream, questions: readonly Question[]): Promise<readonly string[] | null> {
  let typing: Typing = { lines: [], line: '', left: false };
  const ask = (before: string): void => {
    const question = questions[typing.lines.length];
    process.stderr.write(question === undefined || typing.left ? before : `${before}${question.asks}: `);
  };
  const isDone = (): boolean => typing.left || typing.lines.length === questions.length;
  const take = (key: string): void => {
    const { length } = typing.lines;
    typing = afterKey(typing, key);
    if (typing.left || typing.lines.length > length) ask('\n');
  };
  return new Promise((done) => {
    const onData = (piece: Buffer): void => {
      for (const key of piece.toString('utf8')) if (!isDone()) take(key);
      if (!isDone()) return;
      terminal.off('data', onData);
      done(typing.left ? null : typing.lines);
    };
    terminal.on('data', onData);
    ask('');
  });
}
