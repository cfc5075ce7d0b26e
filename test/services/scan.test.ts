import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { keyOf, lookInside } from '../support/look-inside.ts';
import { refusedIn } from '../support/matters.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

/** Words that stand in the paper and nowhere else. */
const WORDS = 'Hold the person of this made-up fax until Friday';
const PAPER = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(WORDS)]);
const SHA = createHash('sha256').update(PAPER).digest('hex');

let desk: TestStation;
let work = '';
let folder = '';
let copies = 0;
beforeAll(async () => {
  desk = await copyTestStation();
  work = mkdtempSync(join(tmpdir(), 'sallyport-scan-'));
  writeFileSync(join(work, 'fax.pdf'), PAPER);
  const people = [
    ['supervisor', 'keeper'],
    ['booking-officer', 'taker'],
    ['booking-officer', 'another'],
    ['records-clerk', 'clerk'],
    ['auditor', 'auditor'],
    ['administrator', 'admin'],
  ] as const;
  for (const [role, name] of people) {
    await desk.addPerson(role, name);
    await desk.signIn(name, name);
  }
}, 120_000);
afterAll(async () => {
  await desk.remove();
  rmSync(work, { recursive: true, force: true });
});
beforeEach(() => {
  copies += 1;
  folder = join(work, `copies-${String(copies)}`);
  mkdirSync(folder);
});

async function request(client: string): Promise<string> {
  const detail = { channel: 'fax', agency: 'Federal office, made up', asked: 'Call us back.' };
  const event = { kind: 'received', at: new Date().toISOString(), detail };
  return (await desk.done('matter.open', { kind: 'request', subject: {}, event }, client)).matterId;
}
async function sealed(opener = 'taker', sealer = opener): Promise<string> {
  const matterId = await request(opener);
  await desk.done('matter.attachScan', { matterId, path: join(work, 'fax.pdf') }, sealer);
  return matterId;
}
const read = async (
  matterId: string,
  client: string,
  asked: { readonly sha256?: string; readonly into?: string; readonly why?: string } = {},
) => {
  const { sha256 = SHA, into = folder, why = 'Asked on the phone' } = asked;
  return refusedIn(await desk.call('matter.readScan', { matterId, sha256, folder: into, why }, client));
};
const copy = (): Buffer => readFileSync(join(folder, readdirSync(folder)[0] ?? ''));

describe('a sealed scan', () => {
  it('comes back byte for byte, in a file for its reader alone, named after its record', async () => {
    const matterId = await sealed();
    const { number } = await desk.done('matter.get', { matterId });
    const answer = await desk.done('matter.readScan', { matterId, sha256: SHA, folder, why: 'To answer' }, 'keeper');
    expect(answer.path).toBe(join(folder, `${number}-${SHA.slice(0, 8)}.pdf`));
    expect(copy().equals(PAPER)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(answer.path).mode & 0o777).toBe(0o600);
  });

  it('is opened by a chief, a supervisor, who took it in and who sealed it', async () => {
    expect(await read(await sealed(), 'test')).toEqual([]);
    expect(await read(await sealed(), 'keeper', { into: work })).toEqual([]);
    folder = mkdtempSync(join(work, 'more-'));
    expect(await read(await sealed(), 'taker')).toEqual([]);
    expect(await read(await sealed('taker', 'clerk'), 'clerk')).toEqual([]);
    expect(await read(await sealed('taker', 'clerk'), 'taker')).toEqual([]);
  });

  it.each(['another', 'clerk', 'auditor', 'admin'])('is not opened by %s, and that is kept', async (client) => {
    const inside = await lookInside(desk.folder);
    const before = inside.refusals().length;
    const matterId = await sealed();
    expect((await read(matterId, client))[0]).toMatch(/^role-not-allowed/);
    expect(readdirSync(folder)).toEqual([]);
    expect(inside.refusals()).toHaveLength(before + 1);
    inside.close();
  });

  it('says to whom it opens', async () => {
    const matterId = await sealed('taker', 'clerk');
    const readable = async (client: string) =>
      (await desk.done('matter.get', { matterId }, client)).scans.map((scan) => scan.readable);
    expect(await Promise.all(['test', 'keeper', 'taker', 'clerk', 'another', 'auditor'].map(readable))).toEqual([
      ...[[true], [true], [true], [true], [false], [false]],
    ]);
  });

  it('leaves every reading on the ledger before the paper is out, and none of it anywhere in the records', async () => {
    const matterId = await sealed();
    const { number } = await desk.done('matter.get', { matterId });
    const entries = async () => (await desk.done('desk.get', {})).head.entries;
    const before = await entries();
    expect(await read(matterId, 'keeper')).toEqual([]);
    expect(await read(matterId, 'keeper')).toEqual(['wrong-value folder copy-there']);
    expect(await entries()).toBe(before + 1);
    const inside = await lookInside(desk.folder);
    const texts = inside.texts();
    inside.close();
    const last = texts.split('\n').filter((text) => text.includes(`"seq":${String(before)},`));
    expect(last.join()).toContain('"type":"matter.scan-read"');
    expect(texts).toContain(`"scan",{"mediaType":"application/pdf","sha256":"${SHA}"`);
    expect(texts).toContain(number);
    expect(texts).not.toContain(WORDS);
  });

  it('is opened for a reason, which the screen reads and the trail tells', async () => {
    const matterId = await sealed();
    expect(await read(matterId, 'keeper', { why: '' })).toEqual(['missing-value why']);
    expect(await read(matterId, 'keeper', { why: 'He is undocumented.' })).toEqual(['status-in-text why']);
    expect(readdirSync(folder)).toEqual([]);
    expect(await read(matterId, 'keeper', { why: 'Asked by the lawyer' })).toEqual([]);
    const why = async (client: string) => (await desk.done('trail.get', {}, client)).lines.map((line) => line.why);
    expect(await why('auditor')).toContain('Asked by the lawyer');
    expect(new Set(await why('admin'))).toEqual(new Set([null]));
    const mine = await desk.done('trail.mine', {}, 'keeper');
    expect(mine.find((line) => line.why === 'Asked by the lawyer')?.type).toBe('matter.scan-read');
  });

  it('is found by its own hash in its own record only', async () => {
    const matterId = await sealed();
    const empty = await request('taker');
    expect(await read(empty, 'keeper')).toEqual(['not-found sha256']);
    expect(await read(matterId, 'keeper', { sha256: 'ab'.repeat(32) })).toEqual(['not-found sha256']);
    expect(await read(matterId, 'keeper', { sha256: `${SHA}0` })).toEqual(['wrong-value sha256']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not put among the records, nor where nothing can be written', async () => {
    const matterId = await sealed();
    expect(await read(matterId, 'keeper', { into: desk.folder })).toEqual(['wrong-value folder records-folder']);
    expect(await read(matterId, 'keeper', { into: join(folder, 'none') })).toEqual(['wrong-value folder not-writable']);
  });
});

describe('a sealed scan that was changed by somebody with the key', () => {
  async function withKey<T>(work: (store: ReturnType<typeof connect>) => T): Promise<T> {
    const key = await keyOf(desk.folder);
    const keys = { database: key.database, mark: key.mark };
    const store = connect({ file: recordsPath(desk.folder), keys }, 'write');
    try {
      return work(store);
    } finally {
      store.close();
    }
  }
  /** Puts one paper's hash, nonce or bytes in the place of another's. */
  const change = (matterId: string, set: string, values: readonly unknown[] = []): Promise<void> =>
    withKey((store) => {
      const guard = store.prepare("select sql from sqlite_schema where name = 'scan_no_update'").pluck().get();
      store.exec('drop trigger scan_no_update');
      store.prepare(`update scan set ${set} where matter_id = ?`).run(...values, matterId);
      store.exec(String(guard));
    });
  const flipped = (matterId: string): Promise<Buffer> =>
    withKey((store) => {
      const bytes = store.prepare('select sealed from scan where matter_id = ?').pluck().get(matterId);
      if (!Buffer.isBuffer(bytes)) throw new TypeError('no scan');
      bytes.writeUInt8(bytes.readUInt8(12) ^ 1, 12);
      return bytes;
    });

  it('does not open: one bit of it, the bytes of another record, another hash', async () => {
    const [broken, moved, renamed] = [await sealed(), await sealed(), await sealed()];
    const before = (await desk.done('desk.get', {})).head.entries;
    await change(broken, 'sealed = ?', [await flipped(broken)]);
    const other = '(select o.nonce, o.sealed from scan o where o.matter_id = ?)';
    await change(moved, `(nonce, sealed) = ${other}`, [renamed]);
    await change(renamed, 'sha256 = ?', ['ab'.repeat(32)]);
    expect(await read(broken, 'keeper')).toEqual(['damaged-database']);
    expect(await read(moved, 'keeper')).toEqual(['damaged-database']);
    expect(await read(renamed, 'keeper', { sha256: 'ab'.repeat(32) })).toEqual(['damaged-database']);
    expect(readdirSync(folder)).toEqual([]);
    expect((await desk.done('desk.get', {})).head.entries).toBe(before);
    expect(desk.faults).toEqual([]);
  });
});
