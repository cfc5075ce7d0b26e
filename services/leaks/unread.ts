/** A file, or a part of one, that cannot be read; the message says why, in words for people, and holds no content. */
export class Unread extends Error {
  override readonly name = 'Unread';
}
