import type { BookingLine } from '../../contract/booking.ts';
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
  #refusals = $state.raw<readonly Refusal[]>([]);
  readonly verdict: Verdict = $derived(verdictOn(this.#text, 'search'));
  #asking = false;

  get text(): string {
    return this.#text;
  }
  set text(next: string) {
    this.#text = next;
    void this.#ask();
  }
  /** Null where nothing is searched for. */
  get found(): readonly BookingLine[] | null {
    return this.#found;
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
    if (text.trim() === '' || verdictOn(text, 'search').blocked) {
      this.#found = null;
      this.#refusals = [];
      return;
    }
    const reply = await call('booking.find', { words: text, limit: MOST_FOUND });
    this.#refusals = reply.ok ? [] : reply.refusals;
    this.#found = reply.ok ? reply.value : null;
  }
}
