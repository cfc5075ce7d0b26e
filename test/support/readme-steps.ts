// The commands in the README.txt of an export, run as they are written there.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Ran } from './outside-program.ts';

/** Every line that is set in by two letters is a command; the files are copies, changed first where the test says so. */
export function followReadme(folder: string, change: (work: string) => void = () => undefined): Ran {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-readme-'));
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(work, name));
  change(work);
  const lines = readFileSync(join(work, 'README.txt'), 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith('Check the certificates'));
  const commands = lines.slice(from).filter((line) => /^ {2}/.test(line) && !/^ {4}pdf/.test(line));
  const ran = run('sh', ['-e', '-c', commands.join('\n')], work);
  rmSync(work, { recursive: true });
  return ran;
}

/** What a reader of the commands' output would miss. */
export function lacks({ status, text }: Ran): readonly string[] {
  const wanted = [
    'station-signing.pem: OK',
    'The record is in the log.',
    'The signature covers the whole file.',
    'CAdES Verification successful',
  ];
  const missed = wanted.filter((words) => !text.includes(words));
  const twice = (text.match(/Verified OK/g) ?? []).length === 2 ? [] : ['Verified OK'];
  return [...missed, ...twice, ...(status === 0 ? [] : [`status ${String(status)}`])];
}
