import { call } from '../api.ts';
import { showSeconds } from '../time/show.ts';
import { fieldLabel } from '../words/field-label.ts';
import { words } from '../words/words.ts';
import type { BookingForm } from './booking-form.svelte.ts';
import { sendable } from './sendable.ts';

/** Keeps what passed, a moment after the last key. */
export interface DraftKeeper {
  /** What the footer says. */
  readonly note: string;
  /** Something changed. */
  touch(): void;
  /** The page closes: at once, or not at all where nothing changed. */
  flush(): Promise<void>;
  /** Nothing is kept while the form is being saved. */
  stop(): void;
  resume(): void;
}

const AFTER = 900;
const AGAIN = 8_000;
const text = words.booking.draft;

function listed(labels: readonly string[]): string {
  const unique = [...new Set(labels)].map((label) => text.theField(label));
  return unique.length === 1 ? unique.join('') : `${unique.slice(0, -1).join(', ')}${text.and}${unique.at(-1) ?? ''}`;
}

export function createDraftKeeper(form: BookingForm, keptAt: string | null, now: () => Date): DraftKeeper {
  let note = $state(keptAt === null ? text.notYet : text.kept(showSeconds(keptAt)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function keep(): Promise<void> {
    timer = undefined;
    const { draft, blocked, unread } = form.collect(now());
    const reply = await call('booking.keepDraft', { bookingId: form.start.bookingId, ...sendable(draft) });
    if (stopped) return;
    if (!reply.ok) {
      note = text.notKept;
      schedule(AGAIN);
      return;
    }
    const left = [
      ...[...blocked, ...unread].map((box) => box.field.label),
      ...reply.value.notKept.map((refusal) => fieldLabel(refusal.field ?? '')),
    ];
    const kept = text.kept(showSeconds(reply.value.keptAt));
    note = left.length === 0 ? kept : kept + text.without(listed(left));
  }
  function schedule(after: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void keep(), after);
  }
  return {
    get note() {
      return note;
    },
    touch() {
      schedule(AFTER);
    },
    async flush() {
      if (timer === undefined || stopped) return;
      clearTimeout(timer);
      await keep();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
    },
    resume() {
      stopped = false;
      schedule(AFTER);
    },
  };
}
