import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIGURES } from '../../policy/report/report.ts';
import { addTo } from '../support/matters.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';
import { runCliAs, type Ran } from './run-cli.ts';

const DAY = '2026-03-02';
const NEXT_DAY = '2026-03-03';
let desk: TestStation;

beforeAll(async () => {
  desk = await newTestStation();
  await desk.addPerson('records-clerk', 'clerk');
  await desk.addPerson('administrator', 'admin');
  const { matterId } = await desk.done('matter.open', {
    kind: 'request',
    subject: {},
    event: {
      kind: 'received',
      at: '2026-03-02T10:00:00-05:00',
      detail: { channel: 'fax', agency: '=ERO, Boston', asked: 'Hold Alex Testperson under form I-247A.' },
    },
  });
  const decided = { kind: 'decided', at: '2026-03-02T10:06:00-05:00', detail: { decision: 'declined', clause: '3c' } };
  expect(await addTo(desk, matterId, decided)).toEqual([]);
  await desk.close();
}, 120_000);
afterAll(() => desk.remove());

const report = (name: string, ...more: readonly string[]): Promise<Ran> =>
  runCliAs(name, desk.folder, ['report', ...more]);

/** The parts of the answer that are looked at. */
const answered = z.object({
  figures: z.array(z.object({ id: z.string(), count: z.number() })),
  zero: z.array(z.string()),
  requests: z.array(z.record(z.string(), z.unknown())),
});
const read = ({ out }: Ran) => answered.parse(JSON.parse(out));

const table = ({ out }: Ran): readonly (readonly string[])[] => parse(out);

describe('report', () => {
  it('answers every figure of the span as JSON, nought certified, each request in a line', async () => {
    const ran = await report('clerk', '--from', DAY, '--to', DAY);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const { figures, zero, requests } = read(ran);
    expect(figures.map(({ id }) => id)).toEqual([...FIGURES]);
    expect(figures.filter(({ count }) => count === 0).map(({ id }) => id)).toEqual(zero);
    expect(requests).toMatchObject([
      { kind: 'detainer', decision: 'declined', clause: '3c', minutesToDecide: 6, decidedBy: 'chief' },
    ]);
    expect(ran.out).not.toContain('Testperson');
  });

  it('certifies nought for a day on which nothing happened', async () => {
    const { zero, requests } = read(await report('clerk', '--from', NEXT_DAY, '--to', NEXT_DAY));
    expect([zero, requests]).toEqual([[...FIGURES], []]);
  });

  it('answers a table, in which no spreadsheet takes a text for a formula', async () => {
    const figures = table(await report('clerk', '--from', DAY, '--to', DAY, '--format', 'csv'));
    expect(figures[0]).toEqual(['figure', 'part', 'count', 'median minutes', 'total minutes']);
    expect(figures).toContainEqual(['requests-by-kind', 'detainer', '1', '', '']);
    expect(figures).toContainEqual(['time-to-decide', '', '1', '6', '6']);
    expect(figures).toContainEqual(['requests-withheld', '', '0', '', '']);
    const [heads = [], line = []] = table(
      await report('clerk', '--from', DAY, '--to', DAY, '--format', 'csv', '--requests'),
    );
    expect(heads).toContain('minutesToDecide');
    expect(line[heads.indexOf('agency')]).toBe("'=ERO, Boston");
  });

  it('is bound to a signed head of the log, and counts the same under it after more has happened', async () => {
    const before = await report('clerk', '--from', DAY, '--to', DAY);
    const { head } = z
      .object({ head: z.object({ size: z.number(), root: z.string(), note: z.string() }) })
      .parse(JSON.parse(before.out));
    expect(head.note.split('\n').slice(1, 3)).toEqual([String(head.size), head.root]);
    const file = join(desk.folder, '..', `head-${randomUUID()}.txt`);
    await writeFile(file, head.note.replaceAll('\n', '\r\n'));
    const later = await openTestStation(desk.folder);
    await later.signIn('chief');
    await later.done('matter.open', {
      kind: 'request',
      subject: {},
      event: {
        kind: 'received',
        at: '2026-03-02T11:00:00-05:00',
        detail: { channel: 'phone', agency: 'ERO', asked: 'Anything.' },
      },
    });
    await later.close();
    const now = await report('clerk', '--from', DAY, '--to', DAY);
    const under = await report('clerk', '--from', DAY, '--to', DAY, '--head', file);
    const requests = ({ figures }: ReturnType<typeof read>) => figures.find(({ id }) => id === 'requests')?.count;
    expect([requests(read(before)), requests(read(now)), requests(read(under))]).toEqual([1, 2, 1]);
    // Every 64th root begins with a sign that a spreadsheet would take for a formula.
    const root = head.root.startsWith('+') ? `'${head.root}` : head.root;
    const last = table(await report('clerk', '--from', DAY, '--to', DAY, '--format', 'csv', '--head', file)).at(-1);
    expect(last).toEqual(['log', root, String(head.size), '', '']);
    await writeFile(file, head.note.replace(`\n${String(head.size)}\n`, `\n${String(head.size + 1)}\n`));
    const forged = await report('clerk', '--from', DAY, '--to', DAY, '--head', file);
    await rm(file);
    expect([forged.code, forged.err]).toEqual([1, expect.stringContaining('did not sign this head')]);
    const missing = await report('clerk', '--from', DAY, '--to', DAY, '--head', file);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('cannot be read')]);
  }, 60_000);

  it.each([
    ['no span', [], 2, 'Say the span'],
    ['a day that is none', ['--from', '3/2/2026', '--to', DAY], 2, 'Say the span'],
    ['another format', ['--from', DAY, '--to', DAY, '--format', 'xml'], 2, '--format takes json or csv'],
    ['an end before its beginning', ['--from', NEXT_DAY, '--to', DAY], 1, 'to'],
  ])('says what is wrong with %s', async (...[, args, code, sentence]) => {
    const ran = await report('clerk', ...args);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(sentence)]);
  });

  it('is refused to whoever has no case access', async () => {
    const ran = await report('admin', '--from', DAY, '--to', DAY);
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([1, { ok: false }]);
  });
});
