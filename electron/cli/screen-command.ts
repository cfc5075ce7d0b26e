import { isUnknown, partsOf, type Faults } from '../../policy/decide/read-value.ts';
import { findField } from '../../policy/gate/fields.ts';
import { screenFieldOf } from '../../policy/gate/screened-as.ts';
import { screen } from '../../policy/screen/screen.ts';
import { SCREEN_FIELDS, type ScreenField } from '../../policy/screen/verdict.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { answerLines, parseLine } from './json-lines.ts';
import { readOptions } from './options.ts';

export const screenCommand: Command = {
  name: 'screen',
  summary:
    'Find status wording in texts: JSON lines in, JSON lines out. No station is asked, so none lets words through.',
  usage: 'screen < TEXTS',
  example: `echo '{"id":"n-1","text":"Slipped on the ice by the door.","field":"narrative"}' | sallyport screen`,
  run: runScreen,
};

const KEYS: ReadonlySet<string> = new Set(['id', 'text', 'field']);

async function runScreen(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readOptions(args, { kinds: {}, most: 0 });
  if (!read.ok) {
    io.say(read.sentence);
    return 2;
  }
  let faults = 0;
  await answerLines(io, (line, number) => {
    const answer = answerOf(line, number);
    if ('error' in answer) faults += 1;
    return answer;
  });
  return faults === 0 ? 0 : 1;
}

/** A text that blocks is an answer; only a line that cannot be read is a fault, told without the text. */
function answerOf(line: string, number: number): object {
  const json = parseLine(line);
  if (json === undefined) return { id: null, line: number, error: 'the line is not JSON' };
  const faults: Faults = { first: null };
  const parts = partsOf({ value: json, where: '', faults }, KEYS);
  const id = idOf(parts?.values['id']);
  if (parts === undefined || id === undefined)
    return { id: null, line: number, error: 'the line must be an object with an id' };
  if (id === null) return { id, line: number, error: 'id: must be a string or a number' };
  if (faults.first !== null) return { id, error: faults.first };
  return { id, ...verdictOf(parts.values) };
}

function verdictOf({ text, field: named }: Readonly<Record<string, unknown>>): object {
  const field = fieldOf(named);
  if (typeof text !== 'string') return { error: 'text: must be a string' };
  if (field === undefined)
    return { error: `field: must be a field of the dictionary or one of ${SCREEN_FIELDS.join(', ')}` };
  const { blocked, spans, findings } = screen(text, field);
  return {
    blocked,
    spans,
    findings: findings.map(({ category, clause, start, end, action }) => ({ category, clause, start, end, action })),
  };
}

/** An id as it is given back; null for one that is neither a word nor a number. */
function idOf(id: unknown): string | number | null | undefined {
  if (isUnknown(id)) return undefined;
  if (typeof id === 'number') return id;
  if (typeof id !== 'string') return null;
  return id.trim() === '' ? undefined : id;
}

/** What else the kinds of text are called, at a desk and in scripts. */
const ALSO_CALLED: ReadonlyMap<string, ScreenField> = new Map([
  ...(['log', 'note', 'notes', 'officer-safety'] as const).map((name) => [name, 'remarks'] as const),
  ['medical-notes', 'medical'],
  ['charge', 'charge-text'],
  ['filename', 'file-name'],
  ['search-box', 'search'],
  ['print-title', 'title'],
]);

/** A kind of text, or an approved field by its name; prose where nothing is said. */
function fieldOf(field: unknown): ScreenField | undefined {
  if (isUnknown(field) || field === '') return 'narrative';
  if (typeof field !== 'string') return undefined;
  const kind = field.toLowerCase().replaceAll(/[ _]/g, '-');
  const found = SCREEN_FIELDS.find((one) => one === kind) ?? ALSO_CALLED.get(kind);
  if (found !== undefined) return found;
  const approved = findField('booking', field) ?? findField('charge', field);
  return approved === undefined ? undefined : screenFieldOf(approved);
}
