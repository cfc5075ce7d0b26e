/** Words that are written short, with a dot that ends no sentence. */
export const SHORTENED = wordsOf(
  'mr mrs ms dr jr wm jas st ofc ofcr det sgt lt capt cpl tpr supt rev prof sr sra srta dra nac approx aprox vs',
);

/** So are these before a number; elsewhere they end a sentence like any other. */
export const BEFORE_NUMBERS = wordsOf(
  'no nos num nro reg ref cat apt apto tel ext art sec col ch pp p b jan feb mar apr jun jul aug sept sep oct nov dec',
);

/** Words of the topic that are, and hardly ever end a sentence: a phrase runs on over the dot of one ("perm. res. card"). */
const OF_PHRASES = wordsOf('perm nat natl nasc citz ctz imm immig matr tur bras asil asyl resid unlaw depor bord');
/** Where "b." is "born": words with which a place abroad begins. */
const BIRTHS = [
  'mexico guatemala honduras nicaragua salvador el costa panama cuba haiti dominican santo san puerto jamaica trinidad',
  'brazil brasil ecuador colombia peru venezuela bolivia chile argentina uruguay paraguay guyana belize tegucigalpa',
  'ireland italy france germany spain portugal azores cape cabo poland russia ukraine romania greece albania turkey',
  'nigeria ghana kenya uganda somalia ethiopia eritrea morocco egypt angola congo senegal liberia sudan',
  'syria iraq iran lebanon israel pakistan india nepal bangladesh china korea japan vietnam laos cambodia thailand',
  'philippines canada cochabamba quito lima bogota managua guayaquil chiapas oaxaca puebla tijuana lagos accra',
].join(' ');
/** So it does over the dot of these before one of those words: "res. card", "soc. sec.". */
const BEFORE_OTHERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['res', wordsOf('card crd alien stat status')],
  ['soc', wordsOf('sec')],
  ['cons', wordsOf('card id')],
  ['sec', wordsOf('never none nvr not')],
  ['b', wordsOf(`in ${BIRTHS}`)],
]);

/** Whether a phrase of the lists may run on over the dot of this word to the next. */
export function runsOnBefore(word: string, next: string): boolean {
  return OF_PHRASES.has(word) || BEFORE_OTHERS.get(word)?.has(next) === true;
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
