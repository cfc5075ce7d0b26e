// Builds one RegExp out of many phrases, shaped like a trie, so that a text is read once whatever the number of
// phrases. Gaps are bounded and nothing repeats inside a repetition: matching time is linear in the text.

/** What may stand between two words of a phrase. */
const GAP = '[\\s_/&\\-]{1,6}';
const STEM_END = '[a-z]{0,12}';

interface Branch {
  readonly next: Map<string, Branch>;
  ends: boolean;
}

function branch(): Branch {
  return { next: new Map(), ends: false };
}

function insert(root: Branch, phrase: string): void {
  let at = root;
  for (const letter of phrase) {
    const next = at.next.get(letter) ?? branch();
    at.next.set(letter, next);
    at = next;
  }
  at.ends = true;
}

function literal(letter: string): string {
  if (letter === ' ') return GAP;
  if (letter === '*') return STEM_END;
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function sourceOf(at: Branch): string {
  const parts = [...at.next].map(([letter, next]) => literal(letter) + sourceOf(next));
  if (parts.length === 0) return '';
  const [only = ''] = parts;
  if (parts.length === 1 && !at.ends) return only;
  return `(?:${parts.join('|')})${at.ends ? '?' : ''}`;
}

/** Source of a pattern that matches the longest of the phrases at a place: a space is a short gap, a final * a stem. */
export function trieSource(phrases: readonly string[]): string {
  const root = branch();
  // Letters first, stem ends last, so that a longer phrase is tried before a stem swallows its beginning.
  for (const phrase of [...phrases].sort((a, b) => Number(a.endsWith('*')) - Number(b.endsWith('*'))))
    insert(root, phrase);
  return sourceOf(root);
}
