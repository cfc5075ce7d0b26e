// Numbers of foreign nationals and immigration forms, by their shape. Case, plate and serial numbers look alike:
// the word before them tells.
import { rangeOf } from './fold.ts';
import { SHAPES, SPELT_DIGITS, type Shape } from './number-shapes.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding } from './verdict.ts';

const DIGITS = SHAPES.map((shape) => shape.digits);
const [LEAST_DIGITS, MOST_DIGITS] = [Math.min(...DIGITS), Math.max(...DIGITS)];

/** A small a before a number is the article, but not before a sign or before three groups of three. */
const SURE = /^[a@](?:#|[._/(-]|\d|\s\d{3}[ .-]\d{3}[ .-]\d{3}$)/;

function counts(shape: Shape, text: Screened, [start, end]: readonly [number, number]): boolean {
  const folded = text.folded.text;
  const [first] = rangeOf(text.folded, start, end);
  const letter = text.given.slice(first, first + 1);
  const joined = SURE.test(folded.slice(start, end));
  if (shape.capital && !joined && letter === letter.toLowerCase()) return false;
  if (shape.unlessBefore.test(folded.slice(Math.max(0, start - 40), start))) return false;
  if (shape.unlessAfter.test(folded.slice(end, end + 40))) return false;
  return !shape.unlessNear.test(folded.slice(Math.max(0, start - 60), end + 60));
}

/** Eight digits after an A are also a state's number; in a field of numbers only the nine-digit form tells. */
function tooShortForCode(shape: Shape, text: Screened, match: string): boolean {
  return text.field === 'code' && shape.capital && match.replace(/\D/g, '').length < 9;
}

function findShape(shape: Shape, text: Screened): readonly Finding[] {
  const findings: Finding[] = [];
  const { pattern } = shape;
  // Not matchAll: it copies the pattern for every text.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text.folded.text); match !== null; match = pattern.exec(text.folded.text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (tooShortForCode(shape, text, match[0]) || !counts(shape, text, [start, end])) continue;
    const range = rangeOf(text.folded, start, end);
    findings.push({ category: shape.category, clause: shape.clause, start: range[0], end: range[1], action: 'block' });
  }
  return findings;
}

const DIGIT = /[0-9]/g;

/** Digits of the text, counted up to as many as any shape asks for. */
function digitsOf(folded: string): number {
  let digits = 0;
  DIGIT.lastIndex = 0;
  while (digits < MOST_DIGITS && DIGIT.test(folded)) digits += 1;
  return digits;
}

/** What any of the numbers holds: six digits close together, or letters typed for some of them. */
const LONG = /[0-9][^a-z0-9]{0,3}(?:[0-9ilo][^a-z0-9]{0,3}){4}[0-9ilo]/;
const SPOKEN = /a(?:lfa|lpha| as in | como en )/;
/** Two digits in words, one after the other. */
const SPELT = new RegExp(`[ ,-](?:${SPELT_DIGITS})[ ,-]{0,2}(?:${SPELT_DIGITS}|[0-9]{2})`);
/** Digits that stand beside those in words. */
const FEWEST_BESIDE_SPELT = 2;
/** What any of the forms holds. Begins with its digit, of which most texts have few, and looks back from there. */
const NUMBERED = /[0-9](?<=(?<![a-z0-9])(?:(?:[ing]|ar|ds|eoir|eye|forma?[\s:#]{1,3}[in])[\s_*-]{0,2}|[1l]-)[0-9])/;

/** A#, without its digits or with a place for them: it tells that somebody has one. */
const SIGN = /(?<![a-z0-9#])a ?#(?!\s?[0-9])/g;
/** Letters of houses, cages and tunes. */
const OTHER_LETTER =
  /(?<![a-z])(?:apt|apartment|unit|bldg|building|blk|block|suite|ste|rm|room|gate|lot|row|key of|chord|in)[\s.:]{0,2}$/;

function findSigns(text: Screened): readonly Finding[] {
  const folded = text.folded.text;
  if (!folded.includes('#')) return [];
  return [...folded.matchAll(SIGN)].flatMap((match) => {
    const [start, end] = rangeOf(text.folded, match.index, match.index + match[0].length);
    const isOther = OTHER_LETTER.test(folded.slice(Math.max(0, match.index - 12), match.index));
    return isOther || text.given.charAt(start) !== 'A'
      ? []
      : [{ category: 'identifier', clause: '1(b)', start, end, action: 'block' }];
  });
}

/** Findings of number and form shapes in this text. A text without their digits and letters is not searched for them. */
export function findIdentifiers(text: Screened): readonly Finding[] {
  const signs = findSigns(text);
  const folded = text.folded.text;
  const digits = digitsOf(folded);
  if (digits < LEAST_DIGITS) return signs;
  const numbers = LONG.test(folded) || SPOKEN.test(folded);
  const forms = NUMBERED.test(folded);
  const spelt = digits >= FEWEST_BESIDE_SPELT && SPELT.test(folded);
  const wanted = (shape: Shape): boolean => {
    if (shape.spelt) return spelt;
    return (shape.category === 'form' ? forms : numbers) && digits >= shape.digits;
  };
  const shaped = SHAPES.filter(wanted)
    .filter((shape) => shape.letters.test(folded))
    .flatMap((shape) => findShape(shape, text));
  return [...signs, ...shaped];
}
