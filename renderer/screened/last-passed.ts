import type { Finding, Verdict } from '../../policy/screen/verdict.ts';
import { sentencesLeft } from '../../policy/sentences/rest-of.ts';

function sameFromStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** A sentence that tells by its words together is not told by the first of them. */
const isOfWords = ({ action, category }: Finding): boolean => action === 'block' && category !== 'sentence';

/** Whoever rests within a refused word has typed the beginning of it: that passes by itself, and must not stay. */
function withoutBegun(passed: string, refused: string, findings: readonly Finding[]): string {
  const typed = sameFromStart(passed, refused);
  const begun = findings.find((one) => isOfWords(one) && one.start < typed && one.end > typed);
  return begun === undefined ? passed : passed.slice(0, begun.start) + passed.slice(typed);
}

/** Remembers of one box the last text that passed, for as long as what stands there is refused. */
export class LastPassed {
  #text: string;

  /** @param start the text with which the box begins */
  constructor(start: string) {
    this.#text = start;
  }
  get text(): string {
    return this.#text;
  }
  /** What the screen said just now of what stands in the box. Answers whether that is another text that passed. */
  hear(text: string, { blocked, findings }: Pick<Verdict, 'blocked' | 'findings'>): boolean {
    const passed = blocked ? withoutBegun(this.#text, text, findings) : text;
    const isNew = !blocked && passed !== this.#text;
    this.#text = passed;
    return isNew;
  }
}

/** What of a refused text may be kept. */
export interface KeptText {
  readonly text: string;
  /** Whether it is its other sentences; otherwise it is the last text that passed, and empty where there was none. */
  readonly isPart: boolean;
}

/**
 * What of a refused text of sentences may be kept: those in which nothing is refused; where there are none, or they may
 * not be kept either, the last text that passed.
 * @param gate what the screen says of a text of this kind, and whether the gate lets it pass
 */
export function keptOf(
  last: LastPassed,
  text: string,
  gate: { readonly screened: (text: string) => Verdict; readonly passes: (text: string) => boolean },
): KeptText {
  const rest = sentencesLeft(text, gate.screened);
  const isPart = rest !== '' && gate.passes(rest);
  return { text: isPart ? rest : last.text, isPart };
}
