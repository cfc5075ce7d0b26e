// Why a place is refused, phrase by phrase (B10): what it is, what found it, and which words around it decided.
import { neededWords, otherWords, shownWords, type ShownWords, type WordRun } from './around.ts';
import { rangeOf } from './fold.ts';
import { phraseLists } from './lists.ts';
import { inDisguise, screenedText } from './never-taught.ts';
import type { Screened } from './phrase-matcher.ts';
import type { PhraseRule } from './phrase-rules.ts';
import { readByLists, screen } from './screen.ts';
import { sentenceWeights, type SentenceWeights } from './sentence-weights.ts';
import { sentencesOf } from './sentences.ts';
import type { TaughtList } from './taught.ts';
import type { Finding, ScreenCategory, ScreenField } from './verdict.ts';
import { isWritten } from './written.ts';

/** One finding, explained. Offsets are UTF-16 units of the text as given. */
export interface Explanation {
  readonly words: ShownWords;
  readonly category: ScreenCategory;
  /** Clause of the policy, as printed. */
  readonly clause: string;
  /** `list`: a wording of the lists; `shape`: a number, a form or a code; `sentence`: its words together. */
  readonly by: 'list' | 'shape' | 'sentence';
  /** Found only once it was read as it is meant: letters apart, figures for letters, a word misspelt. */
  readonly disguised: boolean;
  /** Words that the rule asked for around it, and that stand there. */
  readonly needed: readonly ShownWords[];
  /** Words that would have given it another meaning; none of them stands there. */
  readonly otherwise: readonly string[];
  /** What its sentence weighs, word by word; null where a kind of text is not weighed or its shape alone decides. */
  readonly sentence: SentenceWeights | null;
}

interface Found {
  readonly text: Screened;
  readonly phrase: WordRun;
  readonly rule: PhraseRule;
}

function runAt({ folded, words }: Screened, { start, end }: Finding): WordRun | null {
  const from = words.starts.findIndex((first) => rangeOf(folded, first, first + 1)[0] === start);
  const to = words.ends.findLastIndex((last) => rangeOf(folded, last - 1, last)[1] === end);
  return from >= 0 && to >= from ? [from, to + 1] : null;
}

/** The rule of the lists that made this finding in this reading of the text. */
function ruleIn(text: Screened, finding: Finding): Found | null {
  const phrase = runAt(text, finding);
  if (phrase === null) return null;
  const lists = phraseLists();
  const { texts, joined, starts, ends } = text.words;
  const symbols = texts.map((word) => lists.symbolOf(word));
  const [from, to] = phrase;
  const read = lists.readAt({ words: texts, symbols, joined }, from).find(({ count }) => count === to - from);
  const place = [starts[from] ?? 0, ends[to - 1] ?? 0] as const;
  const entry = read?.ends.find(
    (one) =>
      one.rule.category === finding.category &&
      one.rule.action === finding.action &&
      one.rule.fields.has(text.field) &&
      (text.disguised === true ? !one.rule.caps : isWritten(one.rule, text, place)) &&
      one.context(text.folded.text, ...place),
  );
  return entry === undefined ? null : { text, phrase, rule: entry.rule };
}

function ruleOf(text: Screened, finding: Finding): Found | null {
  for (const reading of [text, ...inDisguise(text)]) {
    const found = ruleIn(reading, finding);
    if (found !== null) return found;
  }
  return null;
}

function sentenceRun({ folded, words }: Screened, { start, end }: Finding): WordRun {
  const all: WordRun = [0, words.starts.length];
  const around = sentencesOf(folded.text, words).find(([from, to]) => {
    const [first, last] = rangeOf(folded, words.starts[from] ?? 0, words.ends[to - 1] ?? 0);
    return first < end && last > start;
  });
  return around ?? all;
}

const within = ({ start, end }: Finding, run: ShownWords): boolean => start < run.end && end > run.start;

function weighed(text: Screened, finding: Finding): SentenceWeights {
  const sentence = sentenceRun(text, finding);
  const shown = shownWords(text, sentence);
  const { found } = readByLists(text.given, text.field);
  const findings = found.filter((one) => within(one, shown));
  const besides = finding.category === 'sentence' ? null : runAt(text, finding);
  return sentenceWeights(text, sentence, { findings, besides });
}

function explainOne(text: Screened, finding: Finding): Explanation {
  const { category, clause, start, end } = finding;
  const words = { text: text.given.slice(start, end), start, end };
  const bare = { words, category, clause, disguised: false, needed: [], otherwise: [] };
  if (category === 'sentence') return { ...bare, by: 'sentence', sentence: weighed(text, finding) };
  const found = ruleOf(text, finding);
  if (found === null) return { ...bare, by: 'shape', sentence: null };
  const sentence = sentenceRun(found.text, finding);
  return {
    ...bare,
    by: 'list',
    disguised: found.text !== text,
    needed: neededWords(found.rule, found.text, { phrase: found.phrase, sentence }),
    otherwise: otherWords(found.rule),
    sentence: weighed(text, finding),
  };
}

/** One explanation for each refused place that meets this range; the same words are explained once. */
export function explain(
  text: string,
  at: { readonly field: ScreenField; readonly start: number; readonly end: number },
  taught?: TaughtList,
): readonly Explanation[] {
  const { findings } = screen(text, at.field, taught);
  const blocks = findings.filter(({ action, start, end }) => action === 'block' && start < at.end && end > at.start);
  const once = new Map(blocks.map((finding) => [`${String(finding.start)} ${String(finding.end)}`, finding]));
  const read = screenedText(text, at.field);
  return [...once.values()].map((finding) => explainOne(read, finding));
}
