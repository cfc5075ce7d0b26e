import type { Check } from '../../contract/system.ts';
import type { ReadDb } from '../../db/database.ts';
import {
  countBrokenLinks,
  countMarks,
  countUncovered,
  isSchemaWhole,
  listFileFaults,
  listTables,
  listUnguardedTables,
} from '../../db/integrity/reader.ts';
import { checkEntries, type EntryFindings } from './check-entries.ts';

/** What is said where a check holds, and where it fails. */
interface Words {
  readonly good: string;
  readonly bad: string;
}

function check(name: string, ok: boolean, words: Words): Check {
  return { name, ok, detail: ok ? words.good : words.bad };
}

function entryCheck(name: string, at: number | null, { good, bad }: Words): Check {
  return check(name, at === null, { good, bad: `${bad} at entry ${String(at)}` });
}

function ofEntries(found: EntryFindings): readonly Check[] {
  const all = `${String(found.count)} entries`;
  return [
    entryCheck('entries', found.gap, { good: `${all}, none missing`, bad: 'the numbering breaks' }),
    entryCheck('entry hashes', found.hash, { good: 'every hash fits its entry', bad: 'the hash does not fit' }),
    entryCheck('entry contents', found.content, { good: 'every entry can be read', bad: 'nothing can be read' }),
    entryCheck('disclosures', found.missing, {
      good: 'every disclosure is there that has to be',
      bad: 'a disclosure is missing',
    }),
    entryCheck('disclosed texts', found.extra, {
      good: 'every disclosure has its digest',
      bad: 'a disclosure is not in it',
    }),
  ];
}

async function ofRecords(db: ReadDb): Promise<readonly Check[]> {
  const wrong: string[] = [];
  const uncovered: string[] = [];
  let rows = 0;
  for (const table of listTables()) {
    const marks = await countMarks(db, table);
    rows += marks.rows;
    if (marks.wrong > 0) wrong.push(`${table} (${String(marks.wrong)})`);
    const bare = await countUncovered(db, table);
    if (bare > 0) uncovered.push(`${table} (${String(bare)})`);
  }
  return [
    check('marks', wrong.length === 0, {
      good: `${String(rows)} rows, each marked by this station`,
      bad: `rows not written by this station: ${wrong.join(', ')}`,
    }),
    check('records', uncovered.length === 0, {
      good: 'each record has its entry',
      bad: `records without an entry: ${uncovered.join(', ')}`,
    }),
  ];
}

async function ofFile(db: ReadDb): Promise<readonly Check[]> {
  const faults = await listFileFaults(db);
  const open = await listUnguardedTables(db);
  const links = await countBrokenLinks(db);
  return [
    check('file', faults.length === 0, {
      good: 'the file is whole',
      bad: `SQLite found ${String(faults.length)} faults in the file`,
    }),
    check('schema', await isSchemaWhole(db), {
      good: 'tables and guards are as built',
      bad: 'tables or guards were changed',
    }),
    check('guards', open.length === 0, {
      good: 'no table can be rewritten',
      bad: `tables without guard: ${open.join(', ')}`,
    }),
    check('links', links === 0, {
      good: 'every row that is pointed at is there',
      bad: `${String(links)} rows point at nothing`,
    }),
  ];
}

/** Checks the whole store: file, schema, log, disclosures, coverage and marks. Reads only; memory stays flat. */
export async function checkStore(db: ReadDb): Promise<readonly Check[]> {
  return [...(await ofFile(db)), ...ofEntries(await checkEntries(db)), ...(await ofRecords(db))];
}
