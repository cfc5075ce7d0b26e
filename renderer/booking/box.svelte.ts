import type { Verdict } from '../../policy/screen/verdict.ts';
import { readField, tidyText, type FieldReading, type FieldValues } from './field-reading.ts';
import type { FormField } from './form-fields.ts';
import { screenBox } from './screen-box.ts';

/** One box of a form: its text, what the screen says of it, what is wrong with it. */
export interface Box {
  readonly field: FormField;
  text: string;
  readonly verdict: Verdict;
  readonly problem: string | null;
  /** Two moments to choose from, in the night in which an hour comes twice. */
  readonly choices: readonly string[];
  /** Screens at once: before anything is sent, and when the box is left. */
  screenNow(): Verdict;
  /** The box is left: the text is read, tidied and judged. */
  leave(now: Date): void;
  /** A sentence from the station about this box; goes when the text changes. */
  complain(problem: string): void;
  read(now: Date): FieldReading;
}

export interface BoxStart {
  readonly field: FormField;
  readonly text: string;
  /** Stored values of this box; they stand as they are while the text is not touched. */
  readonly stored: FieldValues;
  /** The text changed and was screened. */
  readonly onPause: () => void;
}

const PAUSE = 300;
const CLEAN: Verdict = { blocked: false, spans: [], findings: [] };

export function createBox(start: BoxStart): Box {
  const { field } = start;
  let text = $state(start.text);
  let verdict = $state.raw(CLEAN);
  let problem = $state.raw<string | null>(null);
  let choices = $state.raw<readonly string[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function screenNow(): Verdict {
    clearTimeout(timer);
    timer = undefined;
    verdict = screenBox(field, text);
    return verdict;
  }
  function pause(): void {
    screenNow();
    start.onPause();
  }
  function read(now: Date): FieldReading {
    if (text === start.text && text !== '') return { kind: 'fields', fields: start.stored };
    return readField(field, text, now);
  }
  return {
    field,
    get text() {
      return text;
    },
    set text(next) {
      if (next === text) return;
      text = next;
      problem = null;
      choices = [];
      // Marks must not stand beside the words they were made for.
      if (verdict.findings.length > 0) screenNow();
      clearTimeout(timer);
      timer = setTimeout(pause, PAUSE);
    },
    get verdict() {
      return verdict;
    },
    get problem() {
      return problem;
    },
    get choices() {
      return choices;
    },
    screenNow,
    leave(now) {
      if (timer !== undefined) pause();
      const reading = read(now);
      problem = reading.kind === 'problem' ? reading.problem : null;
      choices = reading.kind === 'choose' ? reading.choices : [];
      if (text !== start.text) text = tidyText(field, text, now);
    },
    complain(sentence) {
      problem = sentence;
    },
    read,
  };
}
