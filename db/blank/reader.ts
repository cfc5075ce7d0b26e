import { BLANK_FORM_CLAUSES, type BlankFormClause, type BlankFormKind } from '../../policy/blank-forms.ts';
import type { ReadDb } from '../database.ts';
import { oneOf } from '../parse.ts';

type Ending = Exclude<BlankFormKind, 'printed'>;
const ENDINGS: readonly Ending[] = ['keyed-in', 'not-used', 'lost'];

export interface StoredBlankForm {
  readonly number: string;
  readonly clause: BlankFormClause;
  readonly printedAt: string;
  /** Display name. */
  readonly printedBy: string;
  readonly ended: {
    readonly kind: Ending;
    readonly recordNumber: string | null;
    readonly at: string;
    readonly by: string;
  } | null;
}

/** Those that lie somewhere stand first, then the newest. */
const MOST = 500;

function forms(db: ReadDb) {
  return db
    .selectFrom('blank_form as f')
    .innerJoin('person as p', 'p.id', 'f.by')
    .leftJoin('blank_form as e', (join) => join.onRef('e.number', '=', 'f.number').on('e.kind', '<>', 'printed'))
    .leftJoin('person as q', 'q.id', 'e.by')
    .where('f.kind', '=', 'printed')
    .select(['f.number', 'f.clause', 'f.at', 'p.display_name as printer'])
    .select(['e.kind as ending', 'e.record_number', 'e.at as ended_at', 'q.display_name as ender']);
}

type Row = Awaited<ReturnType<ReturnType<typeof forms>['execute']>>[number];

function endedOf({ ending, record_number, ended_at, ender }: Row): StoredBlankForm['ended'] {
  if (ending === null || ended_at === null || ender === null) return null;
  return {
    kind: oneOf(ENDINGS, ending, 'blank_form.kind'),
    recordNumber: record_number,
    at: ended_at,
    by: ender,
  };
}

function toForm(row: Row): StoredBlankForm {
  return {
    number: row.number,
    clause: oneOf(BLANK_FORM_CLAUSES, row.clause, 'blank_form.clause'),
    printedAt: row.at,
    printedBy: row.printer,
    ended: endedOf(row),
  };
}

/** Forms on paper: those that lie somewhere first, then the newest. */
export async function listBlankForms(db: ReadDb): Promise<readonly StoredBlankForm[]> {
  const rows = await forms(db)
    .orderBy((order) => order('e.kind', 'is not', null))
    .orderBy('f.entry_seq', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(toForm);
}

export async function findBlankForm(db: ReadDb, number: string): Promise<StoredBlankForm | undefined> {
  const row = await forms(db).where('f.number', '=', number).executeTakeFirst();
  return row === undefined ? undefined : toForm(row);
}

/** Whether a booking, a matter or a notification has this number. */
export async function isRecordNumber(db: ReadDb, number: string): Promise<boolean> {
  const row = await db
    .selectFrom('number_reservation')
    .select('number')
    .where('number', '=', number)
    .where('kind', '<>', 'export')
    .executeTakeFirst();
  return row !== undefined;
}
