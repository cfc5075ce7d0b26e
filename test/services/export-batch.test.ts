import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CallInput } from '../../contract/calls.ts';
import { openRecord } from '../../services/export/open-record.ts';
import { recordPaper } from '../../services/export/pdf/record-paper.ts';
import { ZipPieces } from '../../services/export/zip.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { readZip } from '../../proof/verify/zip.ts';
import { book, DECLINED } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { addPeople, carryOut, fillRecord } from '../support/ordered.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
const ids: string[] = [];
let folder = '';
let at = 0;
const TOLD = { audience: 'Exampleton District Court', purpose: 'Docket 26-0412' };
const PERSON: Pick<CallInput<'export.batch'>, 'leaveOut'> = { leaveOut: [{ name: 'person', reason: 'privacy' }] };

beforeAll(async () => {
  desk = await copyTestStation();
  for (let one = 0; one < 3; one += 1) {
    const bookingId = await book(desk);
    const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
    ids.push(notificationId);
  }
}, 60_000);
afterAll(() => desk.remove());
beforeEach(() => {
  at += 1;
  folder = join(desk.folder, '..', `out-${String(at)}`);
  mkdirSync(folder);
});

const batch = (more: Partial<CallInput<'export.batch'>> = {}): CallInput<'export.batch'> => ({
  ...{ notificationIds: ids, folder, ...TOLD },
  ...more,
});

async function counts(): Promise<unknown> {
  const inside = await lookInside(desk.folder);
  const { export: exports, ledger_entry: entries } = inside.counts();
  inside.close();
  return { exports, entries };
}

describe('a look at a copy before it leaves', () => {
  it('tells word for word what the copy will say, on paper and for machines', async () => {
    const [notificationId = ''] = ids;
    const preview = await desk.done('export.preview', { notificationId, ...TOLD, ...PERSON });
    const [written] = await desk.done('notification.export', {
      notificationIds: [notificationId],
      folder,
      ...TOLD,
      ...PERSON,
    });
    const record = readFileSync(join(written?.folder ?? '', 'record.sd-jwt'), 'utf8');
    const opened = openRecord(record);
    expect(preview.parts).toEqual(
      opened.parts.map(({ name, value }) => ({ name, json: JSON.stringify(value, null, 2) })),
    );
    expect(preview.parts.map(({ name }) => name)).not.toContain('person');
    const leftOut = [{ name: 'person', reason: 'Privacy, G.L. c.4 s.7 cl.26(c)' }];
    const paper = recordPaper({ record, logProof: undefined, purpose: TOLD.purpose, leftOut, attachments: [] });
    // All but the first section, which has the number and the moment that nobody knows before.
    expect(preview.sections.slice(1)).toEqual(paper.sections.slice(1, preview.sections.length));
    expect(preview.sections[0]?.heading).toBe(paper.sections[0]?.heading);
    expect((await verifyPath([written?.folder ?? ''])).ok).toBe(true);
  });

  it('writes nothing, takes no number, and is refused like the copy itself', async () => {
    const before = await counts();
    const [notificationId = ''] = ids;
    await desk.done('export.preview', { notificationId });
    const leaveOut: typeof PERSON.leaveOut = [{ name: 'narrative', reason: 'privacy' }];
    expect(await desk.call('export.preview', { notificationId, leaveOut })).toMatchObject({ ok: false });
    const told = await desk.call('export.preview', { notificationId, purpose: 'he is undocumented' });
    expect(told).toMatchObject({ ok: false, refusals: [{ field: 'purpose' }] });
    expect(await counts()).toEqual(before);
  });
});

describe('copies of many notifications', () => {
  it('leave as one zip with a list, each on record, and all of it verifies', async () => {
    const written = await desk.done('export.batch', batch(PERSON));
    expect(written.copies).toBe(3);
    expect(readdirSync(folder)).toEqual([written.file.slice(folder.length + 1)]);
    const report = await verifyPath([written.file]);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.at(-1)?.detail).toBe('the zip holds the 3 copies of its list, and no other');
    expect(report.checks.filter(({ name }) => name.endsWith(': log'))).toHaveLength(3);
    const files = await readZip(readFileSync(written.file));
    const names = 'ok' in files ? [] : [...files.keys()].filter((name) => !name.includes('/'));
    expect(names).toEqual(['manifest.json', 'manifest.jws', 'verify.html']);
    const inside = await lookInside(desk.folder);
    const kept = inside
      .texts()
      .split('\n')
      .filter((text) => text.includes('"batch":'));
    expect(kept).toHaveLength(3);
    for (const part of [TOLD.purpose, TOLD.audience, '"sealedCheck":"clear"']) expect(kept[0]).toContain(part);
    inside.close();
  });

  it('can be chosen by their days', async () => {
    const span = { from: '2000-01-01', to: '2100-01-01' };
    const rest = { folder, ...TOLD };
    expect((await desk.done('export.batch', { ...rest, span })).copies).toBe(3);
    const none = await desk.call('export.batch', { ...rest, span: { from: '2000-01-01', to: '2000-02-01' } });
    expect(none).toMatchObject({ refusals: [{ code: 'wrong-value', params: { why: 'none-in-span' } }] });
  });

  it('ended halfway leave no file and nothing on record', async () => {
    const before = await counts();
    const running = desk.call('export.batch', batch());
    while ((await desk.done('export.progress', {})) === null) await new Promise(setImmediate);
    expect(await desk.call('export.batch', batch())).toMatchObject({ refusals: [{ params: { why: 'export-runs' } }] });
    expect(await desk.done('export.cancel', {})).toEqual({ cancelled: true });
    expect(await running).toMatchObject({ ok: false, refusals: [{ code: 'cancelled' }] });
    expect(readdirSync(folder)).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await desk.done('export.progress', {})).toBeNull();
    expect(await desk.done('export.cancel', {})).toEqual({ cancelled: false });
  });

  it('are written over nothing, and nowhere where there is no folder', async () => {
    const gone = join(folder, 'gone');
    expect(await desk.call('export.batch', batch({ folder: gone }))).toMatchObject({ ok: false });
    expect(existsSync(gone)).toBe(false);
  });

  it.each<readonly [string, (files: Map<string, Uint8Array>) => void, string]>([
    [
      'lacks a copy',
      (files) => files.forEach((_, name) => name.includes('-000') && name.endsWith('README.txt') && files.delete(name)),
      'not in the zip',
    ],
    [
      'has a file changed',
      (files) => void files.set([...files.keys()].find((name) => name.endsWith('README.txt')) ?? '', Buffer.from('x')),
      'not the one that the list names',
    ],
    ['has one more', (files) => void files.set('EXP-2026-999999/record.sd-jwt', Buffer.from('x')), 'not in the list'],
    [
      'lacks a copy, also in the list',
      (files) => {
        const list = z.looseObject({ copies: z.array(z.looseObject({ export: z.string() })) });
        const told = list.parse(JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString()));
        const [gone, ...copies] = told.copies;
        files.forEach((_, name) => name.startsWith(`${gone?.export ?? ''}/`) && files.delete(name));
        files.set('manifest.json', Buffer.from(JSON.stringify({ ...told, copies })));
      },
      'the list is not the one that the station signed',
    ],
    ['has a list that nobody signed', (files) => files.delete('manifest.jws'), 'the list may be another'],
    ['has no list that can be read', (files) => void files.set('manifest.json', Buffer.from('{')), 'cannot be read'],
  ])('are refused where the zip %s', async (_name, change, why) => {
    const { file } = await desk.done('export.batch', batch());
    const read = await readZip(readFileSync(file));
    if ('ok' in read) throw new Error(read.detail);
    const files = new Map(read);
    change(files);
    const zip = new ZipPieces();
    const spoiled = join(folder, 'spoiled.zip');
    const parts = [...files].map(([name, content]) => zip.add(name, content));
    writeFileSync(spoiled, Buffer.concat([...parts, zip.end()]));
    const { checks } = await verifyPath([spoiled]);
    const lists = checks.filter(({ name, ok }) => !ok && /manifest(?: signature)?$/.test(name));
    expect(lists.map(({ detail }) => detail).join()).toContain(why);
  });
});

it('a sealed record does not leave, neither alone nor with others', async () => {
  await addPeople(desk);
  const filled = await fillRecord(desk);
  const { notificationId } = filled;
  expect((await desk.call('export.preview', { notificationId })).ok).toBe(true);
  expect((await carryOut(desk, { ...filled, kind: 'seal' })).ok).toBe(true);
  const notFound = { ok: false, refusals: [{ code: 'not-found' }] };
  expect(await desk.call('export.preview', { notificationId })).toMatchObject(notFound);
  const alone = { notificationIds: [notificationId], folder, ...TOLD };
  expect(await desk.call('notification.export', alone)).toMatchObject(notFound);
  expect(await desk.call('export.batch', batch({ notificationIds: [...ids, notificationId] }))).toMatchObject(notFound);
  expect(readdirSync(folder)).toEqual([]);
  const rest = { folder, ...TOLD };
  const { copies } = await desk.done('export.batch', { ...rest, span: { from: '2000-01-01', to: '2100-01-01' } });
  const log = await desk.done('notification.list', {});
  expect(copies).toBe(log.length);
  const first = await desk.done('notification.list', { limit: 2 });
  const next = await desk.done('notification.list', { limit: 200, before: first.at(-1)?.entry });
  expect([...first, ...next]).toEqual(log);
});
