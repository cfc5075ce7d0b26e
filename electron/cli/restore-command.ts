import { randomBytes, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { RestoredStation } from '../../contract/backup.ts';
import type { Restoring, RestoreWatch } from '../../services/backup/restore-request.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { restoreFolder } from '../../services/backup/restore-folder.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions, type OptionKinds } from './options.ts';
import { readSecrets, type Question } from './secrets.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { folderOf, sayRefusals } from './station-client.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Bring a lost station back into an empty folder: a backup, the recovery files, the recovery key.',
  usage:
    'restore BACKUP --user CHIEF --recovery DIR --reason TEXT [--newer-is-lost] [--as-it-is] [--secret-fd N] [--data DIR]',
  example: 'sallyport restore /media/stick --user chief --recovery /media/recovery --reason "The machine burned."',
  run: runRestore,
};

const KINDS: OptionKinds = {
  ...STATION_OPTIONS,
  recovery: 'text',
  reason: 'text',
  'newer-is-lost': 'flag',
  'as-it-is': 'flag',
};

const asked = (name: string): readonly Question[] => [
  { asks: 'Recovery key, from your paper', what: 'recovery key' },
  { asks: `New passphrase of ${name}`, what: 'new passphrase' },
  { asks: 'New passphrase again', what: 'second passphrase' },
];

type Wanted =
  | { readonly ok: true; readonly folder: string; readonly input: Restoring }
  | { readonly ok: false; readonly sentence: string };

type Read = Extract<ReturnType<typeof readOptions>, { readonly ok: true }>;

/** What has to be said, and how to say it where it is missing. */
function lacking({ words, texts }: Read): string | null {
  const needed: readonly (readonly [string | undefined, string])[] = [
    [words[0], 'Say which backup: its folder, or the stick it is on.'],
    [texts['user'], 'Say which chief is to be let in with --user NAME.'],
    [texts['recovery'], 'Say where the recovery files are with --recovery DIR.'],
    [texts['reason'], 'Say what happened with --reason TEXT: the log tells it.'],
  ];
  return needed.find(([given]) => given === undefined)?.[1] ?? null;
}

function inputOf({ words, texts, flags }: Read, recoveryKey: string, passphrase: string): Restoring {
  const { user = '', recovery = '', reason = '' } = texts;
  return {
    ...{
      path: resolve(words[0] ?? ''),
      recoveryFolder: resolve(recovery),
      recoveryKey,
      name: user,
      passphrase,
      reason,
    },
    ...{ newerIsLost: flags.has('newer-is-lost'), asItIs: flags.has('as-it-is') },
  };
}

async function readWanted(args: readonly string[]): Promise<Wanted> {
  const read = readOptions(args, { kinds: KINDS, most: 1 });
  if (!read.ok) return read;
  const sentence = lacking(read);
  if (sentence !== null) return { ok: false, sentence };
  const given = await readSecrets(asked(read.texts['user'] ?? ''), read.texts['secret-fd']);
  if (!given.ok) return given;
  const [recoveryKey = '', passphrase, again] = given.secrets;
  if (passphrase === undefined || passphrase !== again) {
    return { ok: false, sentence: 'The two new passphrases are not the same. Nothing was changed.' };
  }
  return { ok: true, folder: folderOf(read.texts), input: inputOf(read, recoveryKey, passphrase) };
}

async function runRestore(args: readonly string[], io: Io): Promise<ExitCode> {
  const wanted = await readWanted(args);
  if (!wanted.ok) {
    io.say(wanted.sentence);
    return 2;
  }
  const sources = { clock: { now: () => new Date() }, ids: { uuid: randomUUID }, random: randomBytes };
  const { addon, startCarrier } = io;
  const options = { folder: wanted.folder, addon, startCarrier, ...sources };
  const reply = await stoppable((watch) => restoreFolder(options, wanted.input, watch));
  if (reply.ok) return tell(io, reply.value);
  const code = await sayRefusals(io, reply.refusals);
  for (const line of reply.refusals.flatMap(nextStep)) io.say(line);
  return code;
}

/** Whoever ends it at the keyboard leaves nothing half made. */
async function stoppable<T>(work: (watch: RestoreWatch) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    return await work({ progress: () => undefined, phase: () => undefined, cancelled: () => stop.signal.aborted });
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** What else can be said to a refusal, here at the terminal. */
function nextStep({ code, field, params }: Refusal): readonly string[] {
  const chiefs = params?.['chiefs'];
  if (chiefs !== undefined) return [`Chiefs there: ${String(chiefs)}.`];
  if (code === 'log-refused') return ['Where nothing newer can be found, say so with --newer-is-lost.'];
  return field === 'asItIs' ? ['To take it all the same, say so with --as-it-is.'] : [];
}

async function tell(io: Io, restored: RestoredStation): Promise<ExitCode> {
  await io.out(`${JSON.stringify({ ok: true, ...restored }, null, 2)}\n`);
  const { station, person, madeAt, missing, orders, withoutSlot } = restored;
  const lines = [
    `${station.name} is back as of ${madeAt}. ${person.displayName} signs in as ${person.name} with the new passphrase.`,
    ...(missing > 0 ? [`At least the last ${String(missing)} entries of the log are lost.`] : []),
    ...(orders > 0 ? [`Orders of a court that were carried out since were carried out again: ${String(orders)}.`] : []),
    'What was written after the backup has to be entered again; an order of a court from after it, carried out again.',
    ...(withoutSlot.length > 0 ? [`These sign in once the chief has: ${withoutSlot.join(', ')}.`] : []),
  ];
  for (const line of lines) io.say(line);
  return 0;
}
