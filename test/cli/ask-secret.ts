// A command that only signs in, for the tests: prints what it came to, with the length of the secret in its place.
import { readOptions } from '../../electron/cli/options.ts';
import { STATION_OPTIONS, readSignIn } from '../../electron/cli/sign-in.ts';

const read = readOptions(process.argv.slice(2), { kinds: STATION_OPTIONS, most: 0 });
const told = read.ok ? await readSignIn(read) : read;
process.stdout.write(`${JSON.stringify(told.ok ? { name: told.name, length: told.secret.length } : told)}\n`);
