// The command line: `npm run -s sallyport -- COMMAND …`. Finds the command, runs it, ends with its code.
import nodeModule from 'node:module';
import { resolve } from 'node:path';

// Reading TypeScript takes half of a short command's time; compiled once, it is kept beside the packages, which are as
// trusted as the code itself. Node 20 has no such cache and needs none: there the bundled code runs.
if ('enableCompileCache' in nodeModule) {
  nodeModule.enableCompileCache(resolve(import.meta.dirname, '../../node_modules/.cache/sallyport'));
}

// Only what is read from here on is kept.
const { commandLine } = await import('./command-line.ts');
const { standardIo } = await import('./standard-io.ts');
const { forkCarrier } = await import('../carrier/fork.ts');
process.exitCode = await commandLine(process.argv.slice(2), standardIo({ startCarrier: forkCarrier }));
