import { parseArgs } from 'node:util';

/** `text` takes a value, `flag` none. */
export type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>;

export interface Read<K extends OptionKinds> {
  readonly ok: true;
  readonly texts: Readonly<Partial<Record<keyof K & string, string>>>;
  readonly flags: ReadonlySet<keyof K & string>;
  readonly words: readonly string[];
}

export type ReadOptions<K extends OptionKinds> = Read<K> | { readonly ok: false; readonly sentence: string };

/**
 * Reads what follows a command. An unknown option, one without its value or more than `most` plain words is told in a
 * sentence; exit with 2.
 */
export function readOptions<const K extends OptionKinds>(
  args: readonly string[],
  { kinds, most }: { readonly kinds: K; readonly most: number },
): ReadOptions<K> {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'text' ? 'string' : 'boolean' } as const]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const texts: Partial<Record<string, string>> = {};
  const flags = new Set<keyof K & string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const sentence = takeOption(token, kinds, { texts, flags });
    if (sentence !== null) return { ok: false, sentence };
  }
  if (positionals.length > most)
    return { ok: false, sentence: `"${positionals[most] ?? ''}" is one word too many here.` };
  return { ok: true, texts, flags, words: positionals };
}

interface Token {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function takeOption(
  { name, rawName, value }: Token,
  kinds: OptionKinds,
  into: { readonly texts: Partial<Record<string, string>>; readonly flags: Set<string> },
): string | null {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) return `There is no option ${rawName} here.`;
  if (kind === 'flag') {
    into.flags.add(name);
    return value === undefined ? null : `${rawName} takes no value.`;
  }
  if (value === undefined || value === '') return `${rawName} needs a value.`;
  into.texts[name] = value;
  return null;
}
