import { verifyPath } from '../../services/verify/verify-path.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';

const MOST_PATHS = 10_000;
/** SHA-256 as hex, with or without colons; several with commas between. */
const FINGERPRINT = /^(([0-9a-f]{2}:?){31}[0-9a-f]{2}(,|$)){1,4}$/i;

export const verifyCommand: Command = {
  name: 'verify',
  summary:
    'Check signed records, papers, backups and heads of the log, byte for byte. Needs no station and no sign-in.',
  usage: 'verify PATH… [--root FINGERPRINT[,FINGERPRINT]] [--checkpoint FILE] [--crl FILE]',
  example: 'sallyport verify EXP-2026-000001 --root 85:9E:28:…',
  run: runVerify,
};

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}

async function runVerify(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: { root: 'text', checkpoint: 'text', crl: 'text' }, most: MOST_PATHS });
  if (!read.ok) return misused(io, read.sentence);
  const { root } = read.texts;
  if (root !== undefined && !FINGERPRINT.test(root)) {
    return misused(
      io,
      '--root takes the SHA-256 fingerprint of the root: 64 hex digits, with or without colons; several with commas between.',
    );
  }
  if (read.words.length === 0)
    return misused(
      io,
      'Say what to check: a PDF, a .sd-jwt file, the folder or zip it is in, a backup, or a head of the log.',
    );
  const report = await verifyPath(read.words, read.texts);
  await io.out(`${JSON.stringify(report, null, 2)}\n`);
  return report.ok ? 0 : 1;
}
