// The sentences of the train half as the net reads them, for test/screen/net-learn.py.
import { code, type Coded } from '../../policy/screen/coded.ts';
import { signsOf } from '../../policy/screen/net-signs.ts';
import { eachRow } from '../../policy/screen/net.ts';
import { passedOver, rangeOfWords } from '../../policy/screen/scorer.ts';
import { readByLists } from '../../policy/screen/screen.ts';
import { sentencesOf, type Sentence } from '../../policy/screen/sentences.ts';
import { SCREEN_FIELDS } from '../../policy/screen/verdict.ts';
import type { Labelled } from './labelled.ts';
import { examplesOf, learn, weighed } from './learn.ts';

/** One family in so many is kept apart: what each part of the score counts is learned from it. */
const APART = 5;
/** How much a copy with slips counts beside its text. */
const OF_COPY = 0.5;

/** Files of what a station really types in its days; the others look for what is hard. */
const USUAL =
  /^(?:town|street|desk|care|loop-(?:speech|street)|auditor|dispatcher|nurse|advocate|detective|interpreter|month|natural|plain|strangers|testers|day-(?:care|patrol|station))\b/;

function isUsual({ file }: Labelled): boolean {
  return USUAL.test(file);
}

/** No text that is kept apart is a variant of one that is not. */
function isApart({ family }: Labelled): boolean {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < family.length; at += 1) hash = Math.imul(hash ^ family.charCodeAt(at), 0x01_00_01_93);
  return ((hash ^ (hash >>> 15)) >>> 0) % APART === 0;
}

/** What the linear scorer, learned from the other texts, makes of each sentence that is kept apart. */
function linearOf(texts: readonly Labelled[]): readonly (readonly number[])[] {
  const examples = texts.map(examplesOf);
  const isKept = texts.map(isApart);
  const learned = learn(examples.filter((_own, at) => isKept[at] === false).flat());
  return examples.map((own, at) => (isKept[at] === true ? own.map((example) => weighed(learned, example)) : []));
}

function rowsOf(
  coded: Coded,
  [from, to]: Sentence,
): { readonly rows: readonly number[][]; readonly shares: readonly number[][] } {
  const rows: number[][] = [];
  const shares: number[][] = [];
  for (let at = from; at < to; at += 1) {
    const [own, parts]: [number[], number[]] = [[], []];
    eachRow(coded, at, (row, share) => {
      own.push(row);
      parts.push(Number(share.toFixed(5)));
    });
    rows.push(own);
    shares.push(parts);
  }
  return { rows, shares };
}

/** A text as it is learned from; a copy with slips says nothing new of the rest, and counts half. */
interface Lesson {
  readonly text: Labelled;
  readonly copy: boolean;
  /** What the linear scorer makes of each sentence; empty where it is not asked. */
  readonly linear: readonly number[];
}

function linesOf({ text, copy, linear }: Lesson): readonly string[] {
  const { read, found, clean } = readByLists(text.text, text.field);
  const coded = code(read.words.texts);
  const passed = passedOver(read, { clean });
  return sentencesOf(read.folded.text, read.words).map((sentence, at) => {
    const place = rangeOfWords(read, sentence);
    const told = text.spans.filter(({ action }) => action === 'block');
    const meets = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
      one.start < other.end && one.end > other.start;
    const own = found.filter((one) => meets(one, place));
    const [from, to] = sentence;
    const labels = Array.from({ length: to - from }, (_, word) =>
      Number(told.some((span) => meets(span, rangeOfWords(read, [from + word, from + word + 1])))),
    );
    return JSON.stringify({
      words: read.words.texts.slice(from, to),
      ...rowsOf(coded, sentence),
      field: SCREEN_FIELDS.indexOf(text.field),
      kinds: [...coded.kinds.subarray(from, to)],
      signs: [...signsOf(read, sentence, { found: own, passed })],
      labels,
      tells: told.some((span) => meets(span, place)),
      counts: (isUsual(text) ? 2 : 1) * (copy ? OF_COPY : 1),
      copy,
      apart: isApart(text),
      linear: Number((linear[at] ?? 0).toFixed(4)),
    });
  });
}

/** One JSON line for each sentence of the texts, then of copies of them with slips. */
export function netExamples(texts: readonly Labelled[], copies: readonly Labelled[] = []): readonly string[] {
  const linear = linearOf(texts);
  const own = texts.flatMap((text, at) => linesOf({ text, copy: false, linear: linear[at] ?? [] }));
  return [...own, ...copies.flatMap((text) => linesOf({ text, copy: true, linear: [] }))];
}
