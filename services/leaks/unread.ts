/** A file, or a part of one, that cannot be read; the message says why, in words for people, and holds no content. */
export class Unread extends Error {
  override readonly name = 'Unread';
}

/** For what was made to fill memory and time. */
export const TOO_LARGE_UNPACKED = 'becomes far too large unpacked';
export const DAMAGED = 'damaged';
