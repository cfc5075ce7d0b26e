import { findCode } from './codes.ts';
import { fold } from './fold.ts';
import { findIdentifiers } from './identifiers.ts';
import { findPhrases, phraseMatcher } from './phrase-matcher.ts';
import { PHRASE_RULES } from './phrase-rules.ts';
import { findSpacedOut } from './spaced-out.ts';
import { verdictFrom, type ScreenField, type Verdict } from './verdict.ts';

// Two readings, so that a warning phrase can never cover a blocking one that overlaps it.
const BLOCKS = phraseMatcher(PHRASE_RULES.filter((rule) => rule.action === 'block'));
const WARNINGS = phraseMatcher(PHRASE_RULES.filter((rule) => rule.action === 'warn'));

/**
 * Reads a text for immigration status and its proxies. Status blocks, proxies warn; policy 1(b), 1(c), 2. Offsets
 * are UTF-16 units of the text as given. Pure, linear in the length of the text, never throws, keeps nothing.
 */
export function screen(text: string, field: ScreenField): Verdict {
  const screened = { given: text, folded: fold(text), field };
  const blocks = [...findPhrases(BLOCKS, screened), ...findIdentifiers(screened), ...findSpacedOut(screened)];
  const code = blocks.length === 0 ? findCode(text, field) : null;
  return verdictFrom([...blocks, ...(code === null ? [] : [code]), ...findPhrases(WARNINGS, screened)]);
}
