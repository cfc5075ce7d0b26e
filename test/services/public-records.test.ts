import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CallInput, CallOutputs } from '../../contract/calls.ts';
import { readZip } from '../../proof/verify/zip.ts';
import { openRecord } from '../../services/export/open-record.ts';
import { ZipPieces } from '../../services/export/zip.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { book, DECLINED } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { lookInside } from '../support/look-inside.ts';
import { has, run } from '../support/outside-program.ts';
import type { TestStation } from '../support/station.ts';

const told = z.looseObject({
  content: z.looseObject({
    records: z.array(z.looseObject({ number: z.string(), copy: z.string(), leftOut: z.unknown() })),
    withheld: z.unknown(),
    under18: z.number(),
    log: z.unknown(),
    dueOn: z.string(),
  }),
});
const numbered = z.looseObject({ notificationId: z.string(), number: z.string() });

let desk: TestStation;
let folder = '';
const numbers: string[] = [];

beforeAll(async () => {
  desk = await copyTestStation();
  const asked = { last_name: 'Testperson' };
  for (const fields of [asked, asked, asked, { last_name: 'Young', dob: '2010-02-02' }]) {
    const bookingId = await book(desk, { fields });
    await desk.done('notification.record', { ...DECLINED, bookingId });
  }
  const list = await desk.done('notification.list', {});
  numbers.push(...list.map((one) => numbered.parse(one).number).sort());
}, 60_000);
afterAll(() => desk.remove());
beforeEach(() => {
  folder = mkdtempSync(join(desk.folder, '..', 'package-'));
});

const wanted = (more: Partial<CallInput<'release.package'>> = {}): CallInput<'release.package'> => ({
  ...{ from: '2026-01-01', to: '2100-01-01', folder, audience: 'Alex Requester', reference: 'R-2026-12' },
  ...{ receivedOn: '2026-11-20', leaveOut: [{ name: 'person', reason: 'privacy' }], ...more },
});
const write = (more: Partial<CallInput<'release.package'>> = {}): Promise<CallOutputs['release.package']> =>
  desk.done('release.package', wanted(more));

async function filesOf(file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await readZip(readFileSync(file));
  if ('ok' in files) throw new Error(files.detail);
  return files;
}
const textOf = (files: ReadonlyMap<string, Uint8Array>, ending: string): string => {
  const name = [...files.keys()].find((one) => one.endsWith(ending)) ?? '';
  return Buffer.from(files.get(name) ?? []).toString();
};
const failed = async (path: string): Promise<readonly string[]> =>
  (await verifyPath([path])).checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);

describe('the answer to a request for public records (S8)', () => {
  it('holds records without what is exempt, the daily log and an index; verify judges paper and records', async () => {
    const [first = '', second = '', third = ''] = numbers;
    const written = await write({ withhold: [{ number: second, reason: 'investigatory' }] });
    expect(written).toMatchObject({ records: 2, arrests: 3, withheld: { byHand: 1, under18: 1 }, dueOn: '2026-12-07' });
    expect(readdirSync(folder)).toEqual([`public-records-${written.number}.zip`]);
    const files = await filesOf(written.file);
    const index = told.parse(JSON.parse(textOf(files, `public-records-${written.number}.json`))).content;
    expect(index.records.map(({ number }) => number)).toEqual([first, third]);
    const person = [{ name: 'person', reason: 'privacy' }];
    expect(index.records.map(({ leftOut }) => leftOut)).toEqual([person, person]);
    expect(index).toMatchObject({ withheld: [{ number: second, reason: 'investigatory' }], under18: 1 });
    expect(index.log).toEqual({ shown: 3, apart: 1 });
    const table = textOf(files, `public-records-${written.number}.csv`);
    for (const one of ['cl.26(c)', 'cl.26(f)', 'cl.26(a)', 's.98F']) expect(table).toContain(one);
    for (const { copy } of index.records) {
      const { parts, header } = openRecord(textOf(files, `${copy}/record.sd-jwt`));
      expect(parts.map(({ name }) => name)).not.toContain('person');
      expect(header.aud).toBe('Alex Requester');
    }
    expect(await failed(written.file)).toEqual([]);
    const { checks } = await verifyPath([written.file]);
    expect(checks.filter(({ name }) => name.endsWith(': paper'))).toHaveLength(2);
    expect(checks.find(({ name }) => name.endsWith(': manifest'))?.detail).toMatch(/holds the 4 copies/);
  });

  it('names nobody but in the daily log, and nobody under 18 in any table or record', async () => {
    const files = await filesOf((await write()).file);
    for (const [name, content] of files) {
      const text = Buffer.from(content).toString('latin1');
      expect([name, text.includes('Young'), text.includes('2010-02-02')]).toEqual([name, false, false]);
      if (name.startsWith('public-records') || name === 'manifest.json') expect(text).not.toContain('Testperson');
    }
  });

  it.skipIf(!has('pdftotext'))('is stamped on every page (skipped without pdftotext)', async () => {
    const written = await write();
    let pages = 0;
    for (const [name, content] of await filesOf(written.file)) {
      if (!name.endsWith('.pdf')) continue;
      const pdf = join(folder, 'page.pdf');
      writeFileSync(pdf, content);
      const shown = run('pdftotext', ['-layout', pdf, '-']).text.split('\f').slice(0, -1);
      for (const page of shown) {
        pages += 1;
        expect(page).toMatch(new RegExp(`Public records request R-2026-12 · released .* · ${written.number}`));
      }
    }
    expect(pages).toBeGreaterThan(4);
  });

  it('is on record with number, recipient, reference and the digest of the zip, without a name of a record', async () => {
    const written = await write({
      parts: ['notifications'],
      withhold: [{ number: numbers[0] ?? '', reason: 'statute' }],
    });
    expect(written.arrests).toBeNull();
    const inside = await lookInside(desk.folder);
    const found =
      inside
        .texts()
        .split('\n')
        .find((text) => text.includes(`"number":"${written.number}"`)) ?? '';
    inside.close();
    for (const one of [
      '"audience":"Alex Requester"',
      '"reference":"R-2026-12"',
      '"receivedOn":"2026-11-20"',
      '"under18":1',
    ])
      expect(found).toContain(one);
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });

  it('fails in the verifier when a copy, a paper or a byte of the index is gone', async () => {
    const { file, number } = await write();
    const files = await filesOf(file);
    const pack = (keep: (name: string) => boolean, spoil = ''): string => {
      const zip = new ZipPieces();
      const parts = [...files]
        .filter(([name]) => keep(name))
        .map(([name, content]) => zip.add(name, name === spoil ? Buffer.concat([content, Buffer.of(10)]) : content));
      const path = join(folder, 'changed.zip');
      writeFileSync(path, Buffer.concat([...parts, zip.end()]));
      return path;
    };
    const index = `public-records-${number}/`;
    expect((await failed(pack((name) => !name.startsWith(index)))).join()).toContain('is named in the list');
    const copy = [...files.keys()].find((name) => name.startsWith('EXP-'))?.split('/')[0] ?? '';
    expect((await failed(pack((name) => !name.startsWith(copy)))).join()).toContain('is named in the list');
    const table = `${index}public-records-${number}.csv`;
    expect((await failed(pack(() => true, table))).join()).toContain('is not the one in the PDF');
    expect((await failed(pack(() => true, `${copy}/record.sd-jwt`))).length).toBeGreaterThan(0);
    expect(await failed(pack(() => true))).toEqual([]);
  });

  it.skipIf(!has('unzip'))('is judged by the script with openssl too (skipped without unzip)', async () => {
    const script = join(import.meta.dirname, '../conformance/verify-zip.sh');
    const { file } = await write({ parts: ['daily-log'] });
    const good = run('sh', [script, file]);
    expect(good.text).toMatch(/^ok: \d+ files as/);
    const files = await filesOf(file);
    const zip = new ZipPieces();
    const spoilt = [...files].map(([name, content]) =>
      zip.add(name, /public-records.*\.pdf$/.test(name) ? Buffer.concat([content, Buffer.of(10)]) : content),
    );
    writeFileSync(file, Buffer.concat([...spoilt, zip.end()]));
    expect(run('sh', [script, file]).status).toBe(1);
  });

  it('tells that there is nothing, where there is nothing', async () => {
    const written = await write({ from: '2000-01-01', to: '2000-01-31' });
    expect(written).toMatchObject({ records: 0, arrests: 0, withheld: { byHand: 0, under18: 0 } });
    expect(await failed(written.file)).toEqual([]);
  });

  it('refuses a record to withhold that is not there, wording of status, and that nobody needs a part', async () => {
    const refused = async (more: Partial<CallInput<'release.package'>>): Promise<unknown> =>
      desk.call('release.package', wanted(more));
    const stranger = { number: 'N-2026-99999', reason: 'privacy' } as const;
    expect(await refused({ withhold: [stranger, stranger] })).toMatchObject({
      refusals: [{ code: 'wrong-value', field: 'withhold', params: { why: 'not-in-span', number: 'N-2026-99999' } }],
    });
    const [first] = await desk.done('booking.list', { limit: 1 });
    expect(await refused({ apart: [first?.number ?? '', '2026-99999'] })).toMatchObject({
      refusals: [{ code: 'wrong-value', field: 'apart', params: { why: 'not-in-span', number: '2026-99999' } }],
    });
    expect(await refused({ apart: ['undocumented'] })).toMatchObject({ refusals: [{ field: 'apart' }] });
    expect(await refused({ reference: 'He is undocumented' })).toMatchObject({ refusals: [{ field: 'reference' }] });
    const odd = { ...wanted(), leaveOut: [{ name: 'person', reason: 'not-needed' }] };
    expect(await desk.station.call('odd', 'release.package', odd)).toMatchObject({ ok: false });
    mkdirSync(join(folder, 'other'));
    expect(readdirSync(folder)).toEqual(['other']);
  });
});
