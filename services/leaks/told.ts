// What a look for leaks found, in words.
import type { Check, LeakedText, LetThroughText } from '../../contract/system.ts';
import type { LookedAt } from './files.ts';
import type { Wordless } from './kinds.ts';

export interface Stored {
  readonly leaks: readonly LeakedText[];
  readonly letThrough: readonly LetThroughText[];
}

/** What was looked at, by what it is. */
export interface Looked {
  readonly rows: number;
  readonly stored: Stored;
  readonly own: LookedAt;
  readonly copies: LookedAt;
  readonly program: LookedAt;
  readonly dumps: LookedAt;
  readonly prints: LookedAt;
}

function sayFound(count: number, looked: string): string {
  return count === 0 ? `${looked}, nothing found` : `${looked}, ${String(count)} places tell status`;
}

function sayTimes(first = '', last = ''): string {
  return first === last ? `on ${first}` : `between ${first} and ${last}`;
}

function sayStored(rows: number, { leaks, letThrough }: Stored): string {
  const found = sayFound(leaks.length, `${String(rows)} rows`);
  if (letThrough.length === 0) return found;
  const days = letThrough.map(({ takenBack }) => takenBack).toSorted();
  return `${found}; ${String(letThrough.length)} let through then, taken back ${sayTimes(days[0], days.at(-1))}: to review`;
}

function ofFiles(name: string, { leaks, files }: LookedAt): Check {
  return { name, ok: leaks.length === 0, detail: sayFound(leaks.length, `${String(files)} files`) };
}

/** One and several of each kind, and what follows from it. */
const KINDS: Readonly<Record<Wordless, readonly [one: string, several: string, next: string]>> = {
  encrypted: [
    'encrypted file',
    'encrypted files',
    'the records are looked at row by row, of a backup nothing can be read',
  ],
  picture: ['picture or recording', 'pictures or recordings', 'look at them yourself'],
  'drawn-pages': [
    'PDF with pictures or unnamed letters',
    'PDFs with pictures or unnamed letters',
    'look at them yourself',
  ],
  lock: ['lock of a window that runs', 'locks of a window that runs', 'empty, and closed to others'],
  table: ['table of what pages stored', 'tables of what pages stored', 'packed in part'],
};
const ORDER: readonly Wordless[] = ['encrypted', 'picture', 'drawn-pages', 'table', 'lock'];

function sayWordless(all: readonly Wordless[]): string {
  const told = ORDER.flatMap((kind) => {
    const count = all.filter((one) => one === kind).length;
    const [one, several, next] = KINDS[kind];
    return count === 0 ? [] : [`${String(count)} ${count === 1 ? one : several} (${next})`];
  });
  return told.length === 0 ? 'none without words' : `not to be read as words: ${told.join('; ')}`;
}

function sayRead(unread: readonly string[], wordless: readonly Wordless[]): string {
  if (unread.length > 0) return `could not be read: ${unread.join(', ')}`;
  return wordless.length === 0 ? 'every file was read' : 'every file that holds words was read';
}

/** Everything that was looked at in files. */
export function filesOf({ own, copies, program, dumps, prints }: Looked): readonly LookedAt[] {
  return [own, copies, program, dumps, prints];
}

/** What each look found, in the order that scripts know; later looks stand behind. */
export function checksOf(looked: Looked): readonly Check[] {
  const { rows, stored, own, copies, program, dumps, prints } = looked;
  const unread = filesOf(looked).flatMap((one) => one.unread);
  const wordless = filesOf(looked).flatMap((one) => one.wordless);
  return [
    { name: 'stored', ok: stored.leaks.length === 0, detail: sayStored(rows, stored) },
    ofFiles('own files', own),
    ofFiles('copies', copies),
    { name: 'read', ok: unread.length === 0, detail: sayRead(unread, wordless) },
    ofFiles('program files', program),
    ofFiles('crash dumps', dumps),
    ofFiles('printed sheets', prints),
    { name: 'without words', ok: true, detail: sayWordless(wordless) },
  ];
}
