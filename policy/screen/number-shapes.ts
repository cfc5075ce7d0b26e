// The writings of numbers that immigration agencies give, and of their forms. Sources: the shapes of the notes of
// 2026-11-24; receipt prefixes of the service centers; form numbers of the list of forms (I, N, G, AR, EOIR) and of the
// Department of State (DS).
import { HOSPITAL, IODINE, OTHER_NUMBER, PAYMENT, THING_AFTER, THING_BEFORE } from './other-numbers.ts';
import type { ScreenCategory } from './verdict.ts';

export interface Shape {
  readonly category: ScreenCategory;
  readonly clause: string;
  readonly pattern: RegExp;
  /** What every match holds: one of these letters, and so many digits. */
  readonly letters: RegExp;
  readonly digits: number;
  /** Words just before that make it some other number. */
  readonly unlessBefore: RegExp;
  readonly unlessAfter: RegExp;
  /** Words of the same sentence that make it some other number. */
  readonly unlessNear: RegExp;
  /** Some of its digits are words. */
  readonly spelt: boolean;
  /** A loose writing counts only where its first letter is a capital. */
  readonly capital: boolean;
}

const NEVER = /(?!)/;

/** A digit, or a letter that is typed for one. */
const D = '[0-9ilo]';
const NINE = `${D}{3}[ ._/)*-]{0,2}${D}{3}[ ._/*-]{0,2}${D}{3}`;

/** Digits as they are spoken, in the three languages. */
export const SPELT_DIGITS =
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|um|dois|quatro|sete|oito|nove';

type Holds = readonly [letters: RegExp, digits: number];

function identifier(pattern: RegExp, [letters, digits]: Holds, capital = false): Shape {
  const unless = { unlessBefore: NEVER, unlessAfter: NEVER, unlessNear: NEVER };
  return { category: 'identifier', clause: '1(b)', pattern, letters, digits, ...unless, capital, spelt: false };
}

function form(clause: string, pattern: RegExp, letters: RegExp): Shape {
  const unless = { unlessBefore: THING_BEFORE, unlessAfter: THING_AFTER, unlessNear: NEVER };
  return { category: 'form', clause, pattern, letters, digits: 2, ...unless, capital: false, spelt: false };
}

export const SHAPES: readonly Shape[] = [
  // A-012345678, A# 012 345 678, A012345678, A 12345678
  identifier(/(?<![a-z0-9])a[\s#:.-]{0,3}\d{2,3}[ .-]?\d{3}[ .-]?\d{3}(?![0-9a-z]|[.-]\d)/g, [/a/, 8], true),
  // A_012_345_678, A(012)345-678, A2I4555O28
  identifier(
    new RegExp(`(?<![a-z0-9])[a@][\\s#:._/(*-]{0,3}(?=(?:[^0-9]{0,2}[0-9]){6})${NINE}(?![0-9a-z])`, 'g'),
    [/[a@]/, 6],
    true,
  ),
  // A=012345678, "A" 012 345 678, [A]012345678, A012,345,678, A+012345678, Aº 012345678 (folded to ao)
  identifier(
    /(?<![a-z0-9])a(?:\s?[=|~•·:°/]\s?|[)\]"']\s?|[,+]|o\s?)?[0-2]\d\d([ .,·•-]?)\d{3}\1\d{3}(?![0-9a-z]|[.,·-]\d)/g,
    [/a/, 9],
    true,
  ),
  // Alfa 214 triple five 041; A as in apple, 214, 555, 042
  identifier(
    /(?<![a-z0-9])a(?:lfa|lpha| as in [a-z]{1,12})[ ,.-]{1,3}\d{3}[ ,.-]{1,3}(?:\d{3}|triple [a-z]{3,5})[ ,.-]{1,3}\d{3}(?![0-9])/g,
    [/a/, 6],
  ),
  // A0555 50912, A - 0 5 5 - 5 5 0 - 1 2 9: nine digits in groups of any size
  identifier(
    /(?<![a-z0-9])a[\s#:._-]{0,3}(?=(?:[ ._\t\r\n-]{0,3}\d){9}(?![0-9a-z]|[.-]\d))(?:[ ._\t\r\n-]{0,3}\d){9}/g,
    [/a/, 9],
    true,
  ),
  // A-zero78-555-zero43, A nove um oito
  {
    ...identifier(
      new RegExp(
        `(?<![a-z0-9])a(?:[ ,]{1,2}(?:como en|de|as in|like in) [a-z]{2,8},?)?[\\s#:.,-]{0,3}(?=[0-9 .,-]{0,8}(?:${SPELT_DIGITS}))(?:(?:${SPELT_DIGITS}|[0-9oil])[ .,-]{0,3}){8,9}(?![a-z0-9])`,
        'g',
      ),
      [/a/, 2],
    ),
    spelt: true,
  },
  // A 0 1 2 3 4 5 6 7 8
  identifier(/(?<![a-z0-9])a[ ._#-]{1,2}(?:\d[ ._-]){8}\d(?![0-9a-z])/g, [/a/, 9]),
  identifier(
    /(?<![a-z0-9])(?:alien|uscis|afn|a[ -]?(?:numb(?:er)?|num|numero|nbr|no)|a\/n(?=\D{0,4}\d{3}\D?\d{3}\D?\d{3}(?!\d))|a-?file|ins file|numero a(?!\d)|alien reg)["')\]]?[\s#:.]{0,3}(?:registration|reg|number|num|no|id|es|dele|dela|is)?[\s#:.-]{0,4}(?:is |es )?a?[\s#:.-]{0,2}\d{2,3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)/g,
    [/[aui]/, 8],
  ),
  // IOE0912345678, EAC-24-900-12345, E.A.C. 21 900 55544
  identifier(
    /(?<![a-z0-9])(?:[il][o0]e|e\.?a\.?c|w\.?a\.?c|l\.?i\.?n|s\.?r\.?c|m\.?s\.?c|n\.?b\.?c|y\.?s\.?c|i o e|e a c|w a c|l i n|s r c|m s c)[.\s#:-]{0,3}(?:\d{2}[ -]?\d{2,3}[ -]?\d{3}[ -]?\d{2,3}|\d{2}[ -]?\d{4}[ -]?\d{4}|(?<=i[o0]e[\s#:-]{0,3})\d{3}[ -]\d{3}[ -]\d{4})(?![0-9a-z])/g,
    [/[ewlsmnyi]/, 10],
  ),
  // SEVIS N0012345678, N-0012345678, N00 1234 5678
  {
    ...identifier(/(?<![a-z0-9])(?:sevis[\s#:a-z]{0,12})?n[ -]?00[ -]?\d{4}[ -]?\d{4}(?![0-9a-z])/g, [/n/, 10]),
    unlessBefore: OTHER_NUMBER,
  },
  // I-94 no. 555012345A7
  identifier(
    /(?<![a-z0-9])(?:i-?94|eid)[\s#:.]{0,3}(?:number|num|no|numero|event|control)?[\s#:.]{0,3}(?:[a-z]{3})?(?:\d{8,12}(?:[ -]\d{1,2})?|\d{9}[a-z]\d)(?![0-9a-z])/g,
    [/[ie]/, 8],
  ),
  // Event no. BOS2401000123: the letters of an office, else it is a call for the police
  identifier(/(?<![a-z0-9])event[\s#:.]{0,3}(?:number|num|no)?[\s#:.]{0,3}[a-z]{3}\d{8,12}(?![0-9a-z])/g, [/e/, 8]),
  // Admission (record) number 55501234567, 555012345 67, 555012345A7; FIN 1185550124. Hospitals have both words
  {
    ...identifier(
      /(?<![a-z0-9])(?:admission[\s#:.]{0,3}(?:record[\s#:.]{1,3})?(?:number|num|no|numero)?[\s#:.]{0,3}(?:\d{11}|\d{9}[ -]\d{2}|\d{9}[a-z]\d)|fin[\s#:.]{0,3}(?:number|num|no)?[\s#:.]{0,3}\d{10})(?![0-9a-z])/g,
      [/[af]/, 8],
    ),
    unlessNear: HOSPITAL,
  },
  // Visa 20245550125, visa no. 12345678, visa no. K1234567
  {
    ...identifier(
      /(?<![a-z0-9])(?:visa|visto|visado)[\s#:.]{0,3}(?:(?:number|num|no|numero|foil|control)[\s#:.]{0,3}(?:no[\s#:.]{0,2})?(?:[a-z]\d{7}(?![0-9])|\d{8,12})|\d{8,12})(?![0-9a-z])/g,
      [/v/, 7],
    ),
    unlessNear: PAYMENT,
  },
  // Passport MEX G55501234, PP# DO RD5550124; a Passport is a car as well, and pp. are pages
  {
    ...identifier(
      /(?<![a-z0-9])(?:passport|passaporte|pasaporte|ppt|pasp|pp(?=[\s:]*#|[\s:.]{1,3}(?:no|num|[a-z]{1,3}[\s:.#]{0,2}\d|\d{8})))[\s#:.,]{1,3}(?:(?:number|num|no|numero|n|book|card)[\s#:.]{0,3})?(?:(?!vin|odo)[a-z]{2,3}[\s#:.]{1,2})?[a-z]{0,2}\d{6,9}(?![0-9a-z]|\s?(?:miles|mi|km|kms|millas|milhas)(?![a-z]))/g,
      [/p/, 6],
    ),
    unlessBefore: /(?<![a-z])(?:honda|isuzu|nissan|dutchmen|keystone)\s{1,2}$/,
    unlessNear: /(?<![a-z])(?:mileage|odometer|kilometraje|quilometragem|odometro|hodometro)(?![a-z])/,
  },
  form(
    '2',
    /(?<![a-z0-9])(?:form[\s:#]{1,3}i[ -]?|i[-_*]|i\.(?=\d{3})|eye-|[1l]-(?=247)|i(?=247a)|i )(?:247[a-z]?|247 [adn]|200|203[a-z]?|205|213|220[ab]|286|830|860|862|851)(?![0-9a-z])/g,
    /[1iel]/,
  ),
  form('2', /(?<![a-z0-9])i(?:247[a-z]?|200|203[a-z]?|205|213|220[ab]|286|830|860|862|851)(?![0-9a-z])/g, /i/),
  form('2', /(?<![a-z0-9])(?:form[\s:#]{1,3}i[ -]?|i[-_])(?:261[ab]?|826|831|863|870|871|877|901)(?![0-9a-z])/g, /i/),
  form('1(c)', /(?<![a-z0-9])(?:form[\s:#]{1,3}i[ -]?|i-?|eye-)(?:94[aw]?)s?(?![0-9a-z])/g, /i/),
  form(
    '1(c)',
    /(?<![a-z0-9])(?:form[a]?[\s:#]{1,3}i[ -]?|i[-_]?|i\.(?=\d{3})|1-)(?:20|102|130a?|134a?|140|192|212|246|360|407|485|526|539|551|566|589|590|600a?|601a?|602|612|687|690|693|698|730|751|765v?|766|797[a-f]?|800a?|817|821d?|824|864[a-z]{0,2}|881|907|912|914|918[ab]?|929|924|956)s?(?![0-9a-z])/g,
    /[i1]/,
  ),
  {
    ...form(
      '1(c)',
      /(?<![a-z0-9])(?:form[a]?[\s:#]{1,3}i[ -]?|i[-_]?|i\.(?=\d{3})|1-)(?:129[fs]?|131a?)s?(?![0-9a-z])/g,
      /[i1]/,
    ),
    unlessNear: IODINE,
  },
  form(
    '1(c)',
    /(?<![a-z0-9])(?:form[\s:#]{1,3}i[ -]?|i[-_])(?:191|193|327|352|508|512[lt]?|515a?|571|688[ab]?)(?![0-9a-z])/g,
    /i/,
  ),
  // Interstates as well: alone, somebody's, or called a form
  form(
    '2',
    /(?<![a-z0-9])(?:form[\s:#]{1,3}i[ -]?|(?<=^\s{0,9})i-(?=\d{3}\W{0,9}$)|(?<=(?:his|her|their|signed|served|form) )i-)(?:210|275|294|296|391)(?![0-9a-z])/g,
    /i/,
  ),
  // Form 485: what no other office calls so
  form('1(c)', /(?<![a-z0-9])form[\s:#]{1,3}(?:485|589|765|821d|864)(?![0-9a-z])/g, /f/),
  form('1(c)', /(?<![a-z0-9])i[ _](?:485|589|765|130|751|821d?|918b?|94|797|864|601|539|360|9_1_8)(?![0-9a-z])/g, /i/),
  form('1(c)', /(?<![a-z0-9])(?:form[\s:#]{1,3})?i_9_1_8(?![0-9a-z])/g, /i/),
  form('1(c)', /(?<![a-z0-9])(?:form[\s:#]{1,3})?n[ -]?(?:400|470|565|600k?|336|648|426|300)(?![0-9a-z])/g, /n/),
  form('1(c)', /(?<![a-z0-9])(?:form[\s:#]{1,3}n[ -]?|n-)(?:445|550|560|561|570|578)(?![0-9a-z])/g, /n/),
  form(
    '1(c)',
    /(?<![a-z0-9])(?:ar-11|ds-?(?:2019|160|260|261|11|82|5535|156|230)|g-?(?:28|325[ar]?|639|845|884|1145|1450)|eoir-?(?:26|28|29|33|40|42[ab]?)|i-9 form)(?![0-9a-z])/g,
    /[adgei]/,
  ),
];
