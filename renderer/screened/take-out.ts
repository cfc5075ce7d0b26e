/** A text without the words that tell status, and the sentence around them as it would read. */
export interface TakenOut {
  readonly text: string;
  /** Null where nothing of the sentence is left. */
  readonly sentence: string | null;
}

const BE = String.raw`(?:is|was|are|were|be|been|being|he's|she's|they're)`;
const ADVERBS = String.raw`(?:(?:also|apparently|clearly|currently|here|likely|possibly|probably)\s+)*`;
/** `is … and gave`: the verb goes with the word, and so does what joined it to the next one. */
const LINKED_BEFORE = new RegExp(String.raw`\s*\b${BE}\s+(?:not\s+)?${ADVERBS}(?:an?\s+)?$`, 'i');
const JOINED_AFTER = /^\s*,?\s*(?:and|but)\s+/i;
const ENDED_AFTER = /^\s*[.;!?]?\s*$/;
const ARTICLE_BEFORE = /\b(an?)\s+$/i;
const START = /[.!?\n]\s*(?=[^.!?\n]*$)/;

type Span = readonly [number, number];

interface Cut {
  readonly before: string;
  readonly after: string;
}

function fixArticle(cut: Cut): Cut {
  const article = ARTICLE_BEFORE.exec(cut.before)?.[1];
  const next = /^\s*(\p{L})/u.exec(cut.after)?.[1];
  if (article === undefined || next === undefined) return cut;
  const right = /[aeiou]/i.test(next) ? 'an' : 'a';
  const cased = article.startsWith('A') ? right.replace('a', 'A') : right;
  return { ...cut, before: cut.before.replace(ARTICLE_BEFORE, `${cased} `) };
}

function cutSentence(sentence: string, start: number, end: number): string {
  const cut = { before: sentence.slice(0, start), after: sentence.slice(end) };
  const linked = LINKED_BEFORE.test(cut.before);
  if (linked && ENDED_AFTER.test(cut.after)) return '';
  const joined = JOINED_AFTER.test(cut.after);
  const done =
    linked && joined
      ? { before: cut.before.replace(LINKED_BEFORE, ' '), after: cut.after.replace(JOINED_AFTER, '') }
      : fixArticle(cut);
  return tidy(`${done.before} ${done.after}`);
}

function tidy(sentence: string): string {
  const spaced = sentence
    .replaceAll(/[ \t]{2,}/g, ' ')
    .replaceAll(/\s+([.,;:!?])/g, '$1')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(spaced)) return '';
  return spaced.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Bounds of the sentence around a range: from after the last end of sentence to the next one. */
function sentenceAround(text: string, start: number, end: number): Span {
  const before = text.slice(0, start);
  const found = START.exec(before);
  const from = found === null ? 0 : found.index + found[0].length;
  const stop = /[.!?](?=\s|$)|\n/.exec(text.slice(end));
  return [from, stop === null ? text.length : end + stop.index + (stop[0] === '\n' ? 0 : 1)];
}

/** Ranges with nothing but a space or a dash between them are one thing to take out. */
export function joinSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last !== undefined && /^[\s-]*$/.test(text.slice(last[1], start))) joined[joined.length - 1] = [last[0], end];
    else joined.push([start, end]);
  }
  return joined;
}

/** Takes a range of words out so that what stays is still a sentence, and shows that sentence. */
export function takeOut(text: string, [start, end]: Span): TakenOut {
  const [from, to] = sentenceAround(text, start, end);
  const sentence = cutSentence(text.slice(from, to), start - from, end - from);
  const head = text.slice(0, from);
  const tail = text.slice(to);
  const joined =
    sentence === '' ? `${head.trimEnd()}${/^\s*$/.test(head) ? tail.trimStart() : tail}` : head + sentence + tail;
  return { text: joined, sentence: sentence === '' ? null : sentence };
}
