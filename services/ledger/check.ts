import type { Check } from '../../contract/system.ts';
import type { ReadDb } from '../../db/database.ts';
import {
  countBrokenLinks,
  countMarks,
  findUncovered,
  isSchemaWhole,
  listFileFaults,
  listTables,
  listUnguardedTables,
} from '../../db/integrity/reader.ts';
import { countWrongOpenDuties } from '../../db/integrity/open-duties.ts';
import { countWrongUnreleased } from '../../db/integrity/unreleased.ts';
import { countWrongWords } from '../../db/integrity/words.ts';
import { findRowless } from '../../db/integrity/rowless.ts';
import { listLogs } from '../../db/ledger/origin-reader.ts';
import { checkAnswers } from './check-answers.ts';
import { checkEntries } from './check-entries.ts';
import { checkHeads } from './check-heads.ts';
import { ofEntries, ofTree } from './check-log.ts';
import { checkTold } from './check-told.ts';
import { checkTree } from './check-tree.ts';
import { verdict, wrongAt, type Wrong } from './verdict.ts';

function unless(ok: boolean, code: string, detail: string): Wrong | null {
  return ok ? null : { code, detail };
}

async function ofRecords(db: ReadDb): Promise<readonly Check[]> {
  const wrong: string[] = [];
  const bare: string[] = [];
  let rows = 0;
  let first: number | null = null;
  for (const table of listTables()) {
    const marks = await countMarks(db, table);
    rows += marks.rows;
    if (marks.wrong > 0) wrong.push(`${table} (${String(marks.wrong)})`);
    const uncovered = await findUncovered(db, table);
    if (uncovered.count > 0) bare.push(`${table} (${String(uncovered.count)})`);
    first ??= uncovered.first;
  }
  const forged = unless(wrong.length === 0, 'row-forged', `rows not written by this station: ${wrong.join(', ')}`);
  const alone = { code: 'record-uncovered', at: first, detail: `records without an entry: ${bare.join(', ')}` };
  const rowless = await findRowless(db);
  return [
    verdict('marks', `${String(rows)} rows, each marked by this station`, forged),
    verdict('records', 'each record has its entry', bare.length === 0 ? null : alone),
    verdict('rows', 'each entry has its record', wrongAt(rowless, 'row-missing', 'the record is missing')),
  ];
}

/** Lists that are kept beside the records, so that few rows are looked at. */
async function ofLists(db: ReadDb): Promise<readonly Check[]> {
  const words = await countWrongWords(db);
  const odd = unless(words === 0, 'words-wrong', `${String(words)} bookings are found by other words than they hold`);
  const bookings = await countWrongUnreleased(db);
  const lost = unless(
    bookings === 0,
    'unreleased-wrong',
    `${String(bookings)} bookings stand open, or not, otherwise than listed`,
  );
  const duties = await countWrongOpenDuties(db);
  const undone = unless(
    duties === 0,
    'open-duties-wrong',
    `${String(duties)} duties are done, or not, otherwise than listed`,
  );
  return [
    verdict('words', 'every booking is found by what it says', odd),
    verdict('unreleased', 'whoever was not released is listed', lost),
    verdict('open-duties', 'every duty that nobody has ended is listed', undone),
  ];
}

async function ofFile(db: ReadDb): Promise<readonly Check[]> {
  const faults = (await listFileFaults(db)).length;
  const open = await listUnguardedTables(db);
  const links = await countBrokenLinks(db);
  const damaged = unless(faults === 0, 'file-damaged', `SQLite found ${String(faults)} faults in the file`);
  const changed = unless(await isSchemaWhole(db), 'schema-changed', 'tables or guards were changed');
  const bare = unless(open.length === 0, 'guard-dropped', `tables without guard: ${open.join(', ')}`);
  const loose = unless(links === 0, 'link-broken', `${String(links)} rows point at nothing`);
  return [
    verdict('file', 'the file is whole', damaged),
    verdict('schema', 'tables and guards are as built', changed),
    verdict('guards', 'no table can be rewritten', bare),
    ...(await ofLists(db)),
    verdict('links', 'every row that is pointed at is there', loose),
  ];
}

/**
 * Checks the whole store: file, schema, log with its tree and heads, disclosures, coverage and marks. Reads only;
 * memory stays flat.
 * @param note text of the head beside the records; null where there is no such file
 */
export async function checkStore(db: ReadDb, note: string | null = null): Promise<readonly Check[]> {
  const file = await ofFile(db);
  const heads = await checkHeads(db, note);
  const tree = await checkTree(db, heads.good);
  const entries = await checkEntries(db, await listLogs(db));
  return [
    ...file,
    ...ofEntries(entries, tree.hash),
    ...ofTree(tree, heads.good),
    ...heads.checks,
    ...(await ofRecords(db)),
    await checkTold(db),
    await checkAnswers(db),
  ];
}
