import { COMMANDS } from './command-table.ts';
import type { Command, ExitCode, Io } from './command.ts';

const HELP: ReadonlySet<string> = new Set(['--help', '-h', 'help']);

/** Names alone would not tell a person which command to take. */
async function list(): Promise<string> {
  const commands = await Promise.all([...COMMANDS.values()].map((load) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return ['sallyport COMMAND …', ...lines, 'sallyport COMMAND --help tells more.'].join('\n');
}

function help({ summary, usage, example }: Command): string {
  return [summary, '', `  sallyport ${usage}`, '', 'Example:', `  ${example}`].join('\n');
}

async function run([word, ...args]: readonly string[], io: Io): Promise<ExitCode> {
  if (word !== undefined && HELP.has(word)) {
    io.say(await list());
    return 0;
  }
  const load = word === undefined ? undefined : COMMANDS.get(word);
  if (load === undefined) {
    const what = word === undefined ? 'Say which command to run.' : `There is no command "${word}".`;
    io.say(`${what} Known are ${[...COMMANDS.keys()].join(', ')}.`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help')) {
    io.say(help(command));
    return 0;
  }
  return command.run(args, io);
}

/** Finds the command, runs it, answers its exit code. A fault is told by name and code: its message may carry what was read. */
export async function commandLine(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await run(argv, io);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Fault';
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
    io.say(`The command stopped on a fault it does not know: ${name}${code}. Nothing was changed by it.`);
    return 1;
  }
}
