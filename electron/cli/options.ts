import { parseArgs } from 'node:util';

/** `text` takes a value, `flag` none. */
export type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>;

/** `texts` and `flags` hold what was given, by name; `words` stand without a name. */
export type ReadOptions =
  | {
      readonly ok: true;
      readonly texts: Readonly<Partial<Record<string, string>>>;
      readonly flags: ReadonlySet<string>;
      readonly words: readonly string[];
    }
  | { readonly ok: false; readonly sentence: string };

/**
 * Reads what follows a command. An unknown option, one without its value or more than `most` plain words is told in a
 * sentence; exit with 2.
 */
export function readOptions(
  args: readonly string[],
  { kinds, most }: { readonly kinds: OptionKinds; readonly most: number },
): ReadOptions {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'text' ? 'string' : 'boolean' } as const]),
  );
  const given = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const texts: Partial<Record<string, string>> = {};
  const flags = new Set<string>();
  for (const token of given.tokens) {
    if (token.kind !== 'option') continue;
    const sentence = takeOption(token, kinds, { texts, flags });
    if (sentence !== null) return { ok: false, sentence };
  }
  const words = given.positionals;
  if (words.length > most) return { ok: false, sentence: `"${words[most] ?? ''}" is one word too many here.` };
  return { ok: true, texts, flags, words };
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
