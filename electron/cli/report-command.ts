import type { Report } from '../../policy/report/report.ts';
import type { RequestLine } from '../../policy/report/request-line.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals } from './station-client.ts';

export const reportCommand: Command = {
  name: 'report',
  summary: 'Count requests, contacts, acts, duties and refusals of a span of days; nought is said.',
  usage: 'report --from DATE --to DATE [--format json|csv] [--requests] --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport report --from 2026-03-01 --to 2026-03-31 --format csv --user clerk',
  run: runReport,
};

const KINDS = { ...STATION_OPTIONS, from: 'text', to: 'text', format: 'text', requests: 'flag' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FORMATS = ['json', 'csv'];
const REQUEST_COLUMNS = [
  ...(['number', 'receivedAt', 'enteredAt', 'channel', 'agency', 'kind', 'form', 'claimed'] as const),
  ...(['decision', 'ground', 'clause', 'decidedBy', 'minutesToDecide', 'copyAt', 'copyLanguage', 'copyHow'] as const),
  ...(['charge', 'bailSetAt', 'releaseEligibleAt', 'releasedAt', 'endedHow', 'released', 'criminalHistory'] as const),
];

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}

/** A cell as RFC 4180 wants it; a leading sign would be read as a formula by a spreadsheet. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toCell(value: RequestLine[(typeof REQUEST_COLUMNS)[number]]): string | number {
  if (value === null) return '';
  if (typeof value === 'object') return value.join(' ');
  return typeof value === 'boolean' ? String(value) : value;
}

/** One line a figure, then one a part of it: figure, part, count, minutes. */
function asCsv(report: Report): string {
  const lines = report.figures.flatMap(({ id, count, minutes, parts }) => [
    [id, '', count, minutes ?? ''],
    ...Object.entries(parts).map(([part, many]) => [id, part, many, '']),
  ]);
  return [['figure', 'part', 'count', 'median minutes'], ...lines]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');
}

/** One line a request; lists within a cell are parted by spaces. */
function requestsAsCsv({ requests }: Report): string {
  const lines = requests.map((request) => REQUEST_COLUMNS.map((column) => toCell(request[column])));
  return [REQUEST_COLUMNS, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

async function runReport(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: KINDS, most: 0 });
  if (!read.ok) return misused(io, read.sentence);
  const { from = '', to = '', format = 'json' } = read.texts;
  if (!DAY.test(from) || !DAY.test(to)) return misused(io, 'Say the span with --from and --to, as 2026-03-01.');
  if (!FORMATS.includes(format)) return misused(io, '--format takes json or csv.');
  return asPerson({ texts: read.texts, io }, async (client) => {
    const reply = await client.call('report.get', { from, to });
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    const csv = read.flags.has('requests') ? requestsAsCsv : asCsv;
    await io.out(format === 'csv' ? csv(reply.value) : `${JSON.stringify(reply.value, null, 2)}\n`);
    return 0;
  });
}
