import { call } from '../api.ts';
import { showSeconds } from '../time/show.ts';
import { fieldLabel } from '../words/field-label.ts';
import { words } from '../words/words.ts';
import type { BookingForm } from './booking-form.svelte.ts';
import { sendable } from './sendable.ts';

const AFTER = 900;
const AGAIN = 8_000;
const text = words.booking.draft;

function listed(labels: readonly string[]): string {
  const unique = [...new Set(labels)].map((label) => text.theField(label));
  return unique.length === 1 ? unique.join('') : `${unique.slice(0, -1).join(', ')}${text.and}${unique.at(-1) ?? ''}`;
}

/** Keeps what passed the screen, a moment after the last key. */
export class DraftKeeper {
  readonly #form: BookingForm;
  readonly #now: () => Date;
  readonly #mayKeep: () => boolean;
  #note = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(form: BookingForm, keptAt: string | null, frame: { now(): Date; mayKeep(): boolean }) {
    this.#form = form;
    this.#now = () => frame.now();
    this.#mayKeep = () => frame.mayKeep();
    this.#note = keptAt === null ? text.notYet : text.kept(showSeconds(keptAt));
  }
  /** What the footer says. */
  get note(): string {
    const typed = this.#form.allBoxes.some((box) => box.text !== '');
    return typed && this.#note === text.notYet ? text.soon : this.#note;
  }
  /** Something changed. */
  touch(): void {
    this.#schedule(AFTER);
  }
  /** The page closes: at once, or not at all where nothing changed. */
  async flush(): Promise<void> {
    if (this.#timer === undefined || this.#stopped) return;
    clearTimeout(this.#timer);
    await this.#keep();
  }
  /** Nothing is kept while the form is being saved. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
  resume(): void {
    this.#stopped = false;
    this.#schedule(AFTER);
  }
  async #keep(): Promise<void> {
    this.#timer = undefined;
    // Behind the lock the station keeps nothing; it is asked again afterwards.
    if (!this.#mayKeep()) {
      this.#schedule(AGAIN);
      return;
    }
    const { draft, blocked, unread } = this.#form.collect(this.#now());
    const reply = await call('booking.keepDraft', { bookingId: this.#form.start.bookingId, ...sendable(draft) });
    if (this.#stopped) return;
    if (!reply.ok) {
      this.#note = text.notKept;
      this.#schedule(AGAIN);
      return;
    }
    const left = [
      ...[...blocked, ...unread].map((box) => box.field.label),
      ...reply.value.notKept.map((refusal) => fieldLabel(refusal.field ?? '')),
    ];
    const kept = text.kept(showSeconds(reply.value.keptAt));
    this.#note = left.length === 0 ? kept : kept + text.without(listed(left));
  }
  #schedule(after: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#keep(), after);
  }
}
