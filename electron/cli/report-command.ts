import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Reply } from '../../contract/reply.ts';
import type { CountedReport } from '../../contract/report.ts';
import { csv } from '../../policy/report/csv.ts';
import type { Report } from '../../policy/report/report.ts';
import type { RequestLine } from '../../policy/report/request-line.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';

export const reportCommand: Command = {
  name: 'report',
  summary: 'Count requests, contacts, acts, duties and refusals of a span of days; nought is said.',
  usage:
    'report --from DATE --to DATE [--format json|csv] [--requests] [--head FILE] --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport report --from 2026-03-01 --to 2026-03-31 --format csv --user clerk',
  run: runReport,
};

const KINDS = { ...STATION_OPTIONS, from: 'text', to: 'text', format: 'text', requests: 'flag', head: 'text' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FORMATS = ['json', 'csv'];
const REQUEST_COLUMNS = [
  ...(['number', 'receivedAt', 'enteredAt', 'channel', 'agency', 'kind', 'form', 'asks', 'claimed'] as const),
  ...(['decision', 'ground', 'clause', 'decidedBy', 'minutesToDecide', 'copyAt', 'copyLanguage', 'copyHow'] as const),
  ...(['charge', 'bailSetAt', 'releaseEligibleAt', 'releasedAt', 'endedHow', 'released', 'criminalHistory'] as const),
  ...(['jttf', 'jttfMinutes'] as const),
];

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}

function toCell(value: RequestLine[(typeof REQUEST_COLUMNS)[number]]): string | number {
  if (value === null) return '';
  if (typeof value === 'object') return value.join(' ');
  return typeof value === 'boolean' ? String(value) : value;
}

/** One line a figure, then one a part of it: figure, part, count, minutes. A line of its own says how many
 * requests stand in no list, for they are about somebody under 18. The last line is the head that it is bound to. */
function asCsv(report: CountedReport): string {
  const lines = report.figures.flatMap(({ id, count, minutes, total, parts }) => [
    [id, '', count, minutes ?? '', total ?? ''],
    ...Object.entries(parts).map(([part, many]) => [id, part, many, '', '']),
  ]);
  const { head } = report;
  const bound = head === null ? [] : [['log', head.root, head.size, '', '']];
  const withheld = ['requests-withheld', '', report.requestsWithheld, '', ''];
  return csv([['figure', 'part', 'count', 'median minutes', 'total minutes'], ...lines, withheld, ...bound]);
}

/** One line a request; lists within a cell are parted by spaces. */
function requestsAsCsv({ requests }: Report): string {
  const lines = requests.map((request) => REQUEST_COLUMNS.map((column) => toCell(request[column])));
  return csv([REQUEST_COLUMNS, ...lines]);
}

/** The head to count under: the one in the file, or that of now, signed for this report. */
async function noteFor(client: StationClient, file: string | undefined): Promise<Reply<string>> {
  if (file === undefined) {
    const signed = await client.call('log.sign', { cause: 'report' });
    return signed.ok ? { ok: true, value: signed.value.note } : signed;
  }
  const note = await readFile(resolve(file), 'utf8').catch(() => null);
  if (note !== null) return { ok: true, value: note };
  return { ok: false, refusals: [{ code: 'unreadable-file', params: { file } }] };
}

async function runReport(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: KINDS, most: 0 });
  if (!read.ok) return misused(io, read.sentence);
  const { from = '', to = '', format = 'json' } = read.texts;
  if (!DAY.test(from) || !DAY.test(to)) return misused(io, 'Say the span with --from and --to, as 2026-03-01.');
  if (!FORMATS.includes(format)) return misused(io, '--format takes json or csv.');
  return asPerson({ texts: read.texts, io }, async (client) => {
    const note = await noteFor(client, read.texts['head']);
    if (!note.ok) return sayRefusals(io, note.refusals);
    const reply = await client.call('report.get', { from, to, head: note.value });
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    const csv = read.flags.has('requests') ? requestsAsCsv : asCsv;
    const bound = { ...reply.value, head: reply.value.head && { ...reply.value.head, note: note.value } };
    await io.out(format === 'csv' ? csv(reply.value) : `${JSON.stringify(bound, null, 2)}\n`);
    return 0;
  });
}
