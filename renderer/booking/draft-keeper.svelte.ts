import { call } from '../api.ts';
import { showSeconds } from '../time/show.ts';
import { TypingRest } from '../ui/typing-rest.ts';
import { fieldLabel } from '../words/field-label.ts';
import { words } from '../words/words.ts';
import type { BookingForm, Collected } from './booking-form.svelte.ts';
import { sendable } from './sendable.ts';

const REST = 1_200;
const AGAIN = 8_000;
const text = words.booking.draft;

function listed(labels: readonly string[]): string {
  const unique = [...new Set(labels)].map((label) => text.theField(label));
  return unique.length === 1 ? unique.join('') : `${unique.slice(0, -1).join(', ')}${text.and}${unique.at(-1) ?? ''}`;
}

/** The note of a keeping: what is left out, and of what an earlier text is kept. @param notKept labels that the station left out */
function noteOf({ blocked, unread, partly, earlier }: Collected, keptAt: string, notKept: readonly string[]): string {
  const kept = [...partly, ...earlier.map(({ box }) => box)];
  const out = [...blocked.filter((box) => !kept.includes(box)), ...unread];
  const left = [...out.map((box) => box.field.label), ...notKept];
  const before = earlier.map(({ box, at }) =>
    text.earlier(text.theField(box.field.label), showSeconds(at.toISOString())),
  );
  const cut = partly.length === 0 ? [] : [text.withoutMarked(listed(partly.map((box) => box.field.label)))];
  const without = left.length === 0 ? [] : [text.without(listed(left))];
  return [text.kept(showSeconds(keptAt)), ...before, ...cut, ...without].join(', ');
}

/** Keeps what passed the screen, a moment after the last key. */
export class DraftKeeper {
  readonly #form: BookingForm;
  readonly #now: () => Date;
  readonly #mayKeep: () => boolean;
  readonly #rest = new TypingRest({ rest: REST }, () => void this.#keep());
  #note = $state('');
  #stopped = false;
  #gone = false;
  /** What is under way: of two keepings the later one is done last. */
  #before: Promise<unknown> = Promise.resolve();

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
    if (!this.#stopped) this.#rest.touch();
  }
  /** The station is about to be locked: at once, or not at all where nothing changed. */
  async flush(): Promise<void> {
    if (this.#rest.waits && !this.#stopped) await this.#keepNow();
    else await this.#before;
  }
  /** The page closes; what waits in memory is kept again when it comes back. */
  leave(): void {
    this.#gone = true;
    void this.flush();
  }
  /** Nothing is kept while the form is being saved. */
  stop(): void {
    this.#stopped = true;
    this.#rest.clear();
  }
  resume(): void {
    this.#stopped = false;
    this.#rest.touch();
  }
  /** Behind the lock the station keeps nothing; it is asked again afterwards. */
  async #keep(): Promise<void> {
    if (this.#mayKeep()) await this.#keepNow();
    else this.#rest.again(AGAIN);
  }
  #keepNow(): Promise<unknown> {
    this.#rest.clear();
    this.#before = this.#before.then(() => (this.#stopped ? undefined : this.#send()));
    return this.#before;
  }
  async #send(): Promise<void> {
    const collected = this.#form.collect(this.#now());
    const { bookingId } = this.#form.start;
    const reply = await call('booking.keepDraft', { bookingId, ...sendable(collected.keepable) });
    if (this.#stopped) return;
    if (reply.ok) {
      const notKept = reply.value.notKept.map((refusal) => fieldLabel(refusal.field ?? ''));
      this.#note = noteOf(collected, reply.value.keptAt, notKept);
      return;
    }
    this.#note = text.notKept;
    if (!this.#gone) this.#rest.again(AGAIN);
  }
}
