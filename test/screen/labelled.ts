// Reads the labelled texts: marks such as ⟦undocumented|status-statement⟧ become spans of the text without them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { SCREEN_CATEGORIES, SCREEN_FIELDS } from '../../policy/screen/verdict.ts';

const line = z.strictObject({
  family: z.string().min(1),
  lang: z.enum(['en', 'es', 'pt', 'mixed']),
  field: z.enum(SCREEN_FIELDS),
  text: z.string().min(1),
  hard: z.boolean().optional(),
  evasion: z.boolean().optional(),
});
const category = z.enum(SCREEN_CATEGORIES);

export interface Span {
  /** UTF-16 offsets into the text without its marks. */
  readonly start: number;
  readonly end: number;
  readonly category: z.output<typeof category>;
  readonly action: 'block' | 'warn';
}

export interface Labelled {
  readonly file: string;
  readonly family: string;
  readonly lang: z.output<typeof line>['lang'];
  readonly field: z.output<typeof line>['field'];
  readonly text: string;
  readonly spans: readonly Span[];
  /** To be blocked: it tells status. */
  readonly tells: boolean;
  /** Clean, though it holds words or letters of the topic. */
  readonly hard: boolean;
  /** Written to get past a screen. */
  readonly evasion: boolean;
  /** Files are of one half or the other, and so are families: no text of `test` is a variant of one of `train`. */
  readonly split: 'train' | 'test';
}

const MARK = /⟦([^⟦⟧|]+)\|([a-z-]+)(\??)⟧/g;
function splitOf(file: string): Labelled['split'] {
  return file.startsWith('test-') ? 'test' : 'train';
}

function unmarked(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let from = 0;
  for (const found of marked.matchAll(MARK)) {
    const [whole, words = '', name = '', doubt] = found;
    text += marked.slice(from, found.index);
    const start = text.length;
    text += words;
    spans.push({ start, end: text.length, category: category.parse(name), action: doubt === '?' ? 'warn' : 'block' });
    from = found.index + whole.length;
  }
  return { text: text + marked.slice(from), spans };
}

function readLine(file: string, json: string): Labelled {
  const { family, lang, field, text: marked, hard = false, evasion = false } = line.parse(JSON.parse(json));
  const { text, spans } = unmarked(marked);
  const tells = spans.some(({ action }) => action === 'block');
  return { file, family, lang, field, text, spans, tells, hard, evasion, split: splitOf(file) };
}

/** All texts of a folder beside this file. */
export function readLabelled(folder: 'corpus' | 'fresh'): readonly Labelled[] {
  const place = resolve(import.meta.dirname, folder);
  const files = readdirSync(place).filter((name) => name.endsWith('.jsonl'));
  return files.toSorted().flatMap((file) =>
    readFileSync(join(place, file), 'utf8')
      .split('\n')
      .filter((json) => json !== '')
      .map((json) => readLine(file, json)),
  );
}
