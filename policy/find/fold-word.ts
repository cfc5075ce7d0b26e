/** Letters that no decomposition takes apart, as people without them on their keyboard type them. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ...([
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ø', 'o'],
    ['đ', 'd'],
    ['ð', 'd'],
    ['þ', 'th'],
    ['ł', 'l'],
    ['ı', 'i'],
  ] as const),
]);

/** No accent in it, and nothing that is spelled otherwise. */
const PLAIN = /^[\0-\x7F]*$/;

/** As names are compared: lower case, without accents and apostrophes. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.replace(/['`]/g, '').toLowerCase();
  const bare = text.normalize('NFKD').replace(/[\p{M}'’‘ʼ`´]/gu, '');
  return Array.from(bare.toLowerCase(), (letter) => SPELLED.get(letter) ?? letter).join('');
}

/** Runs of letters and figures, folded. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
