import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { connect } from '../../db/open.ts';
import { connectTo, type StorePlace } from './store-place.ts';

/** A copy that any SQLite program can open. Nobody but the program with the key can make one. */
export function decryptedCopy(place: StorePlace): string {
  const file = join(place.folder, `plain-${randomUUID()}.db`);
  const source = connectTo(place);
  source.prepare('vacuum into ?').run(file);
  source.close();
  const copy = connect({ file, keys: place.keys }, 'write');
  copy.pragma('journal_mode = DELETE');
  copy.pragma("rekey = ''");
  copy.close();
  return file;
}

/** Every row of every table of a plain file, as one digest. */
export function contentsOf(file: string): string {
  const plain = new Sqlite(file, { readonly: true });
  const tables = plain.prepare("select name from sqlite_schema where type = 'table' order by 1").pluck().all();
  const rows = tables.map((table) => plain.prepare(`select * from "${String(table)}"`).all());
  plain.close();
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

export interface Program {
  readonly name: string;
  /** Runs statements in order, in one process; answers what each was refused with, '' where it was taken. */
  run(file: string, statements: readonly string[]): readonly string[];
}

const PYTHON = `
import json, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
refusals = []
for statement in json.load(sys.stdin):
    try:
        connection.execute(statement).fetchall()
        refusals.append('')
    except sqlite3.Error as error:
        refusals.append(str(error))
print(json.dumps(refusals))
`;

function inPython(file: string, statements: readonly string[]): readonly string[] {
  const run = spawnSync('python3', ['-c', PYTHON, file], { input: JSON.stringify(statements), encoding: 'utf8' });
  const refusals: unknown = JSON.parse(run.stdout);
  return Array.isArray(refusals) ? refusals.map(String) : [];
}

/** The shell names the line of what it refuses, so each statement has one. */
function inShell(file: string, statements: readonly string[]): readonly string[] {
  const input = statements.map((statement) => `${statement};`).join('\n');
  const run = spawnSync('sqlite3', ['-batch', file], { input, encoding: 'utf8' });
  const refused = new Map(
    [...run.stderr.matchAll(/near line (\d+): (.*)/g)].map(([, line, why]) => [Number(line), why]),
  );
  return statements.map((_statement, at) => refused.get(at + 1) ?? '');
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** Programs of this machine that know SQLite and not Sallyport. */
export function otherPrograms(): readonly Program[] {
  const known = { sqlite3: inShell, python3: inPython };
  return Object.entries(known).flatMap(([name, run]) => (isThere(name) ? [{ name, run }] : []));
}

/** A program that has the key and brings functions of our names along, without the key of the marks. */
export function connectForged(place: StorePlace): Sqlite.Database {
  const forged = new Sqlite(place.file);
  for (const name of ['app_mark', 'app_seal'])
    forged.function(name, { varargs: true, deterministic: true }, () => '0'.repeat(64));
  forged.function('app_words', { varargs: true, deterministic: true }, () => 'nnobody');
  forged.function('app_digest', { deterministic: true }, (text) =>
    createHash('sha256').update(String(text)).digest('base64url'),
  );
  forged.pragma("cipher = 'sqlcipher'");
  forged.pragma('legacy = 4');
  forged.pragma(`key = "x'${Buffer.from(place.keys.database).toString('hex')}'"`);
  return forged;
}
