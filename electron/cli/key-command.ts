import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Reply } from '../../contract/reply.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';

export const keyCommand: Command = {
  name: 'key',
  summary: 'The keys that sign: list them, ask a town’s authority for a certificate, put its answer in force.',
  usage:
    'key list | request --out DIR | certify FILE | own-root --reason TEXT; each with --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport key certify /media/stick/chain.pem --user administrator',
  run: runKey,
};

const KINDS = { ...STATION_OPTIONS, out: 'text', reason: 'text' } as const;

type Work = (client: StationClient) => Promise<Reply<object>>;

async function request(client: StationClient, out: string): Promise<Reply<object>> {
  await mkdir(out, { recursive: true });
  return client.call('key.request', { folder: out });
}

type Texts = Readonly<Record<string, string | undefined>>;
type Words = readonly (string | undefined)[];
type Made = (words: Words, texts: Texts) => Work | string;

/** What can be done, each made of the words behind it, or what is missing. */
const WORKS: ReadonlyMap<string, Made> = new Map<string, Made>([
  ['list', () => (client) => client.call('key.list', {})],
  [
    'request',
    (_, { out }) =>
      out === undefined ? 'Say where the request goes with --out DIR.' : (client) => request(client, resolve(out)),
  ],
  [
    'certify',
    ([file]) =>
      file === undefined
        ? 'Say which file the authority sent: certify FILE.'
        : (client) => client.call('key.certify', { file: resolve(file) }),
  ],
  [
    'own-root',
    (_, { reason }) =>
      reason === undefined ? 'Say why with --reason TEXT.' : (client) => client.call('key.ownRoot', { reason }),
  ],
]);

function workOf([what, ...words]: Words, texts: Texts): Work | string {
  const made = WORKS.get(what ?? '');
  if (made === undefined) return `Say what to do: ${[...WORKS.keys()].join(', ')}.`;
  return words.length > (what === 'certify' ? 1 : 0) ? 'That is a word too many.' : made(words, texts);
}

async function runKey(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: KINDS, most: 3 });
  const work = read.ok ? workOf(read.words, read.texts) : read.sentence;
  if (!read.ok || typeof work === 'string') {
    io.say(String(work));
    return 2;
  }
  return asPerson({ texts: read.texts, io }, async (client) => {
    const reply = await work(client);
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    await io.out(`${JSON.stringify({ ok: true, ...reply.value }, null, 2)}\n`);
    return 0;
  });
}
