import type { BookingLine } from '../../contract/booking.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { Verdict } from '../../policy/screen/verdict.ts';
import { call } from '../api.ts';
import { verdictOn } from '../screened/refused-place.ts';

/** Lines that are shown of a search. */
export const MOST_FOUND = 20;

/** What is typed into the box of the search and what was found by it. The words are kept nowhere but here. */
export class BookingFinder {
  #text = $state('');
  #found = $state.raw<readonly BookingLine[] | null>(null);
  /** The text that was answered last. */
  #answered = $state('');
  #refusals = $state.raw<readonly Refusal[]>([]);
  readonly verdict: Verdict = $derived(verdictOn(this.#text, 'search'));
  #asking = false;

  get text(): string {
    return this.#text;
  }
  set text(next: string) {
    this.#text = next;
    // A line that was found before does not stand below words that may not be searched for.
    if (this.#unasked(next)) this.#take(next, null);
    void this.#ask();
  }
  /** Null where nothing is searched for. */
  get found(): readonly BookingLine[] | null {
    return this.#found;
  }
  /** Whether what was found is what was typed, and not an older text. */
  get current(): boolean {
    return this.#answered === this.#text;
  }
  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }
  /** The station is asked for one text at a time; what was typed meanwhile is asked for next, and only the last of it. */
  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    let asked: string | null = null;
    while (asked !== this.#text) {
      asked = this.#text;
      await this.#askFor(asked);
    }
    this.#asking = false;
  }
  async #askFor(text: string): Promise<void> {
    if (this.#unasked(text)) {
      this.#take(text, null);
      return;
    }
    const reply = await call('booking.find', { words: text, limit: MOST_FOUND });
    if (this.#unasked(this.#text)) return;
    this.#take(text, reply);
  }
  #unasked(text: string): boolean {
    return text.trim() === '' || verdictOn(text, 'search').blocked;
  }
  #take(text: string, reply: Reply<readonly BookingLine[]> | null): void {
    this.#answered = text;
    this.#refusals = reply === null || reply.ok ? [] : reply.refusals;
    this.#found = reply?.ok === true ? reply.value : null;
  }
}
