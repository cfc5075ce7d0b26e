import { en } from './en.ts';

/** The language of the window; English is the only one so far. */
export const words = en;
