/** How long a change waits to be kept, in milliseconds. */
export interface Waits {
  /** After the last key. */
  readonly rest: number;
  /** After the first change, whoever types on. */
  readonly longest?: number;
}

/** Some seconds: what a steady typist loses at most where the power fails. */
const LONGEST_MS = 5_000;

/** Says when it is time to keep what is typed: when its typist rests, and at the latest some seconds after the first change. */
export class TypingRest {
  readonly #waits: Required<Waits>;
  readonly #due: () => void;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;

  constructor({ rest, longest = LONGEST_MS }: Waits, due: () => void) {
    this.#waits = { rest, longest };
    this.#due = due;
  }
  /** Something waits to be kept. */
  get waits(): boolean {
    return this.#rest !== undefined;
  }
  /** Something changed. */
  touch(): void {
    this.again(this.#waits.rest);
    this.#longest ??= setTimeout(() => this.#ring(), this.#waits.longest);
  }
  /** It was not kept: once more, after so many milliseconds. */
  again(after: number): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#ring(), after);
  }
  /** Nothing waits any more. */
  clear(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#longest);
    [this.#rest, this.#longest] = [undefined, undefined];
  }
  #ring(): void {
    this.clear();
    this.#due();
  }
}
