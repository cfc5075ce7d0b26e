import { untrack } from 'svelte';
import type { WayToGrounds } from '../screened/way-keys.ts';
import { words } from '../words/words.ts';
import type { BookingForm } from './booking-form.svelte.ts';

/** Way 2 of a form. Its words follow what is typed, which is screened for them, and not the clock. */
export function wayToGrounds(
  form: BookingForm,
  page: { readonly now: () => Date; readonly go: () => void },
): WayToGrounds {
  const says = $derived(words.booking.refusal.groundDoes[form.onTheWay(untrack(page.now))]);
  return {
    go: page.go,
    get says() {
      return says;
    },
  };
}
