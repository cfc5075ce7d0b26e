import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Reply } from '../../contract/reply.ts';
import { LEAVE_OUT_REASONS, type LeftOutPart } from '../../policy/release.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions, type ReadOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';
import { DAY, leftOut } from './told-of-copy.ts';

export const exportCommand: Command = {
  name: 'export',
  summary:
    'Write signed records of notifications: by number or id, each in a folder or all in one zip; or those of some days.',
  usage:
    'export ID… [--zip] --out DIR --user NAME [--to RECIPIENT] …, or export --from DATE --to DATE --out DIR --user NAME [--for RECIPIENT] …; each with [--purpose TEXT] [--leave-out NAME:REASON,…] [--secret-fd N] [--data DIR]',
  example: 'sallyport export N-2026-00001 --out records --user clerk --to "Exampleton District Court"',
  run: runExport,
};

/** More than a year of a large town. */
const MOST = 1_000;
const KINDS = {
  ...STATION_OPTIONS,
  ...({ out: 'text', from: 'text', to: 'text', for: 'text', purpose: 'text', 'leave-out': 'text' } as const),
  zip: 'flag',
} as const;

type Read = Extract<ReadOptions, { readonly ok: true }>;
type Span = Readonly<Record<'from' | 'to', string>>;

interface Wanted {
  /** Records by name, or all of some days. */
  readonly which: readonly string[] | Span;
  readonly zip: boolean;
  readonly told: {
    readonly folder: string;
    readonly audience: string;
    readonly purpose: string;
    readonly leaveOut: LeftOutPart[];
  };
}

/** With `--from`, `--to` is the last day, as in `report`. */
function whichOf({ words, texts: { from, to } }: Read): Wanted['which'] | string {
  if (from === undefined) return words.length > 0 ? words : 'Say which notifications: their numbers or ids.';
  if (words.length > 0) return 'Name records, or days with --from and --to, but not both.';
  const isSpan = to !== undefined && DAY.test(from) && DAY.test(to);
  return isSpan ? { from, to } : 'Say the span with --from and --to, as 2026-03-01; whom it is for with --for.';
}

/** Without `--from`, `--to` says whom the copies are for, as `--for` does. */
function audienceOf({ from, to, for: told }: Read['texts']): string {
  return told ?? (from === undefined ? to : undefined) ?? 'not named';
}

function wantedOf(read: Read): Wanted | string {
  const { out, from, purpose = 'not named' } = read.texts;
  const which = whichOf(read);
  if (typeof which === 'string') return which;
  if (out === undefined) return 'Say where the records go with --out DIR.';
  const leaveOut = leftOut(read.texts['leave-out']);
  if (leaveOut === undefined) return `--leave-out takes NAME:REASON, with one of: ${LEAVE_OUT_REASONS.join(', ')}.`;
  const told = { folder: resolve(out), audience: audienceOf(read.texts), purpose, leaveOut };
  return { which, zip: from !== undefined || read.flags.has('zip'), told };
}

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}

async function runExport(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: KINDS, most: MOST });
  if (!read.ok) return misused(io, read.sentence);
  const wanted = wantedOf(read);
  if (typeof wanted === 'string') return misused(io, wanted);
  return asPerson({ texts: read.texts, io }, async (client) => {
    const reply = await write(client, wanted);
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    await io.out(`${JSON.stringify({ ok: true, ...reply.value }, null, 2)}\n`);
    return 0;
  });
}

/** Ids of the records that were named. */
async function idsOf(client: StationClient, named: readonly string[]): Promise<Reply<string[]>> {
  const log = await client.call('notification.list', {});
  if (!log.ok) return log;
  const found = named.map((name) => log.value.find((one) => one.number === name || one.notificationId === name));
  const lost = named.find((_, index) => found[index] === undefined);
  if (lost !== undefined) return { ok: false, refusals: [{ code: 'not-found', field: lost }] };
  return { ok: true, value: found.flatMap((one) => (one === undefined ? [] : [one.notificationId])) };
}

async function write(client: StationClient, { which, zip, told }: Wanted): Promise<Reply<object>> {
  if ('from' in which) {
    await mkdir(told.folder, { recursive: true });
    return client.call('export.batch', { span: which, ...told });
  }
  const ids = await idsOf(client, which);
  if (!ids.ok) return ids;
  await mkdir(told.folder, { recursive: true });
  if (zip) return client.call('export.batch', { notificationIds: ids.value, ...told });
  const reply = await client.call('notification.export', { notificationIds: ids.value, ...told });
  return reply.ok ? { ok: true, value: { exported: reply.value } } : reply;
}
