import { findOffense } from '../../policy/offenses/catalogue.ts';
import type { Pack } from '../../policy/packs/pack.ts';
import { showMoment } from '../time/show.ts';
import { words } from '../words/words.ts';

/** Words for each value of a closed list. */
type Options = readonly { readonly value: string; readonly label: string }[];

const HASH = /^[\da-f]{64}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T/;
const optionWords: Readonly<Record<string, string>> = words.ground.options;

function textInWords(value: string, pack: Pack, options: Options): string {
  if (value === pack.agency.code) return words.ground.ourAgency;
  if (TIME.test(value)) return showMoment(value);
  if (HASH.test(value)) return value.slice(0, 12);
  const offense = findOffense(value);
  if (offense !== undefined) return `${offense.title}, ${offense.citation}`;
  return options.find((option) => option.value === value)?.label ?? optionWords[value] ?? value;
}

/** A fact's value as people read it; empty where there is none. */
export function inWords(value: unknown, pack: Pack, options: Options): string {
  if (typeof value === 'boolean') return value ? words.policy.yes : words.policy.no;
  if (typeof value === 'string') return textInWords(value, pack, options);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map((one) => inWords(one, pack, options))
    .filter((one) => one !== '')
    .join(', ');
}

/** Facts of a decision that was made, in words; in the order in which they were told. */
export function toldLines(
  facts: Readonly<Record<string, unknown>>,
  pack: Pack,
): readonly { readonly name: string; readonly shown: string }[] {
  return Object.entries(facts).flatMap(([fact, value]) => {
    const entry = pack.facts.find((one) => one.fact === fact);
    const shown = inWords(value, pack, entry?.options ?? []);
    return shown === '' ? [] : [{ name: entry?.name ?? fact, shown }];
  });
}
