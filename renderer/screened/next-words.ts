import { AFTER, HAS_VERB } from '../../policy/sentences/small-words.ts';

/**
 * What goes on behind a word that was taken out: `subject` a clause of its own, `verb` what the person does, `quality`
 * what the person is, `thing` with an article; `unknown` none of these for sure.
 */
export type NextWords = 'subject' | 'verb' | 'quality' | 'thing' | 'letters' | 'unknown';

const VERBS = wordsOf(`
  is was has had have does did can will would gave gives ran runs fled fell left took takes needs said says told stated
  admits denies wants lives came comes went became feels felt hit hurt cut broke bit bled spat shot stabbed struck fought
  held hid threw made uses drinks smokes suffers complains hears sees thinks threatens refuses speaks wears sleeps
  es está era fue tiene toma necesita dijo dio padece sufre lleva usa quiere vive puede
  é foi tem precisa disse deu leva quer pode
`);
const QUALITIES = wordsOf(`
  armed injured intoxicated wanted restrained disabled depressed wounded infected sedated addicted diagnosed agitated
  confused handcuffed medicated hospitalized unarmed drunk sick ill deaf blind mute weak cold afraid alone awake
  dead diabetic asthmatic high low very on in at under without with known homeless barefoot epileptic autistic
  con sin bajo muy en com sem sob muito em
`);
const QUALITY_ENDS = /(?:al|ic|ive|ous|ant|ent|ful|less|ing|ble|ico|ica|oso|osa|ado|ada|ido|ida|ante|ente|vel)$/u;
const VERB_ENDS = /(?:ed|[^s]s|ó|ou|eu|iu|aba|ía|ava)$/u;
const FIRST_WORD = /^[\s"“«(]*([\p{L}\p{N}'’-]+)/u;
const CLAUSE = /^[^,;.!?]*/u;

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

function isInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function kindOf(given: string): NextWords {
  const word = given.toLowerCase();
  if (VERBS.has(word)) return 'verb';
  if (QUALITIES.has(word) || QUALITY_ENDS.test(word)) return 'quality';
  if (isInCapitals(given)) return 'letters';
  return VERB_ENDS.test(word) ? 'verb' : 'unknown';
}

/** What a clause without an article goes on with; adverbs before it tell nothing. */
function plainNext(clause: string): NextWords {
  const plain = clause.replace(AFTER.adverbs, '');
  if (AFTER.personal.test(plain)) return 'subject';
  return kindOf(FIRST_WORD.exec(plain)?.[1] ?? '');
}

/** What a text goes on with, by its first words. */
export function nextWords(text: string): NextWords {
  const clause = CLAUSE.exec(text)?.[0] ?? '';
  if (!AFTER.article.test(clause)) return plainNext(clause);
  return HAS_VERB.test(clause) ? 'subject' : 'thing';
}
