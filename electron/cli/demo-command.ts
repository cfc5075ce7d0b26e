import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Do the main job unattended in the real window; leaves pictures and signed records.',
  usage: 'demo [--out DIR]',
  example: 'sallyport demo --out demo',
  run: runDemo,
};

function runDemo(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: { out: 'text' }, most: 0 });
  if (!read.ok) {
    io.say(read.sentence);
    return Promise.resolve(2);
  }
  const script = resolve(import.meta.dirname, '../../build/demo.ts');
  if (!existsSync(script)) {
    io.say('The demo comes with the source tree, not with the packaged app: run it there with npm run demo.');
    return Promise.resolve(1);
  }
  const out = resolve(read.texts['out'] ?? 'demo');
  // Its lines are for people; standard output stays for JSON.
  const run = spawnSync(process.execPath, [script, '--out', out], { stdio: ['ignore', 2, 2] });
  return io
    .out(`${JSON.stringify({ ok: run.status === 0, screens: `${out}/screens`, records: `${out}/records` })}\n`)
    .then(() => (run.status === 0 ? 0 : 1));
}
