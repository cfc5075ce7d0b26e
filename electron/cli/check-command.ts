import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals } from './station-client.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Check the records: file, schema, log, disclosures, marks and policy pack.',
  usage: 'check --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport check --user auditor',
  run: runCheck,
};

async function runCheck(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: STATION_OPTIONS, most: 0 });
  if (!read.ok) {
    io.say(read.sentence);
    return 2;
  }
  return asPerson({ texts: read.texts, io }, async (client) => {
    const reply = await client.call('system.check', {});
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    await io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
    return reply.value.ok ? 0 : 1;
  });
}
