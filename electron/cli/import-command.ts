import type { Reply } from '../../contract/reply.ts';
import type { ImportReport } from '../../policy/import-report.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { openFile } from '../../services/exchange/open-file.ts';
import { loadProfile } from '../../services/exchange/profile-file.ts';
import { openRowFile, type RowFile } from '../../services/exchange/row-file.ts';
import { runImport } from '../../services/exchange/run-import.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { keepHeapSmall } from './import-memory.ts';
import { tellImport } from './import-outcome.ts';
import { readOptions } from './options.ts';
import { progressLine } from './progress-line.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { folderOf } from './station-client.ts';
import { storeFile } from './store-file.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring bookings over from a CSV file of a records system, or look at one first.',
  usage: 'import FILE [--dry-run] [--user NAME [--secret-fd N] [--data DIR]] [--profile NAME-or-FILE] [--rows OUT]',
  example: 'sallyport import jail-2026-03.csv --dry-run --profile county-jail.json --rows rows.jsonl',
  run: runCommand,
};

type Texts = Readonly<Partial<Record<string, string>>>;

const KINDS = { ...STATION_OPTIONS, 'dry-run': 'flag', profile: 'text', rows: 'text' } as const;

/** A station's records are encrypted: whoever compares with them signs in. */
const NOT_COMPARED = "Not compared with the station's records. To compare, say who signs in with --user NAME.";

async function runCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: KINDS, most: 1 });
  if (!read.ok) return misused(io, read.sentence);
  const [path] = read.words;
  if (path === undefined) return misused(io, 'Say which file to import.');
  keepHeapSmall();
  const dryRun = read.flags.has('dry-run');
  if (!dryRun || read.texts['user'] !== undefined) return storeFile({ path, texts: read.texts, dryRun }, io);
  if (read.texts['data'] !== undefined) io.say(NOT_COMPARED);
  return lookAlone(path, read.texts, io);
}

/** Compared with no station: nobody needs to sign in. */
async function lookAlone(path: string, texts: Texts, io: Io): Promise<ExitCode> {
  const { profile: named, rows: rowPath } = texts;
  const profile = await loadProfile(named);
  if (!profile.ok) return refuse(io, profile.refusals);
  const opened = await openRowFile(rowPath, folderOf(texts));
  if (!opened.ok) return refuse(io, [opened.refusal]);
  const reply = await look({ path, profile: profile.profile }, opened.rows);
  if (!reply.ok) return refuse(io, reply.refusals);
  return tellImport(reply.value, io);
}

async function look(request: Parameters<typeof runImport>[0], rows: RowFile | null): Promise<Reply<ImportReport>> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const progress = progressLine();
  let reply: Reply<ImportReport> | null = null;
  try {
    reply = await runImport(request, {
      openFile,
      sink: null,
      progress,
      cancelled: () => stop.signal.aborted,
      clock: () => performance.now(),
      ...(rows === null ? {} : { onRow: (line) => rows.add(line), onEnd: () => rows.finish() }),
    });
    return reply;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
    if (reply?.ok !== true) await rows?.discard();
  }
}

/** Scripts get the refusals on standard output, people get their sentences. */
async function refuse(io: Io, refusals: readonly Refusal[]): Promise<ExitCode> {
  await io.out(`${JSON.stringify({ ok: false, refusals }, null, 2)}\n`);
  for (const refusal of refusals) io.say(sentenceOf(refusal));
  return 1;
}

function sentenceOf(refusal: Refusal): string {
  if (refusal.code === 'cancelled') return 'Stopped. Nothing was stored and no row file was left.';
  const { file = 'The file', line, what, next = '' } = refusal.params ?? {};
  if (what === undefined) return refusalMessage(refusal);
  return `${file}${line === undefined ? '' : `, line ${line}`}: ${what} ${next}`.trimEnd();
}

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}
