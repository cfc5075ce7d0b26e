// Numbers of foreign nationals and immigration forms, by their shape. Case, plate and serial numbers look alike:
// the word before them tells.
import { rangeOf } from './fold.ts';
import { SHAPES, SPELT_DIGITS, type Shape } from './number-shapes.ts';
import { OTHER_NUMBER, OTHER_SHORT, OTHER_ZERO } from './other-numbers.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding } from './verdict.ts';

const DIGITS = SHAPES.map((shape) => shape.digits);
const [LEAST_DIGITS, MOST_DIGITS] = [Math.min(...DIGITS), Math.max(...DIGITS)];

type Place = readonly [start: number, end: number];

/** A small a before a number is the article, but not before a sign or before three groups of three. */
const SURE = /^[a@](?:#|[._/(-]|\d|\s\d{3}[ .-]\d{3}[ .-]\d{3}$|\s?[:=|~•·,+)\]"'°]\s?0\d{2}.?\d{3}.?\d{3}$)/;
/** An ordinal sign is folded to a letter. */
const FOLDED_SIGN = /^ao\s?\d/;

/** A parcel's number: it begins with 1Z. */
const PARCEL = /(?<![a-z0-9])1z\s?$/;
/** A day and a kind of file, as a camera names its pictures. */
const PICTURE = /^a[\s_-]?(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d\.(?:jpe?g|png|heic|tiff?|mp4|mov|avi|wav|mp3)/;
/** An amount in thousands behind the article. */
const AMOUNT = /^a\s{1,3}[1-9]\d{1,2}[ .]\d{3}[ .]000$/;

/** Whether an A and these digits, with what stands before and after them, are the number of something else. */
function isOtherNumber(before: string, match: string, after: string): boolean {
  if (AMOUNT.test(match) || PICTURE.test(match + after) || PARCEL.test(before)) return true;
  const digits = match.replace(/[^0-9]/g, '');
  if (digits.length === 8) return OTHER_SHORT.test(before);
  return (digits.startsWith('0') ? OTHER_ZERO : OTHER_NUMBER).test(before);
}

/** What a shape that begins with an A, and with a capital one, asks for. */
function isWithCapital(text: Screened, [start, end]: Place): boolean {
  const folded = text.folded.text;
  const match = folded.slice(start, end);
  const [first] = rangeOf(text.folded, start, end);
  const letter = text.given.charAt(first);
  if (letter === letter.toLowerCase() && !SURE.test(match)) return false;
  if (FOLDED_SIGN.test(match) && text.given.charAt(first + 1) !== 'º') return false;
  return !isOtherNumber(folded.slice(Math.max(0, start - 40), start), match, folded.slice(end, end + 6));
}

/** Forms whose number is a road's as well: two digits, or an interstate that there is. */
const ROAD_NUMBER = /^[i1]-? ?(?:\d\d|140|205|210|275|294|296|391|485)$/;
const ROAD_BEFORE =
  /(?<![a-z])(?:interstate|highway|hwy|route|rte|off|along|onto|via|exit|map of|en la|na|por la|pela|sobre la|rest area)[\s.:#-]{0,4}$/;
const ROAD_AFTER =
  /^[\s,.-]{0,3}(?:map|north|south|east|west|northbound|southbound|eastbound|westbound|nb|sb|eb|wb|n\/b|s\/b|e\/b|w\/b|exit|ramp|highway|loop|(?:inner|outer) loop|at exit|near exit|(?:at |near )?mile|michigan|rest area|in (?:michigan|oregon|washington|california|ohio|minnesota|chicago))(?![a-z])/;
const ROADS =
  /(?<![a-z])(?:drove|driving|lane|lanes|mile marker|exits? \d{1,3}|crash|choque|acidente|engavetamento|traffic|breakdown|rampa|salida|overpass|trooper|tolls?|peaje|pedagio|shoulder|truck stop|road atlas|speed shop)(?![a-z])/;
/** Along the road of two digits whose number is a form's. */
const ROAD_PLACES = /(?<![a-z])(?:detroit|michigan|chicago|milwaukee|fargo)(?![a-z])/;
/** A paper is somebody's, is handed over, is stamped; a road is not. */
const PAPER_BEFORE =
  /(?<![a-z])(?:his|her|their|your|my|sus?|seu|sua|meu|minha|showed|shows|handed(?: me| us| over)?|presented|produced|sent|faxed|mailed|received|copy of|copia de|mostro|presento|apresentou|entregou|entrego|expired)(?: (?:the|an?|la|el|una?|o|a|uma?|his|her|their))?\s{1,2}$/;
const PAPER_AFTER =
  /^[\s,]{1,2}(?:exit (?:date|stamp|record|by)|admit|card|form|stamp|record|number|printout|paper|papers|receipt|expired|vencid[oa]|expirad[oa]|que (?:tra|tien|tenia|llev|lev|mostr|present|apresent|sac|carg|entreg)[a-z]{0,8}|del[ae]s?|de (?:el|ella))(?![a-z])/;
const SENTENCE_END = /[!?;\n]|(?<=[a-z0-9)"']{3})\.\s/;

/** The sentence around a place, as far as words of another matter reach. */
function sentenceAround(folded: string, [start, end]: Place): string {
  const before = folded.slice(Math.max(0, start - 60), start).split(SENTENCE_END);
  const [after = ''] = folded.slice(end, end + 60).split(SENTENCE_END);
  return `${before.at(-1) ?? ''}${folded.slice(start, end)}${after}`;
}

/** Whether a form's number is a road's here. */
function isRoad(folded: string, [start, end]: Place): boolean {
  const match = folded.slice(start, end);
  if (!ROAD_NUMBER.test(match)) return false;
  const [before, after] = [folded.slice(Math.max(0, start - 40), start), folded.slice(end, end + 40)];
  if (PAPER_BEFORE.test(before) || PAPER_AFTER.test(after)) return false;
  if (ROAD_BEFORE.test(before) || ROAD_AFTER.test(after)) return true;
  const sentence = sentenceAround(folded, [start, end]);
  return ROADS.test(sentence) || (match.length < 5 && ROAD_PLACES.test(sentence));
}

function counts(shape: Shape, text: Screened, place: Place): boolean {
  const folded = text.folded.text;
  const [start, end] = place;
  if (shape.capital && !isWithCapital(text, place)) return false;
  if (shape.category === 'form' && isRoad(folded, place)) return false;
  if (shape.unlessBefore.test(folded.slice(Math.max(0, start - 40), start))) return false;
  if (shape.unlessAfter.test(folded.slice(end, end + 40))) return false;
  return !shape.unlessNear.test(sentenceAround(folded, place));
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
const NUMBERED =
  /[0-9](?<=(?<![a-z0-9])(?:(?:[ing]|ar|ds|eoir|eye|forma?[\s:#]{1,3}[in])[\s_*.-]{0,2}|form[\s:#]{1,3}|[1l]-)[0-9])/;

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

/** Lines for machines of passports, visas and cards: names, numbers with days of birth and expiry, first lines of cards. */
const MACHINE_LINES =
  /(?<![a-z0-9<])(?:[pv][a-z<][a-z]{4,38}(?:<[a-z]{1,30}){0,4}<<[a-z<]{2,40}|[a-z]{2,30}<<[a-z]{2,30}<{3}|[a-z0-9<]{9}[0-9<][a-z]{3}\d{7}[mfx<]\d{7}|\d{7}[mfx<]\d{7}[a-z]{3}[a-z0-9<]{0,11}<|[aci][a-z0-9<](?=[a-z]{3}[a-z0-9]{0,25}<)[a-z]{3}[a-z]{0,3}\d[a-z0-9]{6,22}<)/g;

function findMachineLines(text: Screened): readonly Finding[] {
  if (!text.folded.text.includes('<')) return [];
  return [...text.folded.text.matchAll(MACHINE_LINES)].map((match) => {
    const [start, end] = rangeOf(text.folded, match.index, match.index + match[0].length);
    return { category: 'identifier', clause: '1(b)', start, end, action: 'block' };
  });
}

/** Digits of Arabic and of Persian, as many units as those that they stand for. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

function inPlainDigits(text: Screened): Screened {
  const { folded } = text;
  if (folded.starts === null) return text;
  const plain = folded.text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) % 16));
  return { ...text, folded: { ...folded, text: plain } };
}

/** Findings of number and form shapes in this text. A text without their digits and letters is not searched for them. */
export function findIdentifiers(given: Screened): readonly Finding[] {
  const text = inPlainDigits(given);
  const signs = [...findSigns(text), ...findMachineLines(text)];
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
