import { findCode } from './codes.ts';
import { fold, rangeOf } from './fold.ts';
import { findIdentifiers } from './identifiers.ts';
import { findPhrases, phraseMatcher, type PhraseMatcher, type Screened } from './phrase-matcher.ts';
import { PHRASE_RULES } from './phrase-rules.ts';
import type { Reading } from './reading.ts';
import { readingsOf } from './readings.ts';
import { verdictFrom, type Finding, type ScreenField, type Verdict } from './verdict.ts';

interface Matchers {
  readonly blocks: PhraseMatcher;
  readonly warnings: PhraseMatcher;
  /** Words that nobody writes in disguise for another reason. */
  readonly disguised: PhraseMatcher;
}

let matchers: Matchers | undefined;

/**
 * Two readings, so that a warning phrase can never cover a blocking one that overlaps it. Built at first use: it takes longer
 * than all else that a window or a short command does to start.
 */
function phraseMatchers(): Matchers {
  matchers ??= {
    blocks: phraseMatcher(PHRASE_RULES.filter((rule) => rule.action === 'block' && !rule.disguised)),
    warnings: phraseMatcher(PHRASE_RULES.filter((rule) => rule.action === 'warn')),
    disguised: phraseMatcher(PHRASE_RULES.filter((rule) => rule.disguised)),
  };
  return matchers;
}

function meets({ changed, folded }: Reading, { start, end }: Finding): boolean {
  return changed.some(([from, to]) => {
    const [first, last] = rangeOf(folded, from, to);
    return start < last && end > first;
  });
}

/** What is told in disguise: read as it is meant, and shown as it is typed. */
function findDisguised(text: Screened, { blocks, disguised }: Matchers): readonly Finding[] {
  return readingsOf(text.folded, text.given).flatMap((reading) => {
    const read = { ...text, folded: reading.folded, anyCase: true };
    const found = [...findPhrases(disguised, read), ...findPhrases(blocks, read), ...findIdentifiers(read)];
    return found.filter((finding) => meets(reading, finding));
  });
}

/**
 * Reads a text for immigration status and its proxies. Status blocks, proxies warn; policy 1(b), 1(c), 2. Offsets
 * are UTF-16 units of the text as given. Pure, linear in the length of the text, never throws, keeps nothing.
 */
export function screen(text: string, field: ScreenField): Verdict {
  const all = phraseMatchers();
  const screened = { given: text, folded: fold(text), field };
  const blocks = [...findPhrases(all.blocks, screened), ...findIdentifiers(screened), ...findDisguised(screened, all)];
  const code = blocks.length === 0 ? findCode(screened) : null;
  return verdictFrom([...blocks, ...(code === null ? [] : [code]), ...findPhrases(all.warnings, screened)]);
}
