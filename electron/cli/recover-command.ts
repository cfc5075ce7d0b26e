import { randomBytes, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Recovered, Recovering } from '../../services/recover-request.ts';
import { recoverStation } from '../../services/recover-station.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { readSecrets, type Question } from './secrets.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { folderOf, sayRefusals } from './station-client.ts';

export const recoverCommand: Command = {
  name: 'recover',
  summary: 'Let a chief in again with the recovery key: every passphrase forgotten, or the keyring lost.',
  usage: 'recover --user CHIEF --recovery DIR [--secret-fd N] [--data DIR]',
  example: 'sallyport recover --user chief --recovery /media/stick',
  run: runRecover,
};

const KINDS = { ...STATION_OPTIONS, recovery: 'text' } as const;

const asked = (name: string): readonly Question[] => [
  { asks: 'Recovery key, from your paper', what: 'recovery key' },
  { asks: `New passphrase of ${name}`, what: 'new passphrase' },
  { asks: 'New passphrase again', what: 'second passphrase' },
];

type Wanted =
  | { readonly ok: true; readonly folder: string; readonly input: Recovering }
  | { readonly ok: false; readonly sentence: string };

async function readWanted(args: readonly string[]): Promise<Wanted> {
  const read = readOptions(args, { kinds: KINDS, most: 0 });
  if (!read.ok) return read;
  const { user, recovery } = read.texts;
  if (user === undefined) return { ok: false, sentence: 'Say which chief is to be let in with --user NAME.' };
  if (recovery === undefined) return { ok: false, sentence: 'Say where the recovery files are with --recovery DIR.' };
  const given = await readSecrets(asked(user), read.texts['secret-fd']);
  if (!given.ok) return given;
  const [recoveryKey = '', passphrase, again] = given.secrets;
  if (passphrase === undefined || passphrase !== again) {
    return { ok: false, sentence: 'The two new passphrases are not the same. Nothing was changed.' };
  }
  const input = { name: user, recoveryKey, passphrase, recoveryFolder: resolve(recovery) };
  return { ok: true, folder: folderOf(read.texts), input };
}

async function runRecover(args: readonly string[], io: Io): Promise<ExitCode> {
  const wanted = await readWanted(args);
  if (!wanted.ok) {
    io.say(wanted.sentence);
    return 2;
  }
  const sources = { clock: { now: () => new Date() }, ids: { uuid: randomUUID }, random: randomBytes };
  const reply = await recoverStation({ folder: wanted.folder, addon: io.addon, ...sources }, wanted.input);
  if (reply.ok) return tell(io, reply.value);
  const code = await sayRefusals(io, reply.refusals);
  const chiefs = reply.refusals[0]?.params?.['chiefs'];
  if (chiefs !== undefined) io.say(`Chiefs here: ${String(chiefs)}.`);
  return code;
}

const OF_KEYRING: Readonly<Record<Recovered['keyring'], readonly string[]>> = {
  kept: [],
  made: ['keyring.json was missing; it was made anew.'],
  replaced: ['keyring.json could not be read; it was made anew, and the old one lies beside it.'],
};

function ofOthers(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  return [`Not in the keyring: ${names.join(', ')}. They sign in in the window once a chief has, then by themselves.`];
}

async function tell(io: Io, { person, keyring, entry, withoutSlot }: Recovered): Promise<ExitCode> {
  await io.out(`${JSON.stringify({ ok: true, person, keyring, entry, withoutSlot }, null, 2)}\n`);
  const lines = [
    `${person.displayName} signs in as ${person.name} with the new passphrase. The old one opens nothing any more.`,
    ...OF_KEYRING[keyring],
    ...ofOthers(withoutSlot),
    `Entry ${String(entry)} of the log says that this was done with the recovery key, and not by whom.`,
  ];
  for (const line of lines) io.say(line);
  return 0;
}
