// Words written wrong, on purpose or not: misspelt, with stars in them, every letter twice, run together.
import { matches, meantAt, type Change } from './reading.ts';
import { maskedWord, spellingOf, starredWord } from './spelling.ts';
import type { Words } from './words.ts';

const MASKED = /(?<![a-z])([a-z]{2,10})[*#.]{1,8}([a-z]{2,10})(?![a-z*#])/g;
/** Stars in more than one place. */
const STARRED = /(?<![a-z*#])[a-z]{1,8}(?:[*#]{1,4}[a-z]{1,8}){2,6}(?![a-z])/g;
/** Words of status within a longer run of letters. */
const HELD =
  /undocumented|illegally|is(?:an)?illegal|illegal(?:alien|immigrant)|deported|deportad[oa]|icedetainer|detainer|greencard|overstayed|noncitizen|indocumentad[oa]|sinpapeles|semdocumento/;
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

/** Words run together: nogreencard, deportedtwice. */
function runTogether(written: string, start: number): Change | null {
  const found = HELD.exec(written);
  if (found === null || written.length - found[0].length < SHORTEST_REST) return null;
  const [from, to] = [found.index, found.index + found[0].length];
  const letters = [written.slice(0, from), found[0], written.slice(to)].filter((part) => part !== '').join(' ');
  const places = Array.from(
    letters,
    (_, at) => start + Math.min(written.length - 1, at > from && from > 0 ? at - 1 : at),
  );
  return { start, end: start + written.length, letters, places };
}

function meantBy(written: string, start: number): Change | null {
  if (written.length < SHORTEST || written.length > LONGEST) return null;
  const meant = spellingOf(written) ?? singleOf(written);
  if (meant !== null) return meantAt({ start, written }, meant);
  return written.length > SHORTEST_HELD ? runTogether(written, start) : null;
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
  const meant = letters.includes(' ') ? null : spellingOf(letters);
  return meant === null ? null : meantAt({ start, written: ' '.repeat(end - start) }, meant);
}
