import type { TaughtList } from '../../policy/screen/taught.ts';
import type { Verdict } from '../../policy/screen/verdict.ts';
import { readField, tidyText, type FieldReading, type FieldValues } from './field-reading.ts';
import type { FormField } from './form-fields.ts';
import { screenBox } from './screen-box.ts';

/** What a box asks and tells the form around it. */
export interface BoxWatch {
  /** The text changed and was screened. */
  readonly onPause: () => void;
  /** What this station lets through. */
  readonly taught: () => TaughtList | undefined;
}

export interface BoxStart extends BoxWatch {
  readonly field: FormField;
  readonly text: string;
  /** Stored values of this box; they stand as they are while the text is not touched. */
  readonly stored: FieldValues;
}

const PAUSE = 300;
const CLEAN: Verdict = { blocked: false, spans: [], findings: [] };

/** One box of a form: its text, what the screen says of it, what is wrong with it. */
export class Box {
  readonly field: FormField;
  readonly #start: BoxStart;
  #text = $state('');
  #verdict = $state.raw(CLEAN);
  #problem = $state.raw<string | null>(null);
  #choices = $state.raw<readonly string[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: BoxStart) {
    this.field = start.field;
    this.#start = start;
    this.#text = start.text;
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
    this.#timer = setTimeout(() => this.#pause(), PAUSE);
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
    this.#verdict = screenBox(this.field, this.#text, this.#start.taught());
    return this.#verdict;
  }
  /** What the station lets through has changed; what is being typed goes on. */
  screenAgain(): void {
    const { blocked } = this.#verdict;
    this.#verdict = screenBox(this.field, this.#text, this.#start.taught());
    if (blocked !== this.#verdict.blocked) this.#start.onPause();
  }
  /** The box is left: the text is read, tidied and judged. */
  leave(now: Date): void {
    if (this.#timer !== undefined) this.#pause();
    const reading = this.read(now);
    this.#problem = reading.kind === 'problem' ? reading.problem : null;
    this.#choices = reading.kind === 'choose' ? reading.choices : [];
    if (this.#text !== this.#start.text) this.text = tidyText(this.field, this.#text, now);
  }
  /** A sentence from the station about this box; goes when the text changes. */
  complain(problem: string): void {
    this.#problem = problem;
  }
  read(now: Date): FieldReading {
    const untouched = this.#text === this.#start.text && this.#text !== '';
    return untouched ? { kind: 'fields', fields: this.#start.stored } : readField(this.field, this.#text, now);
  }
  #pause(): void {
    this.screenNow();
    this.#start.onPause();
  }
}
