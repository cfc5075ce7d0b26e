import { resolve } from 'node:path';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals } from './station-client.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary:
    'Copy the records, encrypted, into a folder or onto a stick; the copy is opened and checked before it counts.',
  usage: 'backup [DIR] --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport backup /media/stick --user administrator',
  run: runBackup,
};

async function runBackup(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: STATION_OPTIONS, most: 1 });
  if (!read.ok) {
    io.say(read.sentence);
    return 2;
  }
  const [folder] = read.words;
  return asPerson({ texts: read.texts, io }, async (client) => {
    const reply = await client.call('backup.run', { folder: folder === undefined ? null : resolve(folder) });
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    const { path, madeAt, entries, bytes, checked, dropped } = reply.value;
    await io.out(`${JSON.stringify({ ok: true, path, madeAt, entries, bytes, checked, dropped }, null, 2)}\n`);
    return 0;
  });
}
