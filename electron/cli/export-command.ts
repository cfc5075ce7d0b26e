import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LEAVE_OUT_REASONS, type LeftOutPart } from '../../policy/release.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write signed records of notifications, by number or id.',
  usage:
    'export ID… --out DIR --user NAME [--to RECIPIENT] [--purpose TEXT] [--leave-out NAME:REASON,…] [--secret-fd N] [--data DIR]',
  example: 'sallyport export N-2026-00001 --out records --user clerk --to "Exampleton District Court"',
  run: runExport,
};

/** More than a year of a large town. */
const MOST = 1_000;
const KINDS = { ...STATION_OPTIONS, out: 'text', to: 'text', purpose: 'text', 'leave-out': 'text' } as const;

interface Wanted {
  readonly named: readonly string[];
  readonly folder: string;
  readonly audience: string;
  readonly purpose: string;
  readonly leaveOut: LeftOutPart[];
}

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}

/** `person:privacy,times:not-needed`; undefined where a part has no reason, or none of the list. */
function leftOut(text: string): LeftOutPart[] | undefined {
  const parts = text.split(',').filter((one) => one !== '');
  const read = parts.flatMap((part) => {
    const [name = '', said] = part.split(':');
    const reason = LEAVE_OUT_REASONS.find((one) => one === said);
    return reason === undefined ? [] : [{ name, reason }];
  });
  return read.length === parts.length ? read : undefined;
}

async function runExport(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: KINDS, most: MOST });
  if (!read.ok) return misused(io, read.sentence);
  const { out, to, purpose } = read.texts;
  if (read.words.length === 0) return misused(io, 'Say which notifications: their numbers or ids.');
  if (out === undefined) return misused(io, 'Say where the records go with --out DIR.');
  const leaveOut = leftOut(read.texts['leave-out'] ?? '');
  if (leaveOut === undefined)
    return misused(io, `--leave-out takes NAME:REASON, with one of: ${LEAVE_OUT_REASONS.join(', ')}.`);
  const told = { audience: to ?? 'not named', purpose: purpose ?? 'not named' };
  const wanted = { named: read.words, folder: resolve(out), ...told, leaveOut };
  return asPerson({ texts: read.texts, io }, (client) => write(client, io, wanted));
}

async function write(client: StationClient, io: Io, { named, folder, ...told }: Wanted): Promise<ExitCode> {
  const log = await client.call('notification.list', {});
  if (!log.ok) return sayRefusals(io, log.refusals);
  const ids = named.map((name) => log.value.find((one) => one.number === name || one.notificationId === name));
  const lost = named.find((_, index) => ids[index] === undefined);
  if (lost !== undefined) return sayRefusals(io, [{ code: 'not-found', field: lost }]);
  await mkdir(folder, { recursive: true });
  const notificationIds = ids.flatMap((one) => (one === undefined ? [] : [one.notificationId]));
  const reply = await client.call('notification.export', { notificationIds, folder, ...told });
  if (!reply.ok) return sayRefusals(io, reply.refusals);
  await io.out(`${JSON.stringify({ ok: true, exported: reply.value }, null, 2)}\n`);
  return 0;
}
