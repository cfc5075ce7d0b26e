// Words written wrong, on purpose or not: misspelt, with stars in them, every letter twice, run together.
import { matches, meantAt, type Change } from './reading.ts';
import { maskedWord, spellingOf, starredWord } from './spelling.ts';
import type { Words } from './words.ts';

const MASKED = /(?<![a-z])([a-z]{2,10})[*#.]{1,8}([a-z]{2,10})(?![a-z*#])/g;
/** Stars in more than one place. */
const STARRED = /(?<![a-z*#])[*#]{0,4}[a-z]{1,8}(?:[*#]{1,4}[a-z]{1,8}){2,6}(?![a-z])/g;
/** Words of status within a longer run of letters. */
const HELD =
  /undocumented|illegally|(?<!^(?:this|it|that|what|which))is(?:an)?illegal|illegal(?:alien|immigrant)|deported|deportad[oa]|^ice(?:detainers?|hold|agents?|called)$|visaoverstay|expiredvisa|(?<!police)detainer|greencard|overstayed|noncitizen|indocumentad[oa]|sinpapeles|semdocumento/;
/** Where one of these is two words or three. */
const SEAMS =
  /(?<=^(?:is|isan|ice|visa|expired|illegal))(?=an|illegal|detainer|hold|agent|called|overstay|visa|alien|immigrant)/;
/** What every word with covered letters holds, and every starred one: few texts do. */
const [MAY_BE_MASKED, MAY_BE_STARRED] = [/[*#.][a-z]/, /[*#][a-z]/];
const SHORTEST_HELD = 8;
/** More than an ending: detainers, illegally. */
const SHORTEST_REST = 3;

const [SHORTEST, LONGEST] = [4, 32];

/** Words of which some letters are covered. */
export function masked(text: string): readonly Change[] {
  if (!MAY_BE_MASKED.test(text)) return [];
  const one = matches(MASKED, text).flatMap((match) => {
    const meant = maskedWord(match[1] ?? '', match[2] ?? '');
    return meant === null ? [] : [meantAt({ start: match.index, written: match[0] }, meant)];
  });
  const starred = MAY_BE_STARRED.test(text) ? matches(STARRED, text) : [];
  const more = starred.flatMap((match) => {
    const meant = starredWord(match[0]);
    return meant === null ? [] : [meantAt({ start: match.index, written: match[0] }, meant)];
  });
  return [...one, ...more].toSorted((first, second) => first.start - second.start);
}

const DOUBLED = /^(?:([a-z])\1){4,}$/;

/** What is written with every letter twice. */
function singleOf(written: string): string | null {
  if (written.charCodeAt(0) !== written.charCodeAt(1) || !DOUBLED.test(written)) return null;
  return Array.from(written)
    .filter((_, at) => at % 2 === 0)
    .join('');
}

/** Words run together: nogreencard, deportedtwice, sheisillegal. */
function runTogether(written: string, start: number): Change | null {
  const found = HELD.exec(written);
  if (found === null) return null;
  const held = found[0].split(SEAMS);
  if (held.length === 1 && written.length - found[0].length < SHORTEST_REST) return null;
  const parts = [written.slice(0, found.index), ...held, written.slice(found.index + found[0].length)];
  let letters = '';
  const places: number[] = [];
  let at = start;
  for (const part of parts.filter((one) => one !== '')) {
    if (letters !== '') {
      letters += ' ';
      places.push(at - 1);
    }
    letters += part;
    for (let letter = 0; letter < part.length; letter += 1) places.push(at + letter);
    at += part.length;
  }
  return { start, end: start + written.length, letters, places };
}

/** Three strokes for the first letters of the word: iiiegal, lllegal. */
const STROKED = /^(?!ill)[il]{3}egal(?:s|ly)?$/;

function strokedOf(word: string): string | null {
  return word.startsWith('egal', 3) && STROKED.test(word) ? `ill${word.slice(3)}` : null;
}

function meaningOf(word: string): string | null {
  return word === 'undocumenteds' ? 'undocumented' : (spellingOf(word) ?? strokedOf(word));
}

function meantBy(written: string, start: number): Change | null {
  if (written.length < SHORTEST || written.length > LONGEST) return null;
  const meant = meaningOf(written) ?? singleOf(written);
  if (meant !== null) return meantAt({ start, written }, meant);
  return written.length > SHORTEST_HELD || written.startsWith('ice') ? runTogether(written, start) : null;
}

/** Words that mean one of status, each as it would be spelt. Those of a text in which none does are read once each. */
export function misspelt({ texts, starts, firsts }: Words): readonly Change[] {
  const changes: Change[] = [];
  const means = new Uint8Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) {
    const first = firsts[at] ?? at;
    if (first !== at && means[first] !== 1) continue;
    const change = meantBy(texts[at] ?? '', starts[at] ?? 0);
    if (change === null) continue;
    means[at] = 1;
    changes.push(change);
  }
  return changes;
}

/** A word in disguise that is misspelt as well: ovr-st4yed. */
export function misspeltToo({ start, end, letters }: Change): Change | null {
  const meant = letters.includes(' ') ? null : meaningOf(letters);
  return meant === null ? null : meantAt({ start, written: ' '.repeat(end - start) }, meant);
}
