import { phraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';

let matcher: PhraseMatcher | undefined;

/** Read at first use: it takes longer than all else that a window or a short command does to start. */
export function phraseLists(): PhraseMatcher {
  matcher ??= phraseMatcher();
  return matcher;
}
