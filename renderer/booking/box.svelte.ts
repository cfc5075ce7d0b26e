import type { TaughtList } from '../../policy/screen/taught.ts';
import type { Verdict } from '../../policy/screen/verdict.ts';
import { LastPassed } from '../screened/last-passed.ts';
import { ownValues, readField, showField, tidyText, type FieldReading, type FieldValues } from './field-reading.ts';
import type { FormField } from './form-fields.ts';
import { leftOfBox, screenBox } from './screen-box.ts';

/** What a box asks and tells the form around it. */
export interface BoxWatch {
  /** The text changed. */
  readonly onChange: () => void;
  /** The text may be kept now and was not before, or the other way, since the station lets something else through. */
  readonly onJudged: () => void;
  readonly now: () => Date;
  /** Whether what is stored is what a record holds, and no draft. */
  readonly isSaved: boolean;
  /** What this station lets through. */
  readonly taught: () => TaughtList | undefined;
}

export interface BoxStart extends BoxWatch {
  readonly field: FormField;
  readonly text: string;
  /** Stored values of this box; they stand as they are while the text is not touched. */
  readonly stored: FieldValues;
}

/** Values of a text that passed, and when it stood in its box. */
export interface PassedValues {
  readonly fields: FieldValues;
  readonly at: Date;
}

const PAUSE = 300;
const CLEAN: Verdict = { blocked: false, spans: [], findings: [] };

/** One box of a form: its text, what the screen says of it, what is wrong with it. */
export class Box {
  readonly field: FormField;
  readonly #start: BoxStart;
  readonly #last: LastPassed;
  #passedAt: Date;
  /** What the record holds of this box by now. */
  #saved: FieldValues = $state.raw({});
  #text = $state('');
  #verdict = $state.raw(CLEAN);
  #problem = $state.raw<string | null>(null);
  #choices = $state.raw<readonly string[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What of a refused text may be kept. */
  readonly #left: string = $derived.by(() => this.#leftNow());
  /** Whether the record holds of this box what would be refused today. */
  readonly holdsRefused: boolean = $derived.by(() => this.#screened(this.#savedText).blocked);

  constructor(start: BoxStart) {
    this.field = start.field;
    this.#start = start;
    this.#text = start.text;
    this.#last = new LastPassed(start.text);
    this.#passedAt = start.now();
    if (start.isSaved) this.#saved = start.stored;
  }
  get text(): string {
    return this.#text;
  }
  set text(next: string) {
    if (next === this.#text) return;
    this.#text = next;
    this.#problem = null;
    this.#choices = [];
    // Marks must not stand beside the words they were made for.
    if (this.#verdict.findings.length > 0) this.screenNow();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.screenNow(), PAUSE);
    this.#start.onChange();
  }
  get verdict(): Verdict {
    return this.#verdict;
  }
  get problem(): string | null {
    return this.#problem;
  }
  /** Two moments to choose from, in the night in which an hour comes twice. */
  get choices(): readonly string[] {
    return this.#choices;
  }
  get isWrong(): boolean {
    return this.#problem !== null || this.#verdict.blocked;
  }
  /** Screens at once: before anything is sent, and when the box is left. */
  screenNow(): Verdict {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#verdict = this.#screened(this.#text);
    if (this.#last.hear(this.#text, this.#verdict)) this.#passedAt = this.#start.now();
    return this.#verdict;
  }
  /** What the station lets through has changed; what is being typed goes on. */
  screenAgain(): void {
    const { blocked } = this.#verdict;
    this.#verdict = this.#screened(this.#text);
    if (blocked !== this.#verdict.blocked) this.#start.onJudged();
  }
  /** The box is left: the text is read, tidied and judged. */
  leave(now: Date): void {
    if (this.#timer !== undefined) this.screenNow();
    const reading = this.read(now);
    this.#problem = reading.kind === 'problem' ? reading.problem : null;
    this.#choices = reading.kind === 'choose' ? reading.choices : [];
    this.tidy(now);
  }
  /** Writes what was typed in full: what "now" means does not change afterwards. */
  tidy(now: Date): void {
    if (this.#text !== this.#start.text) this.text = tidyText(this.field, this.#text, now);
  }
  /** A sentence from the station about this box; goes when the text changes. */
  complain(problem: string): void {
    this.#problem = problem;
  }
  read(now: Date): FieldReading {
    return this.#readText(this.#text, now);
  }
  /** While the text is refused: what is left of it without the sentences and entries that are; null where nothing is. */
  readSentences(now: Date): FieldValues | null {
    const reading = this.#left === '' ? null : readField(this.field, this.#left, now);
    return reading?.kind === 'fields' ? reading.fields : null;
  }
  /** A record was made with these values, those of this box among them. */
  settle(record: FieldValues): void {
    this.#saved = ownValues(this.field, record);
  }
  get #savedText(): string {
    return showField(this.field, this.#saved);
  }
  /** Whether the record holds the text as it stands here. */
  get isAsSaved(): boolean {
    return this.#text === this.#savedText;
  }
  /** The text where it passes, else what the record holds where that does; empty where neither. For lists of what waits. */
  get passing(): string {
    return [this.#text, this.#savedText].find((text) => !this.#screened(text).blocked) ?? '';
  }
  /** What the record holds of this box; null where it holds nothing, or what would be refused today. */
  readSaved(): FieldValues | null {
    return this.#savedText === '' || this.holdsRefused ? null : this.#saved;
  }
  /** While the text is refused: the last one that passed; null where there was none, or it would not pass today. */
  readLast(): PassedValues | null {
    const { text } = this.#last;
    const at = this.#passedAt;
    const reading = this.#readText(text, at);
    return reading.kind !== 'fields' || this.#screened(text).blocked ? null : { fields: reading.fields, at };
  }
  #readText(text: string, now: Date): FieldReading {
    const untouched = text === this.#start.text && text !== '';
    return untouched ? { kind: 'fields', fields: this.#start.stored } : readField(this.field, text, now);
  }
  #leftNow(): string {
    return this.#verdict.blocked ? leftOfBox(this.field, this.#text, this.#start.taught()) : '';
  }
  #screened(text: string): Verdict {
    return screenBox(this.field, text, this.#start.taught());
  }
}
