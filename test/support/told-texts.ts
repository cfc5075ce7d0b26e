// Twenty texts for the window, with what the screen must make of each.

/** Fields of a booking in which the texts stand. */
export type ToldField =
  'narrative' | 'property_items' | 'medical_notes' | 'caution_text' | 'aliases' | 'address_street';

export interface Told {
  readonly name: string;
  readonly field: ToldField;
  readonly text: string;
  /** Words that must be marked; null where the text passes. */
  readonly marked: string | null;
}

/** Eleven that tell status and nine that hold its words and tell nothing; everybody in them is made up. */
export const TOLD_TEXTS: readonly Told[] = [
  {
    name: 'a statement',
    field: 'narrative',
    text: 'Knife on the sidewalk. The suspect is undocumented and gave his name at once. Two witnesses.',
    marked: 'undocumented',
  },
  {
    name: 'a number of an agency',
    field: 'narrative',
    text: 'His wallet held a card, A 123 456 789, and forty dollars.',
    marked: 'A 123 456 789',
  },
  {
    name: 'figures for letters',
    field: 'narrative',
    text: 'The driver is und0cumented and left.',
    marked: 'und0cumented',
  },
  {
    name: 'letters apart',
    field: 'narrative',
    text: 'The driver is u n d o c u m e n t e d and left on foot.',
    marked: 'u n d o c u m e n t e d',
  },
  {
    name: 'a letter of another script',
    field: 'narrative',
    // Two of its letters are Cyrillic.
    text: 'Said his cousin was dерorted last year.',
    marked: 'dерorted',
  },
  {
    name: 'Spanish',
    field: 'narrative',
    text: 'Dijo que es indocumentado y que vive aquí con su hermana.',
    marked: 'indocumentado',
  },
  {
    name: 'Portuguese',
    field: 'narrative',
    text: 'Disse que está sem documentos e trabalha como pintor, ilegal no país.',
    marked: 'ilegal no país',
  },
  {
    name: 'a line of property',
    field: 'property_items',
    text: 'Wallet, brown\nMexican passport in the name of Sample\nKeys',
    marked: 'Mexican passport',
  },
  {
    name: 'a medical note',
    field: 'medical_notes',
    text: 'Asthma inhaler twice a day. Has no doctor because he is undocumented. Allergic to penicillin.',
    marked: 'undocumented',
  },
  {
    name: 'a caution',
    field: 'caution_text',
    text: 'Known to run; overstayed his visa. Carries a knife.',
    marked: 'overstayed',
  },
  { name: 'an alias', field: 'aliases', text: 'The undocumented one', marked: 'undocumented' },
  {
    name: 'ice and Visa',
    field: 'narrative',
    text: 'Slipped on black ice outside the bank; his Visa card lay in the snow beside an ice scraper.',
    marked: null,
  },
  {
    name: 'Spanish that tells nothing',
    field: 'narrative',
    text: 'El conductor habla español, pidió un intérprete y dio su nombre enseguida.',
    marked: null,
  },
  {
    name: 'Portuguese that tells nothing',
    field: 'narrative',
    text: 'Ele fala português, pediu um intérprete e mostrou a carteira de motorista.',
    marked: null,
  },
  {
    name: 'words of the topic in property',
    field: 'property_items',
    text: 'Visa card ending 4471\nKey of a Honda Passport\nIce chest, blue',
    marked: null,
  },
  {
    name: 'words of the topic in a medical note',
    field: 'medical_notes',
    text: 'Ice applied to the left knee. Foreign body taken out of the eye, resident on call looked at it.',
    marked: null,
  },
  { name: 'a tattoo', field: 'caution_text', text: 'Tattoo of a little green alien on the arm.', marked: null },
  { name: 'a name', field: 'aliases', text: 'Ice\nVisa Joe', marked: null },
  { name: 'a street', field: 'address_street', text: '12 Border Street, Exampleton, MA 01581', marked: null },
  {
    name: 'a violation that is no status',
    field: 'narrative',
    text: 'Illegal firearm under the seat; he is on parole from a state sentence and was removed from the car.',
    marked: null,
  },
];
