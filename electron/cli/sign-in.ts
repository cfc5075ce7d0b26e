import { createReadStream, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import type { ReadOptions } from './options.ts';

/** Options of every command that opens a station; spread them into the command's own. */
export const STATION_OPTIONS = { user: 'text', 'secret-fd': 'text', data: 'text' } as const;

/** Who signs in and how, or a sentence that says what is missing. */
export type SignIn =
  | { readonly ok: true; readonly name: string; readonly secret: string }
  | { readonly ok: false; readonly sentence: string };

type Given = Pick<Extract<ReadOptions, { readonly ok: true }>, 'texts'>;

/** A passphrase is short; more than this is something else. */
const MOST_BYTES = 4_096;

/**
 * The secret of `--user NAME`, from the file descriptor of `--secret-fd N` or asked for at the terminal without echo.
 * Never from an argument or the environment: both can be read by others on the same computer.
 */
export async function readSignIn({ texts }: Given): Promise<SignIn> {
  const user = texts['user'];
  const descriptor = texts['secret-fd'];
  if (user === undefined) return { ok: false, sentence: 'Say who signs in with --user NAME.' };
  if (descriptor === undefined) return signInAtTerminal(user);
  if (!/^\d{1,4}$/.test(descriptor))
    return { ok: false, sentence: '--secret-fd takes the number of an open file descriptor.' };
  const secret = await firstLine(Number(descriptor)).catch(() => null);
  if (secret === null) return { ok: false, sentence: `Nothing can be read from file descriptor ${descriptor}.` };
  return named(user, secret);
}

function named(name: string, secret: string): SignIn {
  return secret === ''
    ? { ok: false, sentence: 'The passphrase is empty. Type it or send it, then try again.' }
    : { ok: true, name, secret };
}

/** Up to the first line end, or everything where there is none. */
async function firstLine(descriptor: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream('', { fd: descriptor, autoClose: false, encoding: 'latin1' })) {
    const bytes = Buffer.from(String(piece), 'latin1');
    const end = bytes.indexOf(10);
    pieces.push(end < 0 ? bytes : bytes.subarray(0, end));
    size += bytes.length;
    if (end >= 0 || size > MOST_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8').replace(/\r$/, '');
}

async function signInAtTerminal(user: string): Promise<SignIn> {
  const terminal = openTerminal();
  if (terminal === null) {
    return { ok: false, sentence: 'There is no terminal to ask for the passphrase: send it with --secret-fd N.' };
  }
  process.stderr.write(`Passphrase of ${user}: `);
  try {
    terminal.setRawMode(true);
    const secret = await typedLine(terminal);
    return secret === null ? { ok: false, sentence: 'Left without a passphrase.' } : named(user, secret);
  } finally {
    terminal.setRawMode(false);
    terminal.pause();
    if (terminal !== process.stdin) terminal.destroy();
    process.stderr.write('\n');
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

/** What was typed up to Enter; null after Ctrl C or Ctrl D. */
function typedLine(terminal: ReadStream): Promise<string | null> {
  return new Promise((done) => {
    let typed = '';
    const onData = (piece: Buffer): void => {
      for (const key of piece.toString('utf8')) {
        const next = afterKey(typed, key);
        if (typeof next === 'string') typed = next;
        else {
          terminal.off('data', onData);
          done(next.secret);
          return;
        }
      }
    };
    terminal.on('data', onData);
  });
}

const ENDS: ReadonlySet<string> = new Set(['\r', '\n']);
/** Ctrl C and Ctrl D. */
const LEAVES: ReadonlySet<string> = new Set(['\u0003', '\u0004']);
const DELETES: ReadonlySet<string> = new Set(['\u007f', '\b']);

function afterKey(typed: string, key: string): string | { readonly secret: string | null } {
  if (ENDS.has(key)) return { secret: typed };
  if (LEAVES.has(key)) return { secret: null };
  if (DELETES.has(key)) return Array.from(typed).slice(0, -1).join('');
  return key < ' ' ? typed : typed + key;
}
