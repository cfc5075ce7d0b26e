import { createRequire } from 'node:module';
import { join } from 'node:path';
import { app } from 'electron';
import { foldersOfSystem } from './beside-station.ts';
import { carrierIn } from './carrier-process.ts';

/** Runs a command in this process, without a window, and ends with its code. */
export async function runCommand(words: readonly string[], built: string): Promise<void> {
  for (const name of ['disable-gpu', 'disable-breakpad']) app.commandLine.appendSwitch(name);
  const { commandLine } = await import('../cli/command-line.ts');
  const { standardIo } = await import('../cli/standard-io.ts');
  const addon: unknown = createRequire(import.meta.url)(join(built, 'native/better_sqlite3.node'));
  app.exit(await commandLine(words, standardIo({ addon, startCarrier: carrierIn(built), folders: foldersOfSystem() })));
}
