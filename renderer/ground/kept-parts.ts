import { clearFacts } from '../../policy/gate.ts';
import { isWeighed } from '../../policy/screen/limits.ts';
import type { Verdict } from '../../policy/screen/verdict.ts';
import { sentencesLeft } from '../../policy/sentences/rest-of.ts';
import { verdictOn } from '../screened/refused-place.ts';
import { isRefused, joinParts, partReadAs, type Part, type PartValue } from './object-parts.ts';

/**
 * What of a box may be kept: of a refused one its other sentences, else what was told of it before; a name goes as a whole. Not
 * what passed while it was typed: it comes back as told and is weighed, and half a sentence may say another thing than the whole.
 */
export function keptText(part: Part, typed: string, told: string): string {
  if (!isRefused(part, typed)) return typed;
  const as = partReadAs(part);
  const hasSentences = !part.path.endsWith('name') && (as === 'contact' || isWeighed(as));
  const left = hasSentences ? sentencesLeft(typed, (text): Verdict => verdictOn(text, as)) : '';
  return left === '' && !isRefused(part, told) ? told : left;
}

/** A fact of those of its boxes that can be read, as far as the gate lets it pass; undefined where nothing is left of it. */
export function keepableFact(
  fact: string,
  values: ReadonlyMap<string, PartValue>,
  unread: Pick<ReadonlySet<string>, 'has'>,
): Readonly<Record<string, unknown>> | undefined {
  const value = joinParts(new Map([...values].filter(([path]) => !unread.has(path))));
  return Object.keys(value).length > 0 && clearFacts({ [fact]: value }).ok ? value : undefined;
}
