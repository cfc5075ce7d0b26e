import list from './common-passphrases.json' with { type: 'json' };

/** Shorter words say little: nearly every text can be cut into them. */
const SHORTEST = 5;
/** Letters beside a word that make no difference to who guesses. */
const FEW_LETTERS = 3;
/** Figures and signs that count as put around words, such as a date; more of them may be a passphrase of their own. */
const MOST_AROUND = 10;

/** Signs that are typed for letters; 1 and ! are typed for two. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

/** The letters alone, small, with the usual stand-ins read back and what stands around them left out. */
export function foldPassphrase(text: string, one: 'i' | 'l'): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll(/[@$013457!]/g, (sign) => STANDS_FOR[sign] ?? one)
    .replaceAll(/[^\p{L}]/gu, '');
}

const listed: ReadonlySet<string> = new Set(list.words.flatMap((line) => line.split(' ')));

/** A word of the list, or so few letters that they add nothing. */
const known = (part: string): boolean => listed.has(part) || part.length <= FEW_LETTERS;

function cutInTwo(letters: string): boolean {
  if (letters.length < SHORTEST) return false;
  for (let at = 0; at <= letters.length; at += 1) {
    const parts = [letters.slice(0, at), letters.slice(at)];
    if (parts.every(known) && parts.some((part) => listed.has(part))) return true;
  }
  return false;
}

/** Whether it is one or two words of the list, as they are or with figures, signs or a few letters around. */
export function isCommon(passphrase: string): boolean {
  const around = Array.from(passphrase.normalize('NFKC').replaceAll(/[\s\p{L}]/gu, '')).length;
  return around <= MOST_AROUND && (['i', 'l'] as const).some((one) => cutInTwo(foldPassphrase(passphrase, one)));
}
