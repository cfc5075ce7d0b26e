/** Asks a box to be made anew with the text it has: what was typed before then comes back by no undo. */
export const FORGET = 'forget-typed';
