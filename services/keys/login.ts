/** A sign-in name as it is stored and compared: accents joined to their letters, no spaces around, small. */
export function loginOf(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}
