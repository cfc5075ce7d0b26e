import { findCode } from './codes.ts';
import { fold } from './fold.ts';
import { findIdentifiers } from './identifiers.ts';
import { findPhrases, phraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import { PHRASE_RULES } from './phrase-rules.ts';
import { findSpacedOut } from './spaced-out.ts';
import { verdictFrom, type ScreenField, type Verdict } from './verdict.ts';

interface Matchers {
  readonly blocks: PhraseMatcher;
  readonly warnings: PhraseMatcher;
}

let matchers: Matchers | undefined;

/**
 * Two readings, so that a warning phrase can never cover a blocking one that overlaps it. Built at first use: it takes longer
 * than all else that a window or a short command does to start.
 */
function phraseMatchers(): Matchers {
  matchers ??= {
    blocks: phraseMatcher(PHRASE_RULES.filter((rule) => rule.action === 'block')),
    warnings: phraseMatcher(PHRASE_RULES.filter((rule) => rule.action === 'warn')),
  };
  return matchers;
}

/**
 * Reads a text for immigration status and its proxies. Status blocks, proxies warn; policy 1(b), 1(c), 2. Offsets
 * are UTF-16 units of the text as given. Pure, linear in the length of the text, never throws, keeps nothing.
 */
export function screen(text: string, field: ScreenField): Verdict {
  const { blocks: blocking, warnings } = phraseMatchers();
  const screened = { given: text, folded: fold(text), field };
  const blocks = [...findPhrases(blocking, screened), ...findIdentifiers(screened), ...findSpacedOut(screened)];
  const code = blocks.length === 0 ? findCode(screened) : null;
  return verdictFrom([...blocks, ...(code === null ? [] : [code]), ...findPhrases(warnings, screened)]);
}
