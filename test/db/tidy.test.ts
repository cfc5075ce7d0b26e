import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { listCopies, tidyIfDue, tidyStore } from '../../db/tidy.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-tidy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same numbers every time, spread as a hash spreads them. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Made {
  readonly file: string;
  readonly store: Sqlite.Database;
}

/** Texts of many lengths under scattered keys, some of which are then deleted: pages split, join and move in between. */
function storeWithTraces(seed: number): Made {
  const file = join(folder, `records-${String(seed)}.db`);
  const store = new Sqlite(file);
  store.pragma('journal_mode = wal');
  store.pragma('secure_delete = 1');
  store.exec(
    'create table kept (id text primary key, text text) strict, without rowid; create index said on kept (text)',
  );
  const next = numbers(seed);
  const insert = store.prepare('insert into kept values (?, ?)');
  const change = store.prepare(
    'update kept set text = ? where id = (select min(id) from kept where id > ? and text like ?)',
  );
  store.exec('begin');
  for (let at = 0; at < 600; at += 1) {
    const word = next() < 0.06 ? 'Quillfeather' : 'Testperson';
    insert.run(`${String(next())}-${String(at)}`, `${word} ${'x'.repeat(Math.floor(next() * 700))}`);
    if (next() < 0.3) change.run(`Testperson ${'y'.repeat(Math.floor(next() * 700))}`, String(next()), 'Testperson%');
  }
  store.exec('commit');
  store.exec(
    "delete from kept where text like 'Quillfeather%'; pragma wal_checkpoint(truncate); pragma user_version = 1",
  );
  return { file, store };
}

const holds = (file: string): boolean =>
  [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes('Quillfeather'));

describe('what a deletion leaves behind', () => {
  it('is old bytes beside rows that were moved, whatever is overwritten at the deletion, until the store is tidied', () => {
    const made = Array.from({ length: 12 }, (_none, at) => storeWithTraces(at + 1));
    expect(made.filter(({ file }) => holds(file)).length).toBeGreaterThan(2);
    expect(made.map(({ store, file }) => tidyStore(store, file))).not.toContain(false);
    expect(made.filter(({ file }) => holds(file))).toEqual([]);
    for (const { store } of made) {
      expect(store.pragma('user_version', { simple: true })).toBe(0);
      expect(store.prepare('select count(*) from kept').pluck().get()).toBeGreaterThan(500);
      store.close();
    }
  });

  it('is destroyed with the copies beside the records, and with nothing else', () => {
    const { file, store } = storeWithTraces(91);
    mkdirSync(join(folder, 'backups', 'monthly'), { recursive: true });
    mkdirSync(join(folder, 'backup-in-making'));
    const staged = join(folder, 'backup-in-making', 'records.db');
    const copies = [
      `${file}.before-0310-x`,
      join(folder, 'backups', 'a.db'),
      join(folder, 'backups', 'monthly', 'b.db'),
    ];
    const other = join(folder, 'station.json');
    for (const path of [staged, ...copies, other]) writeFileSync(path, 'Quillfeather');
    expect([...listCopies(file)].sort()).toEqual([...copies].sort());
    tidyStore(store, file);
    store.close();
    expect([staged, ...copies, other].filter((path) => existsSync(path))).toEqual([other]);
  });

  it('leaves copies alone where no record went with it', () => {
    const { file, store } = storeWithTraces(95);
    const copy = join(folder, 'backups', 'made-since.db');
    mkdirSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(copy, 'a backup from after the order');
    store.pragma('user_version = 2');
    expect([tidyStore(store, file), holds(file), existsSync(copy)]).toEqual([true, false, true]);
    store.close();
    rmSync(copy);
  });

  it('stays due while somebody reads an older state, and goes at the next opening', () => {
    const { file, store } = storeWithTraces(92);
    const reader = new Sqlite(file, { readonly: true });
    reader.exec('begin; select count(*) from kept');
    expect(tidyStore(store, file)).toBe(false);
    expect(store.pragma('user_version', { simple: true })).toBe(1);
    reader.close();
    tidyIfDue(store, file);
    expect([store.pragma('user_version', { simple: true }), holds(file)]).toEqual([0, false]);
    store.close();
  });

  it('stays due while a copy cannot be removed, and the records themselves are clean by then', () => {
    const { file, store } = storeWithTraces(94);
    mkdirSync(join(folder, 'backups', 'kept'), { recursive: true });
    const copy = join(folder, 'backups', 'kept', 'c.db');
    writeFileSync(copy, 'Quillfeather');
    chmodSync(join(folder, 'backups', 'kept'), 0o500);
    const free = process.getuid?.() === 0;
    expect([tidyStore(store, file), holds(file)]).toEqual([free, false]);
    chmodSync(join(folder, 'backups', 'kept'), 0o700);
    tidyIfDue(store, file);
    expect([store.pragma('user_version', { simple: true }), existsSync(copy)]).toEqual([0, false]);
    store.close();
  });

  it('is left alone where nothing was deleted for good', () => {
    const { file, store } = storeWithTraces(93);
    store.pragma('user_version = 0');
    writeFileSync(`${file}.before-0310-x`, 'a copy from before an update');
    tidyIfDue(store, file);
    store.close();
    expect(existsSync(`${file}.before-0310-x`)).toBe(true);
  });
});
