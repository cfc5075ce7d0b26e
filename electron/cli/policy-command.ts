import { readFile } from 'node:fs/promises';
import { ACTS } from '../../policy/decision.ts';
import { explain } from '../../policy/decide/explain.ts';
import { loadPack } from '../../policy/packs/load-pack.ts';
import type { Pack } from '../../policy/packs/pack.ts';
import { packInForce } from '../../services/pack-in-force.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { parseLine } from './json-lines.ts';
import { readOptions } from './options.ts';

export const policyCommand: Command = {
  name: 'policy',
  summary: 'Show the policy in force, its matrix, what opens an act, or check a pack.',
  usage: 'policy show | policy matrix | policy why ACT | policy check FILE',
  example: 'sallyport policy why notify-ice',
  run: runPolicy,
};

async function runPolicy(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: {}, most: 2 });
  if (!read.ok) return misused(io, read.sentence);
  const [what, word] = read.words;
  if (what === 'why') return why(word, io);
  if (what === 'check') return check(word, io);
  if (what !== 'show' && what !== 'matrix') {
    return misused(io, 'Say what to do with the policy: show, matrix, why ACT or check FILE.');
  }
  if (word !== undefined) return misused(io, `"${word}" is one word too many here.`);
  const { pack } = packInForce();
  return print(io, what === 'show' ? pack : matrixOf(pack));
}

async function why(word: string | undefined, io: Io): Promise<ExitCode> {
  const act = ACTS.find((one) => one === word);
  if (act === undefined) return misused(io, `Say which act is meant: ${ACTS.join(', ')}.`);
  const { pack } = packInForce();
  return print(io, {
    pack: pack.id,
    act,
    question: pack.acts.find((one) => one.act === act)?.question,
    grounds: explain(act, pack),
  });
}

async function check(path: string | undefined, io: Io): Promise<ExitCode> {
  if (path === undefined) return misused(io, 'Say which file to check.');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return misused(io, `"${path}" cannot be read. Look at its name and whether you may read it.`);
  const json = parseLine(text.replace(/^\uFEFF/, ''));
  if (json === undefined) return print(io, { ok: false, problems: ['the file is not JSON'] }, 1);
  const loaded = loadPack(json);
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
