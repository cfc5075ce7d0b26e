import { resolve } from 'node:path';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals } from './station-client.ts';

/** Folders that are looked at in one run. */
const MOST_PATHS = 50;

export const checkCommand: Command = {
  name: 'check',
  summary:
    'Check the records: file, schema, log, disclosures, marks and policy pack; with --leaks, whether status rests anywhere.',
  usage: 'check [--leaks [PATH ...]] --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport check --user auditor',
  run: runCheck,
};

async function runCheck(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: { ...STATION_OPTIONS, leaks: 'flag' }, most: MOST_PATHS });
  if (!read.ok) {
    io.say(read.sentence);
    return 2;
  }
  const { words, flags, texts } = read;
  if (!flags.has('leaks') && words.length > 0) {
    io.say('Paths belong to --leaks: sallyport check --leaks PATH --user NAME.');
    return 2;
  }
  const paths = words.map((path) => resolve(path));
  return asPerson({ texts, io }, async (client) => {
    const reply = flags.has('leaks')
      ? await client.call('system.leaks', { paths })
      : await client.call('system.check', {});
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    await io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
    return reply.value.ok ? 0 : 1;
  });
}
