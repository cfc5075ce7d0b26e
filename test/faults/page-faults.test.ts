// Pages of the records as a failing disk leaves them. Each page is authenticated, so none is read for what it is not.
import { closeSync, copyFileSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { book } from '../support/booked.ts';
import { keyOf } from '../support/look-inside.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const PAGE = 4_096;

let desk: TestStation;
/** A page of each kind that there is, the rarest kinds last. */
let pages: ReadonlyMap<string, number>;
const work = mkdtempSync(join(tmpdir(), 'sallyport-pages-'));

/** Kinds of pages by what they are of: tables, indexes, their inner pages, what is too long for one page. */
async function kindsOfPages(folder: string): Promise<ReadonlyMap<string, number>> {
  const { database, mark } = await keyOf(folder);
  const store = connect({ file: recordsPath(folder), keys: { database, mark } }, 'read');
  const rows = store
    .prepare(
      `select p.pageno || ' ' || coalesce(s.type, 'table') || ' ' || p.pagetype from dbstat p
      left join sqlite_schema s on s.name = p.name where p.pageno > 1 order by p.pageno desc`,
    )
    .pluck()
    .all();
  store.close();
  const found = new Map<string, number>([['first', 1]]);
  for (const row of rows) {
    const [page = '', ...kind] = String(row).split(' ');
    found.set(kind.join(' '), Number(page));
  }
  return found;
}

beforeAll(async () => {
  desk = await newTestStation();
  const long = { narrative: 'Calm during transport, property listed and signed for. '.repeat(400) };
  for (let at = 0; at < 100; at += 1) await book(desk, at === 7 ? { fields: long } : {});
  await desk.close();
  pages = await kindsOfPages(desk.folder);
  copyFileSync(recordsPath(desk.folder), join(work, 'good.db'));
});
afterAll(async () => {
  rmSync(work, { recursive: true, force: true });
  await desk.remove();
});

function onPage(page: number, change: (bytes: Buffer) => void): void {
  const file = openSync(recordsPath(desk.folder), 'r+');
  const bytes = Buffer.alloc(PAGE);
  readSync(file, bytes, 0, PAGE, (page - 1) * PAGE);
  change(bytes);
  writeSync(file, bytes, 0, PAGE, (page - 1) * PAGE);
  closeSync(file);
}

const HARMS: readonly (readonly [string, (bytes: Buffer) => void])[] = [
  ['one flipped bit', (bytes) => bytes.writeUInt8(bytes.readUInt8(1_000) ^ 4, 1_000)],
  ['one flipped bit at its end', (bytes) => bytes.writeUInt8(bytes.readUInt8(PAGE - 1) ^ 1, PAGE - 1)],
  ['a torn second half', (bytes) => bytes.fill(0x5a, PAGE / 2)],
  ['nothing but zeros', (bytes) => bytes.fill(0)],
];

/** What whoever signs in is told, or what fails in the check of those who are let in. */
async function found(): Promise<string> {
  const next = await openTestStation(desk.folder);
  const reply = await next.call('session.signIn', { name: 'chief', passphrase: PASSPHRASE });
  const check = reply.ok ? await next.call('system.check', {}) : reply;
  await next.close();
  expect(next.faults).toEqual([]);
  if (check.ok) return check.value.ok ? 'nothing' : 'the check fails';
  const [refusal] = check.refusals;
  expect(refusal === undefined ? '' : refusalMessage(refusal)).toMatch(/[.]$/);
  return refusal?.code ?? '';
}

describe('a page of the records', () => {
  it('of every kind is there to be harmed', () => {
    const kinds = [...pages.keys()];
    for (const kind of ['first', 'table internal', 'table leaf', 'table overflow', 'index leaf', 'index internal']) {
      expect(kinds).toContain(kind);
    }
  });

  it.each(HARMS)('with %s is found, whatever it holds, and nothing false is read', async (_what, harm) => {
    for (const [kind, page] of pages) {
      onPage(page, harm);
      expect([kind, await found()]).toEqual([
        kind,
        expect.stringMatching(/^(damaged-database|wrong-key|the check fails)$/),
      ]);
      copyFileSync(join(work, 'good.db'), recordsPath(desk.folder));
    }
    expect(await found()).toBe('nothing');
  });
});
