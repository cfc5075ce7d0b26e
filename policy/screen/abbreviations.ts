/** Words that are written short, with a dot that ends no sentence. */
export const SHORTENED = wordsOf(
  'mr mrs ms dr jr wm jas st ofc ofcr det sgt lt capt cpl tpr supt rev prof sr sra srta dra nac approx aprox vs',
);

/** So are these before a number; elsewhere they end a sentence like any other. */
export const BEFORE_NUMBERS = wordsOf(
  'no nos num nro reg ref cat apt apto tel ext art sec col ch pp p b jan feb mar apr jun jul aug sept sep oct nov dec',
);

/** Words of the topic that are: a phrase runs on over the dot of one of these ("perm. res. card"). */
export const OF_PHRASES = wordsOf(
  'perm res nat natl nasc cit citz ctz imm immig matr cons tur bras trab autor asil soc resid cart',
);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
