// Small words of English, Spanish, Portuguese. Where a single word that tells status is taken out, only they ever go with
// it, so nothing else that somebody wrote is lost, whatever the grammar is taken for. By them it is also seen whether a
// sentence goes on over the end of a line.

const WORD_BEFORE = String.raw`(?<![\p{L}\p{N}'’])`;
const WORD_AFTER = String.raw`(?![\p{L}\p{N}])`;
/** A comma, and the spaces around it. They are begun at their first one, or many would be tried at each of them. */
const JOINT = String.raw`(?<!\s)\s*(?:,\s*)?`;

/** Words apart by spaces; in a word `_` stands for a space. */
function anyOf(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s+/)
    .join('|')
    .replaceAll('_', String.raw`\s+`)})`;
}
/** At the end of a text, with the space behind it. */
function atEnd(pattern: string): RegExp {
  return new RegExp(String.raw`${WORD_BEFORE}${pattern}\s+$`, 'iu');
}
/** At the start of a text, with the space before it. */
function atStart(pattern: string): RegExp {
  return new RegExp(String.raw`^\s*${pattern}${WORD_AFTER}`, 'iu');
}

const BE = anyOf(`
  is was are were be been being am isn['’]t wasn['’]t
  es era eran fue fueron est[aá] estaba est[aá]n soy estoy son ser siendo sido
  [eé] s[aã]o foi foram estava est[aã]o sou estou sendo
`);
const HAVE = anyOf('has had have ha había tiene tenía tem tinha');
const AUXILIARY = anyOf(
  'has had have having may might could would should will must got gets ha han había haya tem tinha',
);
const SHORT_BE = anyOf("(?:he|she|it|who|i)['’](?:s|m) (?:they|we)['’]re");
/** Of papers and what comes of them. */
const HOLD = anyOf(`
  lost holds held carries carried showed shows presented fears feared faces faced awaits overstayed
  perdió mostró teme enfrenta perdeu mostrou
`);
const NOT = anyOf('not never no nunca n[aã]o nem ni');
const ADVERB = anyOf(`
  also apparently clearly currently here likely possibly probably still now already allegedly reportedly only really
  también aquí aún todavía posiblemente actualmente
  também aqui ainda possivelmente atualmente
`);
const ARTICLE = anyOf(`
  an? the his her their my its this any no un una el la los las su sus mi ning[uú]n
  um uma os? as? seu sua nenhum nenhuma
`);
const PREPOSITION = anyOf('of with without for from about by on under de con sin por com sem del da do');
const PERSONAL = anyOf('he she they we i ella él ellos ellas yo ele ela eles elas eu');
const RELATIVE = anyOf('who that which que quien quem');
const PERSON = anyOf(`
  suspect subject male female man woman driver passenger patient pt victim detainee prisoner arrestee person individual
  inmate party witness defendant
  sospechoso sospechosa sujeto hombre mujer conductor pasajero paciente víctima detenido persona
  suspeito suspeita sujeito homem mulher motorista passageiro vítima detido pessoa
`);
const LABEL = anyOf('status: estatus: estado: situação:');
const TOLD = anyOf(`
  said says stated states told_us told_me told_officers told_staff told_police admitted admits claimed claims reported
  dijo dijo_que dice admitió disse afirmou admitiu
`);
const LATER = anyOf('also then now later still not no luego después también então depois também não');
const MONTH = anyOf(`
  jan\\w* feb\\w* mar\\w* apr\\w* may june? july? aug\\w* sep\\w* oct\\w* nov\\w* dec\\w* ene\\w* abr\\w* ago\\w* dic\\w* fev\\w* mai\\w*
  set\\w* out\\w* dez\\w*
`);
const TIME = String.raw`(?:in|since|en|desde|em)\s+(?:${MONTH}\s+(?:de\s+)?)?(?:19|20)\d\d`;
const PLACE = anyOf(`
  in_the_country in_the_united_states in_the_usa? en_el_país en_estados_unidos no_país nos_estados_unidos
  here again twice too as_well before aquí también aqui também
`);

export const BEFORE = {
  /** an | his */
  article: atEnd(ARTICLE),
  /** on a | without */
  preposition: atEnd(PREPOSITION),
  prepositionOfArticle: atEnd(anyOf(`in at as en em ${PREPOSITION}`)),
  /** is not also | apparently */
  adverbs: atEnd(String.raw`(?:${NOT}|${ADVERB})(?:\s+(?:${NOT}|${ADVERB}))*`),
  verb: atEnd(String.raw`(?:${NOT}\s+)?(?:(?:${AUXILIARY})\s+)*(?:(?:${BE}\s+)?${BE}|${HAVE}|${HOLD}|${SHORT_BE})`),
  /** he | the suspect */
  subject: atEnd(String.raw`(?:${PERSONAL}|${RELATIVE}|${LABEL}|(?:${ARTICLE}\s+)?${PERSON})`),
  relative: atEnd(RELATIVE),
  personal: atEnd(PERSONAL),
  /** stated that */
  told: atEnd(String.raw`${TOLD}(?:\s+(?:that|que))?`),
  and: new RegExp(String.raw`${JOINT}(?<![\p{L}\p{N}])${anyOf('and but or y e o u ni pero mas ou nem')}\s+$`, 'iu'),
  because: new RegExp(
    String.raw`${JOINT}(?<![\p{L}\p{N}])${anyOf(`
      after before because since while when as although though if where until
      despu[eé]s_de_que después_que porque cuando mientras aunque ya_que pues antes_de_que
      depois_de_que depois_que depois_de pois quando enquanto embora j[aá]_que antes_que
    `)}\s+$`,
    'iu',
  ),
  comma: /(?<!\s)\s*,\s*$/u,
  mark: /(?<!\s)\s*(?:[.!?;:]|\s[-–—])\s+$/u,
  nothing: /(?:^|["“«([])\s*$/u,
} as const;

export const AFTER = {
  and: /^\s*,?\s*(?:and|but|or|nor|y|e|o|u|ni|pero|mas|ou|nem)\s+/iu,
  or: /^\s*,?\s*(?:or|nor|o|u|ni|ou|nem)\s+/iu,
  because: new RegExp(
    String.raw`^\s*,?\s*${anyOf('after before because since while when as so porque cuando mientras ya_que pois quando')}\s+(?=${PERSONAL}\s)`,
    'iu',
  ),
  comma: /^\s*,\s*/u,
  mark: /^\s*(?:[;:]|\s[-–—](?=\s))\s*/u,
  end: /^\s*(?:$|[.!?)\]"”»])/u,
  /** in 2014 | in the country */
  tail: atStart(String.raw`(?:${TIME}|${PLACE})`),
  personal: atStart(PERSONAL),
  article: atStart(ARTICLE),
  adverbs: atStart(String.raw`(?:${LATER}\s+)*${LATER}`),
  preposition: atStart(PREPOSITION),
} as const;

/** Whether a clause has a verb in it that belongs to a subject of its own. */
export const HAS_VERB = new RegExp(String.raw`${WORD_BEFORE}(?:${BE}|${AUXILIARY}|${SHORT_BE})${WORD_AFTER}`, 'iu');
export const IS_HAVE = new RegExp(String.raw`${WORD_BEFORE}(?:${HAVE}|${HOLD})\s*$`, 'iu');
export const IS_NOT = new RegExp(String.raw`${WORD_BEFORE}${NOT}${WORD_AFTER}|n['’]t${WORD_AFTER}`, 'iu');
