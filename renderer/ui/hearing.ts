import { getContext, setContext } from 'svelte';

const HEARING = Symbol('hearing');

/** For all that stands below: whether keys of the window reach it. What waits behind the lock hears none. */
export function setHearing(hears: () => boolean): void {
  setContext(HEARING, hears);
}

/** Outside the frame there is nothing to hide, and keys are always heard. */
export function getHearing(): () => boolean {
  return getContext<(() => boolean) | undefined>(HEARING) ?? (() => true);
}
