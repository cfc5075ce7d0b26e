// Letters of other scripts that read as Latin ones, by the shape a reader sees. Compatibility forms (wide, bold,
// circled) and accents are not listed: decomposition takes care of them.

const PAIRS = [
  // Cyrillic
  'АA ВB ЕE ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ЅS ԀD ԌG ԚQ ԜW ӀI ЬB ГR ДD ИU ПN ЯR',
  'аa вb еe іi јj кk мm нh оo рp сc тt уy хx ѕs ԁd ԛq ԝw һh ѵv ӏl гr пn иu ьb ԍg',
  // Greek
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϳj',
  'αa βb γy δd εe ηn ιi κk μu νv οo ρp τt υu χx ωw ςs σo ϲc',
  // Armenian and Cherokee
  'օo սu ոn հh ցg զq ѡw ՏS ՍU ՕO ԼL',
  'ᎪA ᎬE ᎥI ᎠD ᏟC ᏢP ᏔW ᎷM ᎻH ᏀG ᎢT ᏙV ᏞL ᏚS ᏒR ᎫJ ᏃZ ᏴB',
  // Latin small capitals, phonetic and barred letters
  'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz',
  'ɑa ɡg øo ØO đd ĐD ħh ĦH łl ŁL ıi ȷj ɩi ƒf ɛe əe ðd ŧt ŦT ɗd ɓb ƙk ƴy ǀl ɾr ʋu ɵo',
  // Turned upside down
  'ɐa ǝe ᴉi ʇt ɯm ɹr ɔc ɥh ʞk ʌv ʍw ʎy',
  'ßs æa ÆA œo ŒO',
];

function table(): ReadonlyMap<string, string> {
  const entries = PAIRS.flatMap((line) => line.split(' ')).map((pair): [string, string] => {
    const [from = '', to = ''] = Array.from(pair);
    return [from, to];
  });
  return new Map(entries);
}

const LETTERS = table();

/** First code point of runs of 26 letters A to Z that have no decomposition: regional, negative circled, negative squared. */
const ALPHABETS = [0x1f1e6, 0x1f150, 0x1f170];

/** The Latin letter that this character reads as, or the character itself. */
export function latinOf(character: string): string {
  const letter = LETTERS.get(character);
  if (letter !== undefined) return letter;
  const point = character.codePointAt(0) ?? 0;
  const start = ALPHABETS.find((first) => point >= first && point < first + 26);
  return start === undefined ? character : String.fromCodePoint(0x61 + point - start);
}
