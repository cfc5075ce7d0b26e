import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { CallInput, CallOutputs } from '../../contract/calls.ts';
import { BatchZip } from '../../services/export/batch-zip.ts';
import { headPath } from '../../services/keys/station-files.ts';
import { sample } from '../../services/release/audit-sample.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { book, DECLINED, GOOD_FIELDS } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { has, run } from '../support/outside-program.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

const logged = z.looseObject({ content: z.looseObject({ arrests: z.array(z.looseObject({ number: z.string() })) }) });
const counted = z.looseObject({
  content: z.looseObject({ figures: z.unknown(), head: z.looseObject({ size: z.number() }) }),
});

type Wanted = Partial<CallInput<'release.write'>> & Pick<CallInput<'release.write'>, 'kind'>;

let desk: TestStation;
let folder = '';
let at = 0;
const NOT_IN_SPAN = { code: 'wrong-value', field: 'apart', params: { why: 'not-in-span', number: '2026-99999' } };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

const bookAs = (fields: Readonly<Record<string, string>>, offense = 'abdw'): Promise<string> =>
  book(desk, { fields, offense });

beforeAll(async () => {
  desk = await copyTestStation();
  await bookAs({ last_name: 'Second', arrest_datetime: '2026-11-20T04:00:00-05:00', address_street: '2 Made-up Way' });
  await bookAs({ last_name: 'First', arrest_datetime: '2026-11-20T03:00:00-05:00' });
  await bookAs({ last_name: 'Young', dob: '2010-02-02' });
  await bookAs({ last_name: 'Relative' }, 'ab-family-household');
  for (let one = 0; one < 3; one += 1)
    await desk.done('notification.record', { ...DECLINED, agency: `Agency ${String(one)}` });
}, 60_000);
afterAll(() => desk.remove());
beforeEach(() => {
  at += 1;
  folder = join(desk.folder, '..', `release-${String(at)}`);
  mkdirSync(folder);
});

const write = (wanted: Wanted): Promise<CallOutputs['release.write']> =>
  desk.done('release.write', { ...YEAR, folder, audience: 'Whoever asks', purpose: 'The year', ...wanted });
const read = ({ folder: into }: { readonly folder: string }, ending: string): string =>
  readFileSync(join(into, readdirSync(into).find((name) => name.endsWith(ending)) ?? ''), 'utf8');

describe('the daily log (G.L. c.41 s.98F)', () => {
  it('tells arrests in the order of time, and none that is kept apart; no contact is in it (M24, M28)', async () => {
    const written = await write({ kind: 'daily-log' });
    expect(written.lines).toBe(2);
    const table = read(written, '.csv').trim().split('\r\n');
    expect(table.slice(1).map((line) => /"(\w+), Alex"/.exec(line)?.[1])).toEqual(['First', 'Second']);
    expect(table[2]).toContain('2 Made-up Way');
    const all = `${table.join()}${read(written, '.json')}`;
    for (const word of [folder, 'Young', 'Relative', 'Agency', GOOD_FIELDS.narrative, GOOD_FIELDS.dob])
      expect(all).not.toContain(word);
  });

  it('keeps the others in a part of its own, each with its reason, and what somebody keeps apart by hand', async () => {
    const shown = logged.parse(JSON.parse(read(await write({ kind: 'daily-log' }), '.json')));
    const apart = [shown.content.arrests[0]?.number ?? ''];
    folder = join(folder, 'by-hand');
    mkdirSync(folder);
    const written = await write({ kind: 'daily-log-apart', apart });
    expect(written.folder).toContain('NOT-PUBLIC');
    const table = read(written, '.csv');
    for (const word of ['Young', 'under-18', 'Relative', 'family', 'First', 'by-hand']) expect(table).toContain(word);
    expect((await write({ kind: 'daily-log', apart })).lines).toBe(1);
    const mistyped = { ...YEAR, folder, audience: 'Whoever asks', apart: ['2026-99999'] };
    for (const kind of ['daily-log', 'daily-log-apart'] as const)
      expect(await desk.call('release.write', { kind, ...mistyped })).toMatchObject({ refusals: [NOT_IN_SPAN] });
  });
});

describe('an answer to a request', () => {
  const asked = (more: Partial<CallInput<'release.package'>> = {}): CallInput<'release.package'> => ({
    ...{ ...YEAR, to: '2100-01-01', folder, audience: 'Alex Requester', reference: 'R-2', receivedOn: '2026-11-20' },
    ...{ leaveOut: [], ...more },
  });

  it.each(['release.package', 'export.batch'] as const)('is ended also after the last copy: %s', async (call) => {
    const ended = vi.spyOn(BatchZip.prototype, 'end').mockImplementationOnce(async function (this: BatchZip, ...about) {
      expect(await desk.done('export.cancel', {})).toEqual({ cancelled: true });
      return this.end(...about);
    });
    const { from, to, audience } = asked();
    const reply = await desk.raw(call, call === 'release.package' ? asked() : { span: { from, to }, folder, audience });
    ended.mockRestore();
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'cancelled' }] });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('signs no head without a copy, and is refused where the head cannot be kept', async () => {
    const head = headPath(desk.folder);
    rmSync(head, { force: true });
    mkdirSync(join(head, 'in-the-way'), { recursive: true });
    const empty = await desk.call('release.package', asked({ from: '2000-01-01', to: '2000-01-31' }));
    const full = await desk.call('release.package', asked());
    rmSync(head, { recursive: true });
    expect([empty.ok, full.ok]).toEqual([true, false]);
  });
});

describe('the other papers', () => {
  it('for the town clerk: the head, and the way from the one before, which verify takes', async () => {
    const first = await write({ kind: 'clerk-packet', from: '2026-11-01', to: '2026-11-30' });
    expect(first.files).not.toContain('consistency.txt');
    const next = { from: '2100-01-01', to: '2100-01-31' };
    await desk.done('notification.record', DECLINED);
    const second = await write({ kind: 'clerk-packet', ...next });
    const paths = ['checkpoint-2100-01.txt', 'station-signing.pem', 'consistency.txt'].map((name) =>
      join(second.folder, name),
    );
    const checkpoint = join(second.folder, 'checkpoint-before.txt');
    const report = await verifyPath(paths, { checkpoint });
    expect(report.checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['checkpoint', true],
      ['growth', true],
    ]);
    expect(report.checks[1]?.detail).toMatch(/begin with the same/);
  });

  it('for an auditor: notifications drawn by chance, each with what it rested on', async () => {
    const written = await write({ kind: 'audit-sample' });
    expect(written.lines).toBe(4);
    expect(read(written, '.json')).toContain('"of": 4');
    const all = Array.from({ length: 200 }, (_, one) => one);
    const bytes = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => (turn = (turn * 5 + 77) % 251));
    let turn = 1;
    const drawn = sample(all, 20, bytes);
    expect(new Set(drawn).size).toBe(20);
    expect(sample([1, 2], 20, bytes).toSorted()).toEqual([1, 2]);
  });

  it('a report: the same figures as the window shows, bound to a head', async () => {
    const written = await write({ kind: 'report' });
    const { figures } = await desk.done('report.get', YEAR);
    const told = counted.parse(JSON.parse(read(written, '.json')));
    expect(told.content.figures).toEqual(figures);
    expect(told.content.head.size).toBeGreaterThan(0);
  });

  it('are each on record with recipient and digests, and are written over nothing', async () => {
    const written = await write({ kind: 'report' });
    const again = await desk.call('release.write', { kind: 'report', ...YEAR, folder, audience: 'Whoever asks' });
    expect(again).toMatchObject({ refusals: [{ code: 'wrong-value', params: { why: 'already-there' } }] });
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).toContain('"audience":"Whoever asks","files":{"report-2026-01-01-to-2026-12-31.csv"');
    inside.close();
    expect(readdirSync(folder)).toEqual([written.folder.slice(folder.length + 1)]);
  });

  const tested = async (path: string): Promise<readonly string[]> => {
    const { ok, checks } = await verifyPath([path]);
    expect(ok).toBe(checks.every((one) => one.ok));
    return checks.filter((one) => !one.ok).map(({ name, detail }) => `${name}: ${detail}`);
  };

  it.each(['daily-log', 'clerk-packet', 'audit-sample', 'report'] as const)(
    'are judged by verify, PDF and folder: %s',
    async (kind) => {
      const { folder: at } = await write({ kind });
      const names = readdirSync(at);
      const named = (ending: string): string => join(at, names.find((name) => name.endsWith(ending)) ?? '');
      expect(await tested(named('.pdf'))).toEqual([]);
      expect(await tested(at)).toEqual([]);
      const table = readFileSync(named('.csv'));
      writeFileSync(named('.csv'), `${table.toString()}one more line`);
      expect(await tested(at)).toEqual([`${basename(named('.csv'))}: is not the one in the PDF`]);
      writeFileSync(named('.csv'), table);
      writeFileSync(join(at, 'report-added.csv'), 'a');
      expect(await tested(at)).toEqual(['report-added.csv: lies in the folder and not in the PDF']);
      rmSync(join(at, 'report-added.csv'));
      const pdf = readFileSync(named('.pdf'));
      writeFileSync(named('.pdf'), pdf.with(Math.floor(pdf.length / 3), (pdf[Math.floor(pdf.length / 3)] ?? 0) ^ 1));
      expect((await tested(named('.pdf'))).join()).toMatch(
        /changed after it was signed|cannot be read|not bring its certificates/,
      );
      writeFileSync(named('.pdf'), pdf);
      rmSync(named('root.pem'));
      expect(await tested(at)).toEqual(['station-root.pem: is in the PDF and not beside it']);
    },
  );

  it.skipIf(!has('pdfsig') || !has('qpdf'))('are PDFs that others take (skipped without pdfsig and qpdf)', async () => {
    const written = await write({ kind: 'daily-log' });
    const pdf = join(written.folder, readdirSync(written.folder).find((name) => name.endsWith('.pdf')) ?? '');
    expect(run('pdfsig', [pdf]).text).toMatch(/Signature is Valid[\s\S]*|Total document signed/);
    expect(run('pdfsig', [pdf]).text).toContain('Total document signed');
    expect(run('qpdf', ['--check', pdf]).status).toBe(0);
  });
});
