import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PACKAGE_PARTS, RELEASE_KINDS, type ReleaseKind } from '../../contract/release-calls.ts';
import type { CallInput } from '../../contract/calls.ts';
import type { Reply } from '../../contract/reply.ts';
import { EXEMPTIONS } from '../../policy/release.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions, type ReadOptions } from './options.ts';
import { STATION_OPTIONS } from './sign-in.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';
import { DAY, listOf, withReasons } from './told-of-copy.ts';

const PACKAGE = 'public-records';
const KINDS = [...RELEASE_KINDS, PACKAGE];

export const paperCommand: Command = {
  name: 'paper',
  summary:
    'Write a signed paper of some days: daily log, packet for the town clerk, audit sample, report, or the answer to a request for public records.',
  usage: `paper ${KINDS.join('|')} --from DATE --to DATE --out DIR --user NAME [--for RECIPIENT] [--purpose TEXT] [--apart NUMBER,…] [--secret-fd N] [--data DIR]; public-records with --for RECIPIENT --reference TEXT --received DATE [--leave-out NAME:EXEMPTION,…] [--withhold NUMBER:EXEMPTION,…] [--only ${PACKAGE_PARTS.join('|')}]`,
  example:
    'sallyport paper public-records --from 2026-03-01 --to 2026-03-31 --out papers --for "Alex Requester" --reference R-12 --received 2026-04-01 --leave-out person:privacy --user clerk',
  run: runPaper,
};

const OPTIONS = {
  ...STATION_OPTIONS,
  ...({ from: 'text', to: 'text', out: 'text', for: 'text', purpose: 'text', apart: 'text' } as const),
  ...({ reference: 'text', received: 'text', 'leave-out': 'text', withhold: 'text', only: 'text' } as const),
} as const;
const OF_PACKAGE = ['reference', 'received', 'leave-out', 'withhold', 'only'];
const EXEMPT = `takes NAME:EXEMPTION, with one of: ${EXEMPTIONS.join(', ')}.`;

type Texts = Extract<ReadOptions, { readonly ok: true }>['texts'];
type Work = (client: StationClient) => Promise<Reply<object>>;

interface Common {
  readonly from: string;
  readonly to: string;
  readonly folder: string;
  readonly apart: string[];
}

function commonOf({ from = '', to = '', out, apart }: Texts): Common | string {
  if (!DAY.test(from) || !DAY.test(to)) return 'Say the span with --from and --to, as 2026-03-01.';
  if (out === undefined) return 'Say where it goes with --out DIR.';
  return { from, to, folder: resolve(out), apart: listOf(apart) };
}

function partsOf(only: string | undefined): CallInput<'release.package'>['parts'] | string {
  if (only === undefined) return [...PACKAGE_PARTS];
  const part = PACKAGE_PARTS.find((one) => one === only);
  return part === undefined ? `--only takes ${PACKAGE_PARTS.join(' or ')}.` : [part];
}

type Kept = Required<Pick<CallInput<'release.package'>, 'leaveOut' | 'withhold'>>;

/** What stays in the house, each with its exemption. */
function keptOf(texts: Texts): Kept | string {
  const leaveOut = withReasons(texts['leave-out'], EXEMPTIONS);
  if (leaveOut === undefined) return `--leave-out ${EXEMPT}`;
  const withhold = withReasons(texts['withhold'], EXEMPTIONS);
  if (withhold === undefined) return `--withhold ${EXEMPT}`;
  return { leaveOut, withhold: withhold.map(({ name, reason }) => ({ number: name, reason })) };
}

function packageWork(common: Common, texts: Texts): Work | string {
  const { for: audience, reference, received = '' } = texts;
  if (texts['purpose'] !== undefined) return '--purpose belongs to the other papers: --reference says what for.';
  if (audience === undefined || reference === undefined)
    return 'Say who asked with --for, and what it is filed under with --reference.';
  if (!DAY.test(received)) return 'Say when the request came in with --received, as 2026-03-01.';
  const kept = keptOf(texts);
  if (typeof kept === 'string') return kept;
  const parts = partsOf(texts['only']);
  if (typeof parts === 'string') return parts;
  const input = { ...common, audience, reference, receivedOn: received, parts, ...kept };
  return (client) => client.call('release.package', input);
}

function releaseWork(kind: ReleaseKind, common: Common, texts: Texts): Work | string {
  const strange = OF_PACKAGE.find((name) => texts[name] !== undefined);
  if (strange !== undefined) return `--${strange} belongs to public-records.`;
  const { for: audience = 'not named', purpose = 'not named' } = texts;
  return (client) => client.call('release.write', { kind, ...common, audience, purpose });
}

function workOf(word: string | undefined, texts: Texts): Work | string {
  const kind = RELEASE_KINDS.find((one) => one === word);
  if (kind === undefined && word !== PACKAGE) return `Say which paper: ${KINDS.join(', ')}.`;
  const common = commonOf(texts);
  if (typeof common === 'string') return common;
  return kind === undefined ? packageWork(common, texts) : releaseWork(kind, common, texts);
}

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}

async function runPaper(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: OPTIONS, most: 1 });
  if (!read.ok) return misused(io, read.sentence);
  const work = workOf(read.words[0], read.texts);
  if (typeof work === 'string') return misused(io, work);
  return asPerson({ texts: read.texts, io }, async (client) => {
    await mkdir(resolve(read.texts['out'] ?? '.'), { recursive: true });
    const reply = await work(client);
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    await io.out(`${JSON.stringify({ ok: true, ...reply.value }, null, 2)}\n`);
    return 0;
  });
}
