// The command line: `npm run -s sallyport -- COMMAND …`. Finds the command, runs it, ends with its code.
import nodeModule from 'node:module';
import { resolve } from 'node:path';
import { COMMANDS } from './command-table.ts';
import type { Command, ExitCode, Io } from './command.ts';

// Reading TypeScript takes half of a short command's time; compiled once, it is kept beside the packages, which are as
// trusted as the code itself. Node 20 has no such cache and needs none: there the bundled code runs.
if ('enableCompileCache' in nodeModule) {
  nodeModule.enableCompileCache(resolve(import.meta.dirname, '../../node_modules/.cache/sallyport'));
}

const io: Io = {
  input: () => process.stdin.setEncoding('utf8'),
  out: (text) =>
    new Promise((done) => {
      if (process.stdout.write(text)) done();
      else process.stdout.once('drain', done);
    }),
  say: (text) => void process.stderr.write(`${text}\n`),
};

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

async function run([word, ...args]: readonly string[]): Promise<ExitCode> {
  if (word === '--help' || word === 'help') {
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

/** The reader of a pipe may leave before everything is written; that is its right. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // A fault's message may carry what was read; its name and code do not.
  const name = error instanceof Error ? error.name : 'Fault';
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  io.say(`The command stopped on a fault it does not know: ${name}${code}. Nothing was changed by it.`);
  process.exitCode = 1;
}
