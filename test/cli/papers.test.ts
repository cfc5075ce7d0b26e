import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readZip } from '../../proof/verify/zip.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { book, DECLINED } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';
import { runCli, runCliAs, type Ran } from './run-cli.ts';

const written = z.looseObject({ ok: z.literal(true), file: z.string().optional(), folder: z.string().optional() });
/** Numbers are counted in the year in which they are given. */
const YEAR = String(new Date().getFullYear());
const DAYS = ['--from', '2026-11-01', '--to', '2026-11-30'];

const REQUEST = { channel: 'fax', agency: 'Federal office, made up', asked: 'Call us back.' };
const FAX = '%PDF-1.7\nA made-up fax.';

let desk: TestStation;
let out = '';

beforeAll(async () => {
  desk = await copyTestStation();
  out = join(desk.folder, '..', 'papers');
  await desk.addPerson('records-clerk', 'clerk');
  const bookingId = await book(desk);
  for (const agency of ['First made up', 'Second made up'])
    await desk.done('notification.record', { ...DECLINED, bookingId, agency });
  const event = { kind: 'received', at: new Date().toISOString(), detail: REQUEST };
  await desk.signIn('clerk', 'clerk');
  const { matterId } = await desk.done('matter.open', { kind: 'request', subject: {}, event }, 'clerk');
  const path = join(desk.folder, '..', 'fax.pdf');
  writeFileSync(path, FAX);
  await desk.done('matter.attachScan', { matterId, path }, 'clerk');
  await desk.close();
}, 120_000);
afterAll(() => desk.remove());

const asClerk = (...words: readonly string[]): Promise<Ran> => runCliAs('clerk', desk.folder, [...words, '--out', out]);

function answer({ code, out: said, err }: Ran): z.output<typeof written> {
  expect([code, err]).toEqual([0, '']);
  return written.parse(JSON.parse(said));
}

async function isGood(path: string | undefined): Promise<boolean> {
  return (await verifyPath([path ?? ''])).ok;
}

describe('export', () => {
  it('writes a month, or some records by number, in one zip; without --zip a folder each, as before', async () => {
    const month = answer(await asClerk('export', ...DAYS, '--for', 'Made-up Court', '--purpose', 'The month'));
    expect(month).toMatchObject({ copies: 2, numbers: [`EXP-${YEAR}-000001`, `EXP-${YEAR}-000002`], withheld: 0 });
    expect(await isGood(month.file)).toBe(true);
    const files = await readZip(readFileSync(month.file ?? ''));
    const list = 'ok' in files ? undefined : files.get('manifest.json');
    expect(Buffer.from(list ?? []).toString()).toContain('"audience": "Made-up Court"');
    const one = answer(await asClerk('export', `N-${YEAR}-00002`, '--zip', '--to', 'Made-up Court'));
    expect(one).toMatchObject({ copies: 1 });
    expect(await isGood(one.file)).toBe(true);
    const folder = answer(await asClerk('export', `N-${YEAR}-00001`, '--to', 'Made-up Court'));
    expect(folder).toMatchObject({ exported: [{ exportNumber: `EXP-${YEAR}-000004` }] });
  });

  it('refuses days in which nothing is, with exit 1 and the refusal as JSON', async () => {
    const none = await asClerk('export', '--from', '2000-01-01', '--to', '2000-01-31');
    expect(none.code).toBe(1);
    expect(JSON.parse(none.out)).toMatchObject({ ok: false, refusals: [{ params: { why: 'none-in-span' } }] });
  });
});

describe('scan', () => {
  it('saves a copy of a sealed scan for a reason that passes the screen, and for none other', async () => {
    const number = `M-${YEAR}-00001`;
    const silent = await asClerk('scan', number);
    expect([silent.code, silent.out, silent.err]).toEqual([2, '', 'Say why you open it with --why TEXT.\n']);
    const told = await asClerk('scan', number, '--why', 'He is undocumented.');
    expect(told.code).toBe(1);
    expect(JSON.parse(told.out)).toMatchObject({ ok: false, refusals: [{ code: 'status-in-text', field: 'why' }] });
    const saved = await asClerk('scan', number, '--why', 'To answer the request');
    expect([saved.code, saved.err]).toEqual([0, '']);
    const { path } = z.object({ path: z.string() }).parse(JSON.parse(saved.out));
    expect(readFileSync(path, 'utf8')).toBe(FAX);
  });
});

describe('paper', () => {
  it('writes each kind of paper, which verify takes, and the answer to a request', async () => {
    const log = answer(await asClerk('paper', 'daily-log', ...DAYS, '--for', 'Anybody'));
    expect(await isGood(log.folder)).toBe(true);
    const packet = answer(await asClerk('paper', 'clerk-packet', ...DAYS));
    expect(await isGood(packet.folder)).toBe(true);
    const request = ['--for', 'Alex Requester', '--reference', 'R-12', '--received', '2026-11-20'];
    const kept = ['--leave-out', 'person:privacy,charge:statute', '--withhold', `N-${YEAR}-00002:investigatory`];
    const answered = answer(await asClerk('paper', 'public-records', ...DAYS, ...request, ...kept));
    expect(answered).toMatchObject({ records: 1, dueOn: '2026-12-07', withheld: { byHand: 1, under18: 0 } });
    expect(await isGood(answered.file)).toBe(true);
    expect(readdirSync(out).filter((name) => name.startsWith('public-records'))).toHaveLength(1);
  });

  it.each([
    [[], 'Say which paper'],
    [['daily-log'], 'Say the span'],
    [['daily-log', ...DAYS], 'Say where it goes'],
    [['daily-log', ...DAYS, '--out', 'x', '--reference', 'R'], '--reference belongs to public-records'],
    [['public-records', ...DAYS, '--out', 'x', '--for', 'A'], 'Say who asked'],
    [['public-records', ...DAYS, '--out', 'x', '--purpose', 'P'], '--purpose belongs to the other papers'],
    [['public-records', ...DAYS, '--out', 'x', '--for', 'A', '--reference', 'R'], 'Say when the request came in'],
  ])('is used wrongly as %j: exit 2, and nothing is opened', async (words, sentence) => {
    const ran = await runCli(['paper', ...words]);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(sentence);
  });

  it('takes no reason that the law does not know, and export no days without a last one', async () => {
    const odd = ['--for', 'A', '--reference', 'R', '--received', '2026-11-20', '--leave-out', 'person:not-needed'];
    const reason = await runCli(['paper', 'public-records', ...DAYS, '--out', 'x', ...odd]);
    expect([reason.code, reason.err]).toMatchObject([2, expect.stringContaining('statute, privacy')]);
    const noEnd = await runCli(['export', '--from', '2026-11-01', '--to', 'Made-up Court', '--out', 'x']);
    expect([noEnd.code, noEnd.err]).toMatchObject([2, expect.stringContaining('--for')]);
  });
});
