// The phrase lists as they are written, all together.
import boxes from '../../policy/screen/phrases-boxes.json' with { type: 'json' };
import english from '../../policy/screen/phrases-en.json' with { type: 'json' };
import spanish from '../../policy/screen/phrases-es.json' with { type: 'json' };
import clean from '../../policy/screen/phrases-clean.json' with { type: 'json' };
import plain from '../../policy/screen/phrases-plain.json' with { type: 'json' };
import portuguese from '../../policy/screen/phrases-pt.json' with { type: 'json' };
import sure from '../../policy/screen/phrases-sure.json' with { type: 'json' };
import told from '../../policy/screen/phrases-told.json' with { type: 'json' };
import typed from '../../policy/screen/phrases-typed.json' with { type: 'json' };
import starter from '../../policy/screen/phrases.json' with { type: 'json' };
import type { WrittenRule } from '../../policy/screen/phrase-rules.ts';

/** Phrases that mean one thing, with their choices and slots. */
export interface PhraseList extends WrittenRule {
  readonly phrases: readonly string[];
}

export const PHRASE_LISTS: readonly PhraseList[] = [
  starter,
  english,
  spanish,
  portuguese,
  told,
  sure,
  plain,
  typed,
  clean,
  boxes,
].flatMap((list): readonly PhraseList[] => list.rules);
