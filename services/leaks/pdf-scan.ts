// The words of a PDF's own language (ISO 32000-2, 7.2), one behind the other: each sign is looked at once, whatever it says.

export type Token =
  | { readonly kind: 'text' | 'comment'; readonly end: number; readonly bytes: Buffer }
  | { readonly kind: 'name' | 'word' | 'mark'; readonly end: number; readonly sign: string }
  | { readonly kind: 'number'; readonly end: number; readonly value: number };

const [BLANK, MARK] = [1, 2];
const SORT = new Uint8Array(256);
for (const sign of '\0\t\n\f\r ') SORT[sign.charCodeAt(0)] = BLANK;
for (const sign of '()<>[]{}/%') SORT[sign.charCodeAt(0)] = MARK;
const sortAt = (text: string, at: number): number => SORT[text.charCodeAt(at)] ?? 0;

const ESCAPED = /\\(?:[0-7]{1,3}|\r\n|[\s\S])/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

function unescaped(written: string): string {
  return written.replace(ESCAPED, (escaped) => {
    const sign = escaped.slice(1);
    if (/[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8) & 0xff);
    return /[\r\n]/.test(sign) ? '' : (ESCAPES.get(sign) ?? sign);
  });
}

/** A text in round brackets, which may hold more of them (7.3.4.2); one that is not closed goes to the end. */
function literalAt(text: string, from: number): Token {
  let [at, open] = [from + 1, 1];
  let isEscaped = false;
  for (; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') {
      isEscaped = true;
      at += 1;
    } else if (sign === '(') open += 1;
    else if (sign === ')') open -= 1;
    if (open === 0) break;
  }
  const written = text.slice(from + 1, at);
  return { kind: 'text', end: at + 1, bytes: Buffer.from(isEscaped ? unescaped(written) : written, 'latin1') };
}

function hexadecimalAt(text: string, from: number): Token {
  const found = text.indexOf('>', from);
  const end = found < 0 ? text.length : found;
  const digits = text.slice(from + 1, end).replace(/[^0-9A-Fa-f]/g, '');
  return { kind: 'text', end: end + 1, bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex') };
}

function commentAt(text: string, from: number): Token {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { kind: 'comment', end, bytes: Buffer.from(text.slice(from + 1, end), 'latin1') };
}

function regularEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && sortAt(text, end) === 0) end += 1;
  return end;
}

function wordAt(text: string, from: number): Token {
  const end = regularEnd(text, from);
  const sign = text.slice(from, end);
  const value = Number(sign);
  return Number.isNaN(value) ? { kind: 'word', end, sign } : { kind: 'number', end, value };
}

function markAt(text: string, at: number): Token {
  const sign = text[at] ?? '';
  if (sign === '(') return literalAt(text, at);
  if (sign === '%') return commentAt(text, at);
  if (sign === '/') {
    const end = regularEnd(text, at + 1);
    return { kind: 'name', end, sign: text.slice(at + 1, end) };
  }
  if (text.startsWith('<<', at) || text.startsWith('>>', at)) return { kind: 'mark', end: at + 2, sign: sign + sign };
  return sign === '<' ? hexadecimalAt(text, at) : { kind: 'mark', end: at + 1, sign };
}

/** Behind a picture that lies within a page (8.9.7): its bytes are no words. */
function behindPicture(text: string, from: number): number {
  for (let at = text.indexOf('EI', from); at >= 0; at = text.indexOf('EI', at + 2)) {
    if (sortAt(text, at - 1) === BLANK && (at + 2 === text.length || sortAt(text, at + 2) === BLANK)) return at + 2;
  }
  return from;
}

/** Where the next word begins. */
function behindBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && sortAt(text, at) === BLANK) at += 1;
  return at;
}

const beginsPicture = (token: Token): boolean => token.kind === 'word' && token.sign === 'ID';

/** @param text one letter a byte @param isPage pictures within it are passed over */
export function* tokensOf(text: string, isPage = false): Generator<Token> {
  let mayHold = isPage;
  for (let at = behindBlanks(text, 0); at < text.length; at = behindBlanks(text, at)) {
    const token = sortAt(text, at) === MARK ? markAt(text, at) : wordAt(text, at);
    yield token;
    at = token.end;
    if (!mayHold || !beginsPicture(token)) continue;
    at = behindPicture(text, token.end);
    // Where none ends, the search is not made again.
    mayHold = at > token.end;
  }
}

function valueOf(token: Token): readonly (string | number)[] {
  if (token.kind === 'number') return [token.value];
  return token.kind === 'name' ? [token.sign] : [];
}

type Values = readonly (string | number)[];
const DEEPER: ReadonlyMap<string, number> = new Map([
  ['<<', 1],
  ['>>', -1],
]);
const IN_LIST: ReadonlyMap<string, number> = new Map([
  ['[', 1],
  [']', -1],
]);

/** How deep in a dictionary, and in a list at the top of it. */
interface Depth {
  readonly depth: number;
  readonly list: number;
}

function deeper({ depth, list }: Depth, token: Token): Depth {
  if (token.kind !== 'mark') return { depth, list };
  const now = depth + (DEEPER.get(token.sign) ?? 0);
  return { depth: now, list: list + (now === 1 ? (IN_LIST.get(token.sign) ?? 0) : 0) };
}

const keyAt = ({ depth, list }: Depth, token: Token): string | undefined =>
  depth === 1 && list === 0 && token.kind === 'name' ? token.sign : undefined;
const hasEnded = ({ depth }: Depth, { kind }: Token): boolean => depth <= 0 && kind === 'mark';

/** What stands at the top of a dictionary: names and numbers of each entry, and nothing of what lies deeper. */
export function entriesOf(words: string): ReadonlyMap<string, Values> {
  const entries = new Map<string, Values>();
  let values: (string | number)[] = [];
  let at: Depth = { depth: 0, list: 0 };
  let isDue = false;
  for (const token of tokensOf(words)) {
    const isTop: boolean = at.depth === 1;
    const key: string | undefined = isDue ? undefined : keyAt(at, token);
    isDue = key !== undefined;
    at = deeper(at, token);
    if (hasEnded(at, token)) break;
    if (key !== undefined) entries.set(key, (values = []));
    else if (isTop) values.push(...valueOf(token));
  }
  return entries;
}
