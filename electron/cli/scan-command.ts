import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OpenedScan } from '../../contract/matter.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';

export const scanCommand: Command = {
  name: 'scan',
  summary: 'Save a copy of a sealed scan of a record; why it is opened goes on the log first.',
  usage: 'scan NUMBER [SHA256] --why TEXT --out DIR --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport scan M-2026-00001 --why "To answer the request" --out copies --user clerk',
  run: runScan,
};

const KINDS = { ...STATION_OPTIONS, why: 'text', out: 'text' } as const;

interface Wanted {
  readonly number: string;
  /** SHA-256 of the scan, or how it begins; empty where the record has one alone. */
  readonly hash: string;
  readonly why: string;
  readonly folder: string;
}

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}

async function runScan(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: KINDS, most: 2 });
  if (!read.ok) return misused(io, read.sentence);
  const [number, hash = ''] = read.words;
  const { why, out } = read.texts;
  if (number === undefined) return misused(io, 'Say which record holds the scan, by its number.');
  if (why === undefined) return misused(io, 'Say why you open it with --why TEXT.');
  if (out === undefined) return misused(io, 'Say where the copy goes with --out DIR.');
  return asPerson({ texts: read.texts, io }, async (client) => {
    const reply = await save(client, { number, hash, why, folder: resolve(out) });
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    await io.out(`${JSON.stringify({ ok: true, ...reply.value }, null, 2)}\n`);
    return 0;
  });
}

const notFound = (field: string): Reply<never> => ({ ok: false, refusals: [{ code: 'not-found', field }] });

async function save(client: StationClient, { number, hash, why, folder }: Wanted): Promise<Reply<OpenedScan>> {
  const list = await client.call('matter.list', {});
  if (!list.ok) return list;
  const line = list.value.find((one) => one.number === number);
  if (line === undefined) return notFound(number);
  const { matterId } = line;
  const matter = await client.call('matter.get', { matterId });
  if (!matter.ok) return matter;
  const [scan, another] = matter.value.scans.filter(({ sha256 }) => sha256.startsWith(hash.toLowerCase()));
  if (scan === undefined || another !== undefined) return notFound('sha256');
  await mkdir(folder, { recursive: true });
  return client.call('matter.readScan', { matterId, sha256: scan.sha256, folder, why });
}
