import { createContext } from 'svelte';
import type { BookingForm } from '../booking/booking-form.svelte.ts';
import type { TaughtPhrases } from '../booking/taught-phrases.svelte.ts';
import type { ContactBook } from '../contacts/contact-book.svelte.ts';
import type { WindowClock } from './clock.svelte.ts';
import type { DeskNews } from './desk-news.svelte.ts';
import type { DutyNews } from './duty-news.svelte.ts';
import type { Router } from './router.svelte.ts';
import type { Session } from './session.svelte.ts';

/** What every room may reach; made once in App.svelte. */
export interface Frame {
  readonly clock: WindowClock;
  readonly contactBook: ContactBook;
  readonly news: DeskNews;
  readonly dutyNews: DutyNews;
  readonly router: Router;
  readonly session: Session;
  /** What this station lets through past the screen. */
  readonly taught: TaughtPhrases;
  /** Booking forms that wait in memory, by booking; they end with the session. */
  readonly forms: Map<string, BookingForm>;
  /** Reserves a number and opens its form. */
  readonly newBooking: () => Promise<void>;
}

export const [getFrame, setFrame] = createContext<Frame>();
