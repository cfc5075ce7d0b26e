import type { ApprovedName } from '../../policy/fields/classify.ts';

/** What records systems write instead of our codes, per field; keys are capitals, letters and digits alone. */
const SPELLINGS: Readonly<Partial<Record<ApprovedName, string>>> = {
  record_action:
    'A=ADD I=ADD INSERT=ADD NEW=ADD U=UPDATE M=UPDATE MODIFY=UPDATE CORRECT=UPDATE D=VOID DELETE=VOID MISTAKEN=VOID',
  booking_category: 'A=ADMINISTRATIVE C=CRIMINAL I=INQUIRY',
  sex: 'MALE=M FEMALE=F UNKNOWN=U NONBINARY=X',
  race: 'W=WHITE B=BLACK A=ASIAN I=NATIVE_AMERICAN P=PACIFIC_ISLANDER O=OTHER U=UNKNOWN AMERICANINDIAN=NATIVE_AMERICAN NATIVEAMERICAN=NATIVE_AMERICAN UNK=UNKNOWN',
  ethnicity: 'HISPANIC=H HISPANICORLATINO=H NOTHISPANIC=N NONHISPANIC=N NOTHISPANICORLATINO=N UNKNOWN=U',
  resident_status: 'RESIDENT=R NONRESIDENT=N UNKNOWN=U',
  eye_color: 'BROWN=BRO BLUE=BLU GREEN=GRN HAZEL=HAZ BLACK=BLK GRAY=GRY GREY=GRY MAROON=MAR PINK=PNK UNKNOWN=XXX',
  hair_color:
    'BROWN=BRO BLACK=BLK BLOND=BLN BLONDE=BLN GRAY=GRY GREY=GRY RED=RED BALD=BAL WHITE=WHI SANDY=SDY UNKNOWN=XXX',
  arrest_type:
    'O=ON-VIEW_ARREST ONVIEW=ON-VIEW_ARREST S=SUMMONED-CITED SUMMONED=SUMMONED-CITED CITED=SUMMONED-CITED T=TAKEN_INTO_CUSTODY CUSTODY=TAKEN_INTO_CUSTODY',
  juvenile_disposition: 'HANDLED=H REFERRED=R',
  charge_severity:
    'F=felony FEL=felony FELONY=felony M=misdemeanor MISD=misdemeanor MISDEMEANOR=misdemeanor C=civil CIVIL=civil',
};

const TABLES = new Map(Object.entries(SPELLINGS).map(([field, words]) => [field, tableOf(words)] as const));

function tableOf(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

/**
 * The code that a cell means: one of ours where it can be told, otherwise the cell in capitals for the gate to judge.
 * @param codes the list of the field, where it has one
 */
export function readCode(field: ApprovedName, text: string, codes: readonly string[] | undefined): string {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  const listed = codes?.find((code) => code.toUpperCase().replace(/[^A-Z0-9]+/g, '') === bare);
  return listed ?? TABLES.get(field)?.get(bare) ?? text.toUpperCase();
}

const TRUE = new Set(['Y', 'YES', 'T', 'TRUE', '1']);
const FALSE = new Set(['N', 'NO', 'F', 'FALSE', '0']);

/** Undefined where the cell is neither yes nor no. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.toUpperCase();
  if (TRUE.has(word)) return true;
  return FALSE.has(word) ? false : undefined;
}
