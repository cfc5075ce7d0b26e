import { decide, readRequest } from '../../policy/decide.ts';
import type { Pack } from '../../policy/packs/pack.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { answerLines, parseLine } from './json-lines.ts';
import { readOptions } from './options.ts';
import { packFor } from './policy-file.ts';

export const decideCommand: Command = {
  name: 'decide',
  summary: 'Judge requests against the policy: JSON lines in, JSON lines out.',
  usage: 'decide [--pack FILE] < REQUESTS',
  example:
    `echo '{"id":"c-1","at":"2026-03-08T01:40:00-05:00","act":"notify-ice","ground":"2a","subject":{"role":"arrestee","age":31},` +
    `"people":{"decider":{"id":"u7","role":"booking-officer"}},` +
    `"facts":{"arrestingAgency":"WPD","arrestedAt":"2026-03-08T00:55:00-05:00","offense":"abdw"}}' | sallyport decide`,
  run: runDecide,
};

async function runDecide(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: { pack: 'text' }, most: 0 });
  if (!read.ok) {
    io.say(read.sentence);
    return 2;
  }
  const found = await packFor(read.texts['pack']);
  if (!found.ok) {
    io.say(found.sentence);
    return 2;
  }
  const { pack } = found;
  let faults = 0;
  await answerLines(io, (line, number) => {
    const answer = answerOf(line, number, pack);
    if ('error' in answer) faults += 1;
    return answer;
  });
  return faults === 0 ? 0 : 1;
}

/** A refusal is an answer; only a line that cannot be read is a fault. */
function answerOf(line: string, number: number, pack: Pack): object {
  const json = parseLine(line);
  if (json === undefined) return { id: null, line: number, error: 'the line is not JSON' };
  const read = readRequest(json, pack);
  if (read.ok) return decide(read.request, pack);
  return read.id === null ? { id: null, line: number, error: read.error } : { id: read.id, error: read.error };
}
