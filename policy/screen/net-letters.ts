// Numbers of the net as letters, which JSON keeps in half the room.

/** Printable letters that JSON writes as they are; the one in the middle stands for nothing. */
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .slice(0, 91);
const MIDDLE = 45;
const VALUES = new Int8Array(128);
for (const [at, letter] of LETTERS.entries()) VALUES[letter.charCodeAt(0)] = at - MIDDLE;
/** A number of a layer has two letters: whole steps of so many, and single ones. */
const LARGE = 91;

/** Numbers as letters: one each from -45 to 45, two each from -4,140 to 4,140. */
export function writeNumbers(steps: readonly number[], letters: 1 | 2): string {
  if (letters === 1) return steps.map((step) => LETTERS[step + MIDDLE] ?? '').join('');
  return steps
    .map((step) => {
      const large = Math.round(step / LARGE);
      return `${LETTERS[large + MIDDLE] ?? ''}${LETTERS[step - large * LARGE + MIDDLE] ?? ''}`;
    })
    .join('');
}

/** The number that a letter of a text stands for. */
export function valueAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] ?? 0;
}

/** The numbers of a layer, two letters each. */
export function readNumbers({ step, letters }: { readonly step: number; readonly letters: string }): Float64Array {
  return Float64Array.from(
    { length: letters.length / 2 },
    (_, at) => (valueAt(letters, 2 * at) * LARGE + valueAt(letters, 2 * at + 1)) * step,
  );
}
