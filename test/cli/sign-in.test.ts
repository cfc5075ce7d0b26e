import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atTerminal } from './terminal.ts';

const ASK = resolve(import.meta.dirname, 'ask-secret.ts');

/** Runs the asking command with this on descriptor 3. */
function withDescriptor(args: readonly string[], secret: string): Promise<string> {
  const child = spawn(process.execPath, [ASK, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
  const third = child.stdio[3];
  if (third !== undefined && third !== null && 'end' in third) {
    // A command that refuses its options never reads it.
    third.on('error', () => undefined);
    third.end(secret);
  }
  return outputOf(child.stdout);
}

async function outputOf(stream: AsyncIterable<unknown> | null): Promise<string> {
  let out = '';
  for await (const piece of stream ?? []) out += String(piece);
  return out;
}

describe('a secret from a file descriptor', () => {
  test.each([
    ['a line', 'correct horse\n', { name: 'kim', length: 13 }],
    ['a line of Windows', 'correct horse\r\n', { name: 'kim', length: 13 }],
    ['no line end', 'correct horse', { name: 'kim', length: 13 }],
    ['the first of two lines', 'correct horse\nsecond\n', { name: 'kim', length: 13 }],
    ['letters beyond ASCII', 'påss wörd\n', { name: 'kim', length: 9 }],
  ])('is %s', async (_, secret, expected) => {
    expect(JSON.parse(await withDescriptor(['--user', 'kim', '--secret-fd', '3'], secret))).toEqual(expected);
  });

  test.each([
    [['--user', 'kim', '--secret-fd', '3'], '\n', 'The passphrase is empty. Type it or send it, then try again.'],
    [['--user', 'kim', '--secret-fd', '77'], 'x', 'Nothing can be read from file descriptor 77.'],
    [['--user', 'kim', '--secret-fd', 'x'], 'x', '--secret-fd takes the number of an open file descriptor.'],
    [['--secret-fd', '3'], 'x', 'Say who signs in with --user NAME.'],
    [['--user', 'kim', '--secret', 'x'], 'x', 'There is no option --secret here.'],
  ])('%j is told what to do', async (args, secret, sentence) => {
    expect(JSON.parse(await withDescriptor(args, secret))).toEqual({ ok: false, sentence });
  });
});

describe('a secret typed at a terminal', () => {
  const asked = (typed: string): Promise<string> =>
    atTerminal([ASK, '--user', 'kim'], { question: 'Passphrase of kim: ', typed });

  test('is not echoed, and a letter may be taken back', async () => {
    const shown = await asked('Zanzibarx\u007f\r');
    expect(shown).toContain('{"name":"kim","length":8}');
    expect(shown).not.toContain('Zanzi');
  });

  test('may be left with Ctrl C', async () => {
    expect(await asked('Zanz\u0003')).toContain('"sentence":"Left without a passphrase."');
  });
});
