// Phrases that a station lets through because a supervisor confirmed that they tell no status: each in one kind of text,
// word for word, and nothing beside it. Policy 1(b); what may be taught is in docs/adr/0012-taught-phrases.md.
import { phraseLists } from './lists.ts';
import { findPhrases, type Screened } from './phrase-matcher.ts';
import { holdsShape, holdsSureWording, screenedText } from './never-taught.ts';
import { isWeighed } from './limits.ts';
import { sentencesOf } from './sentences.ts';
import type { ScreenCategory, ScreenField } from './verdict.ts';

/** Kinds of text in which a phrase may be let through: those of a booking. Reasons, titles, codes and keys stay strict. */
export const TAUGHT_FIELDS = [
  'narrative',
  'property',
  'remarks',
  'medical',
  'address',
  'alias',
  'name',
  'charge-text',
  'agency',
] as const satisfies readonly ScreenField[];
export type TaughtField = (typeof TAUGHT_FIELDS)[number];

/**
 * `words`: these words side by side, in a sentence long enough to say by itself what it is about. `whole`: a sentence
 * that is these words and no other; where a text is a name or an address, the whole text.
 */
export const TAUGHT_GRAINS = ['words', 'whole'] as const;
export type TaughtGrain = (typeof TAUGHT_GRAINS)[number];

export interface TaughtPhrase {
  readonly field: TaughtField;
  readonly grain: TaughtGrain;
  /** As it was typed. */
  readonly phrase: string;
}

/**
 * Why a phrase may not be taught: it has a shape, tells status wherever it stands, is longer than anybody takes in, hangs
 * on its neighbours and would have to be taught with them, or stands in another kind of text.
 */
export type NotTaught = 'shape' | 'sure' | 'long' | 'alone' | 'kind';

/** UTF-16 units; more than this nobody takes in at a glance. */
const LONGEST: Readonly<Record<TaughtGrain, number>> = { words: 80, whole: 240 };
/** The kind of text as one that a station may be taught in; undefined where nothing may. */
export function taughtField(field: ScreenField): TaughtField | undefined {
  return TAUGHT_FIELDS.find((known) => known === field);
}

/** Two words of these may mean something else beside others. The name of an agency, a paper or a law never does. */
const MAY_MEAN_ELSE: ReadonlySet<ScreenCategory> = new Set(['status-statement', 'proxy']);

function namesSomething(read: Screened): boolean {
  return findPhrases(phraseLists(), read).some(({ category }) => !MAY_MEAN_ELSE.has(category));
}

/** One word alone, and a name, mean what their neighbours say: then the whole is taught. */
function fitsGrain({ field, grain }: TaughtPhrase, read: Screened): boolean {
  const { texts } = read.words;
  if (grain === 'words') return isWeighed(field) && texts.length > 1 && !namesSomething(read);
  return isWeighed(field) ? sentencesOf(read.folded.text, read.words).length === 1 : texts.length > 0;
}

/** Why this phrase may not be taught, null where it may. It is asked when it is taught, when it is stored, and each day. */
export function whyNotTaught(taught: TaughtPhrase): NotTaught | null {
  const { field, grain, phrase } = taught;
  if (taughtField(field) === undefined) return 'kind';
  if (phrase.length > LONGEST[grain]) return 'long';
  const read = screenedText(phrase, field);
  if (holdsShape(read)) return 'shape';
  if (holdsSureWording(read)) return 'sure';
  return fitsGrain(taught, read) ? null : 'alone';
}

function isSound(phrase: unknown): phrase is string {
  return typeof phrase === 'string' && phrase.isWellFormed();
}

/** A phrase that may be taught, out of whatever is handed in; null where it is none. */
export function readTaught(raw: {
  readonly field: unknown;
  readonly grain: unknown;
  readonly phrase: unknown;
}): TaughtPhrase | null {
  const { phrase } = raw;
  const field = TAUGHT_FIELDS.find((known) => known === raw.field);
  const grain = TAUGHT_GRAINS.find((known) => known === raw.grain);
  if (field === undefined || grain === undefined || !isSound(phrase)) return null;
  const taught = { field, grain, phrase };
  return whyNotTaught(taught) === null ? taught : null;
}

/** A phrase, ready to be compared. */
export interface Compiled {
  readonly grain: TaughtGrain;
  readonly words: readonly string[];
  /** From its first word to its last, folded, with single spaces. */
  readonly text: string;
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

/** The words from the first to before the last as they are compared: folded, with single spaces. */
export function textOf({ folded, words }: Screened, from: number, to: number): string {
  return spaced(folded.text.slice(words.starts[from] ?? 0, words.ends[to - 1] ?? 0));
}

/** Reads a phrase as the screen reads a text. */
export function compile({ field, grain, phrase }: TaughtPhrase): Compiled {
  const read = screenedText(phrase, field);
  return { grain, words: read.words.texts, text: textOf(read, 0, read.words.texts.length) };
}

const NO_PHRASES: readonly Compiled[] = [];

/** The phrases of a station, ready to be looked for. Those that may not be taught by now are left out. */
export class TaughtList {
  readonly #known = new Map<ScreenField, readonly Compiled[]>();

  readonly #phrases: readonly TaughtPhrase[];

  constructor(phrases: readonly TaughtPhrase[]) {
    this.#phrases = phrases;
    for (const phrase of phrases) {
      if (whyNotTaught(phrase) === null) this.#known.set(phrase.field, [...this.of(phrase.field), compile(phrase)]);
    }
  }

  /** The same and one more. */
  and(phrase: TaughtPhrase): TaughtList {
    return new TaughtList([...this.#phrases, phrase]);
  }

  /** Those of one kind of text. */
  of(field: ScreenField): readonly Compiled[] {
    return this.#known.get(field) ?? NO_PHRASES;
  }
}

/** What every text is screened with until a station was taught something. */
export const NOTHING_TAUGHT = new TaughtList([]);
