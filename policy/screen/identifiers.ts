// Numbers of foreign nationals and immigration forms, by their shape. Case, plate and serial numbers look alike:
// the word before them tells.
import { rangeOf } from './fold.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding, ScreenCategory } from './verdict.ts';

interface Shape {
  readonly category: ScreenCategory;
  readonly clause: string;
  readonly pattern: RegExp;
  /** What every match holds: one of these letters, and so many digits. */
  readonly letters: RegExp;
  readonly digits: number;
  /** Words just before that make it some other number. */
  readonly unlessBefore: RegExp;
  readonly unlessAfter: RegExp;
  /** A loose writing counts only where its first letter is a capital. */
  readonly capital: boolean;
}

const OTHER_NUMBER =
  /(?<![a-z])(?:case|cases|docket|plate|plates|reg|registration|incident|report|serial|ser|sn|s\/n|model|invoice|receipt|tag|bag|item|lot|unit|locker|evidence|exhibit|imei|vin|account|acct|order|tracking|citation|ticket|warrant|permit|license|licence|lic|dl|oln|sid|badge|property|seal|booking|arrest|phone|tel|cell|call|policy|claim)(?:[ .]{0,2}(?:no|num|number|nos))?[\s.:#-]{0,4}$/;
const HIGHWAY_BEFORE = /(?<![a-z])(?:interstate|highway|hwy|route|rte|off|along|onto|via|exit)[\s.:#-]{0,4}$/;
const HIGHWAY_AFTER =
  /^[\s,.-]{0,3}(?:north|south|east|west|northbound|southbound|eastbound|westbound|nb|sb|eb|wb|n\/b|s\/b|e\/b|w\/b|exit|ramp|highway|at exit|near exit|in (?:michigan|oregon|washington|california|ohio))(?![a-z])/;
const NEVER = /(?!)/;

const SHAPES: readonly Shape[] = [
  {
    category: 'identifier',
    clause: '1(b)',
    // A-012345678, A# 012 345 678, A012345678, A 12345678
    pattern: /(?<![a-z0-9])a[\s#:.-]{0,3}\d{2,3}[ .-]?\d{3}[ .-]?\d{3}(?![0-9a-z]|[.-]\d)/g,
    letters: /a/,
    digits: 8,
    unlessBefore: OTHER_NUMBER,
    unlessAfter: NEVER,
    capital: true,
  },
  {
    category: 'identifier',
    clause: '1(b)',
    pattern:
      /(?<![a-z0-9])(?:alien|uscis|a[ -]?(?:number|num|no)|a-?file)[\s#:.]{0,3}(?:registration|reg|number|num|no|id)?[\s#:.-]{0,4}(?:is )?a?[\s#:.-]{0,2}\d{2,3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)/g,
    letters: /[au]/,
    digits: 8,
    unlessBefore: NEVER,
    unlessAfter: NEVER,
    capital: false,
  },
  {
    category: 'form',
    clause: '2',
    pattern:
      /(?<![a-z0-9])(?:form[\s:#]{1,3}i[ -]?|i-?)(?:247[a-z]?|200|203[a-z]?|205|213|220[ab]|286|830|860|862|851)(?![0-9a-z])/g,
    letters: /i/,
    digits: 2,
    unlessBefore: HIGHWAY_BEFORE,
    unlessAfter: HIGHWAY_AFTER,
    capital: false,
  },
  {
    category: 'form',
    clause: '1(c)',
    pattern: /(?<![a-z0-9])(?:form[\s:#]{1,3}i[ -]?|i-?)(?:94[aw]?|20|485|589|765|130|551|766|797)(?![0-9a-z])/g,
    letters: /i/,
    digits: 2,
    unlessBefore: HIGHWAY_BEFORE,
    unlessAfter: HIGHWAY_AFTER,
    capital: false,
  },
];

const DIGITS = SHAPES.map((shape) => shape.digits);
const [LEAST_DIGITS, MOST_DIGITS] = [Math.min(...DIGITS), Math.max(...DIGITS)];

function counts(shape: Shape, text: Screened, [start, end]: readonly [number, number]): boolean {
  const folded = text.folded.text;
  const [first] = rangeOf(text.folded, start, end);
  const letter = text.given.slice(first, first + 1);
  const joined = /^a#?\d/.test(folded.slice(start, start + 3));
  if (shape.capital && !joined && letter === letter.toLowerCase()) return false;
  if (shape.unlessBefore.test(folded.slice(Math.max(0, start - 40), start))) return false;
  return !shape.unlessAfter.test(folded.slice(end, end + 40));
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

/** Digits of the text, counted up to as many as any shape asks for. */
function digitsOf(folded: string): number {
  let digits = 0;
  for (let at = 0; at < folded.length && digits < MOST_DIGITS; at += 1) {
    const code = folded.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}

/** Findings of number and form shapes in this text. A text without their digits and letters is not searched for them. */
export function findIdentifiers(text: Screened): readonly Finding[] {
  const folded = text.folded.text;
  const digits = digitsOf(folded);
  if (digits < LEAST_DIGITS) return [];
  return SHAPES.filter((shape) => digits >= shape.digits && shape.letters.test(folded)).flatMap((shape) =>
    findShape(shape, text),
  );
}
