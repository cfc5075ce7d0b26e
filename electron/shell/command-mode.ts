import { createRequire } from 'node:module';
import { app } from 'electron';

/** Runs a command in this process, without a window, and ends with its code. */
export async function runCommand(words: readonly string[], addonPath: string): Promise<void> {
  for (const name of ['disable-gpu', 'disable-breakpad']) app.commandLine.appendSwitch(name);
  const { commandLine } = await import('../cli/command-line.ts');
  const { standardIo } = await import('../cli/standard-io.ts');
  const addon: unknown = createRequire(import.meta.url)(addonPath);
  app.exit(await commandLine(words, standardIo(addon)));
}
