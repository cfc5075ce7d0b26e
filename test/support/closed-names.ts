// Every name that must stay closed, in the writings of records systems and of people who try.
import { NIEM_NAMES, PROTECTED_FIELDS } from '../../policy/fields/protected-fields.ts';
import rms from '../../policy/fields/rms-headings.json' with { type: 'json' };

/** Headings of real files that tell status or hint at it. */
export const CLOSED_HEADINGS = rms.headings
  .filter(({ decision }) => decision === 'status' || decision === 'proxy')
  .map(({ heading }) => heading);

const ALIASES = PROTECTED_FIELDS.flatMap((field) => [field.id, ...field.aliases]);
/** Every eighth element name of NIEM and its kin. */
const NIEM_SAMPLE = [...NIEM_NAMES.values()].flat().filter((_name, at) => at % 8 === 0);

export const CLOSED_NAMES: readonly string[] = [...new Set([...CLOSED_HEADINGS, ...ALIASES, ...NIEM_SAMPLE])];

function titled(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}

const joined = (name: string, mark: string): string =>
  name
    .trim()
    .split(/[\s_./-]+/)
    .join(mark);

/** How one name may be written. A sign that means "number" is part of the name, not punctuation. */
export const WRITINGS: Readonly<Record<string, (name: string) => string>> = {
  'as it stands': (name) => name,
  lower: (name) => name.toLowerCase(),
  UPPER: (name) => name.toUpperCase(),
  Title: titled,
  'with spaces': (name) => joined(name, ' '),
  with_underscores: (name) => joined(name, '_'),
  'with.dots': (name) => joined(name, '.'),
  'with zero-width characters': (name) => Array.from(name).join('\u200b'),
};

/** An object with each name as a key, in one writing. */
export function keyed(writing: (name: string) => string, value: unknown = 'X'): Record<string, unknown> {
  return Object.fromEntries(CLOSED_NAMES.map((name) => [writing(name), value]));
}
