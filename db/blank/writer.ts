import type { BlankFormClause, BlankFormKind } from '../../policy/blank-forms.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

/** A number of the series of forms. */
export interface FormNumber {
  readonly year: number;
  readonly seq: number;
  readonly number: string;
}

const formNumber = (year: number, seq: number): FormNumber => ({
  year,
  seq,
  number: `F-${String(year)}-${String(seq).padStart(5, '0')}`,
});

/** The next number of a year; without gaps. */
export async function nextFormNumber(tx: WriteTx, year: number): Promise<FormNumber> {
  const last = await tx
    .selectFrom('blank_form')
    .select((of) => of.fn.max('seq').as('seq'))
    .where('year', '=', year)
    .where('kind', '=', 'printed')
    .executeTakeFirst();
  return formNumber(year, (last?.seq ?? 0) + 1);
}

/** Year and place in it of a number that was read. */
export function formNumberOf(number: string): FormNumber | null {
  const found = /^F-(\d{4})-(\d{5,})$/.exec(number);
  return found === null ? null : formNumber(Number(found[1]), Number(found[2]));
}

/** A form is printed, or what became of it. The database refuses a gap, and a form that ended or was never printed. */
export async function insertBlankForm(
  tx: WriteTx,
  form: FormNumber & {
    readonly clause: BlankFormClause;
    readonly kind: BlankFormKind;
    readonly recordNumber: string | null;
  },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'blank_form', {
    entry_seq: meta.entrySeq,
    year: form.year,
    seq: form.seq,
    number: form.number,
    clause: form.clause,
    kind: form.kind,
    record_number: form.recordNumber,
    at: meta.at,
    by: meta.by,
  });
}
