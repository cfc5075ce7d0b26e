import { ACTS } from '../../policy/decision.ts';
import { askedAlways, explain } from '../../policy/decide/explain.ts';
import type { Pack } from '../../policy/packs/pack.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { readOptions } from './options.ts';
import { notReadable, packFor, readPackFile } from './policy-file.ts';
import type { StationWord } from './policy-station.ts';
import { STATION_OPTIONS } from './sign-in.ts';

/** What a person who signs in may ask of a station's policy. */
const STATION_WORDS: readonly StationWord[] = ['versions', 'adopt', 'acknowledge'];

/** What may be asked of any pack. */
const PACK_WORDS = ['show', 'matrix', 'why'] as const;

export const policyCommand: Command = {
  name: 'policy',
  summary: 'Show a policy, its matrix or what opens an act; check a pack; adopt and acknowledge versions.',
  usage:
    'policy show | matrix | why ACT [--pack FILE | --user NAME], policy check FILE, ' +
    'policy versions | adopt [FILE] | acknowledge DIGEST --user NAME [--secret-fd N] [--data DIR]',
  example: 'sallyport policy why notify-ice',
  run: runPolicy,
};

async function runPolicy(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: { pack: 'text', ...STATION_OPTIONS }, most: 2 });
  if (!read.ok) return misused(io, read.sentence);
  const { words, texts } = read;
  const [what, word] = words;
  const asked = STATION_WORDS.find((one) => one === what);
  if (asked !== undefined) {
    // Read only here: the other words would pay for a station that they do not open.
    const { askStation } = await import('./policy-station.ts');
    return askStation({ what: asked, word, texts }, io);
  }
  if (what === 'check') return check(word, io);
  return tell({ what, word, texts }, io);
}

interface Asked {
  readonly what: string | undefined;
  readonly word: string | undefined;
  readonly texts: Readonly<Partial<Record<string, string>>>;
}

/** Whoever signs in speaks of the station's version in force; nobody else can read it, for it rests with the records. */
async function tell({ what, word, texts }: Asked, io: Io): Promise<ExitCode> {
  const asked = PACK_WORDS.find((one) => one === what);
  if (asked === undefined) {
    return misused(
      io,
      `Say what to do with the policy: show, matrix, why ACT, check FILE, ${STATION_WORDS.join(', ')}.`,
    );
  }
  if (asked !== 'why' && word !== undefined) return misused(io, `"${word}" is one word too many here.`);
  const file = texts['pack'];
  if (file === undefined && texts['user'] !== undefined) {
    const { withStationPack } = await import('./policy-station.ts');
    return withStationPack({ texts, io }, (pack) => told(asked, { word, pack }, io));
  }
  const found = await packFor(file);
  return found.ok ? told(asked, { word, pack: found.pack }, io) : misused(io, found.sentence);
}

function told(
  what: (typeof PACK_WORDS)[number],
  { word, pack }: { readonly word: string | undefined; readonly pack: Pack },
  io: Io,
): Promise<ExitCode> {
  if (what === 'why') return why(word, pack, io);
  return print(io, what === 'show' ? pack : matrixOf(pack));
}

async function why(word: string | undefined, pack: Pack, io: Io): Promise<ExitCode> {
  const act = ACTS.find((one) => one === word);
  if (act === undefined) return misused(io, `Say which act is meant: ${ACTS.join(', ')}.`);
  return print(io, {
    pack: pack.id,
    act,
    question: pack.acts.find((one) => one.act === act)?.question,
    always: askedAlways(act, pack),
    grounds: explain(act, pack),
  });
}

async function check(path: string | undefined, io: Io): Promise<ExitCode> {
  if (path === undefined) return misused(io, 'Say which file to check.');
  const loaded = await readPackFile(path);
  if (loaded === null) return misused(io, notReadable(path));
  if (!loaded.ok) return print(io, { ok: false, problems: loaded.problems }, 1);
  const { id, version, effectiveFrom, effectiveUntil } = loaded.pack;
  return print(io, { ok: true, id, version, effectiveFrom, effectiveUntil, problems: [] });
}

/** Ground by act, as a reader expects a table: each row says yes or no for every act. */
function matrixOf(pack: Pack): object {
  const rows = pack.matrix.map(({ ground, acts, subjects, subjectMayBeUnknown }) => ({
    ground,
    cite: pack.grounds.find((rule) => rule.ground === ground)?.cite,
    subjects,
    subjectMayBeUnknown,
    opens: Object.fromEntries(pack.acts.map(({ act }) => [act, acts.includes(act)])),
  }));
  return { pack: pack.id, version: pack.version, acts: pack.acts.map(({ act }) => act), grounds: rows };
}

async function print(io: Io, value: unknown, code: ExitCode = 0): Promise<ExitCode> {
  await io.out(`${JSON.stringify(value, null, 2)}\n`);
  return code;
}

function misused(io: Io, sentence: string): ExitCode {
  io.say(sentence);
  return 2;
}
