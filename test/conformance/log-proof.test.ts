// The proofs of real exports, judged by openssl and coreutils alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { book, DECLINED } from '../support/booked.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const RECIPE = join(import.meta.dirname, 'verify-log-proof.sh');
const HEAD_RECIPE = join(import.meta.dirname, 'verify-head.sh');
const SHARED = resolve(import.meta.dirname, '../../../shared/tools/verify/verify-record.sh');
const FILES = ['record.sd-jwt', 'record.tlog-proof', 'station-signing.pem', 'station-root.pem'];

let desk: TestStation;
let first = '';
let second = '';

async function exported(notificationId: string, into: string): Promise<string> {
  const folder = join(desk.folder, '..', into);
  mkdirSync(folder);
  const [one] = await desk.done('notification.export', {
    notificationIds: [notificationId],
    audience: 'Counsel Sample',
    folder,
  });
  return one?.folder ?? '';
}

beforeAll(async () => {
  desk = await newTestStation();
  const bookingId = await book(desk);
  const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
  first = await exported(notificationId, 'first');
  await book(desk);
  second = await exported(notificationId, 'second');
}, 60_000);
afterAll(() => desk.remove());

function run(script: string, files: readonly string[]): { readonly status: number | null; readonly text: string } {
  const done = spawnSync('sh', [script, ...files], { encoding: 'utf8' });
  return { status: done.status, text: `${done.stdout}${done.stderr}` };
}

const filesOf = (folder: string): readonly string[] => FILES.map((name) => join(folder, name));
const proofOf = (folder: string): string => readFileSync(join(folder, 'record.tlog-proof'), 'utf8');
const sizeOf = (folder: string): number => Number(/\n\n[^\n]+\n(\d+)\n/.exec(proofOf(folder))?.[1]);
const failed = async (folder: string): Promise<readonly string[]> =>
  (await verifyPath([folder])).checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);

/** The proof with something changed, while the work lasts. */
async function withProof<T>(change: (text: string) => string, work: () => Promise<T> | T): Promise<T> {
  const file = join(first, 'record.tlog-proof');
  const before = proofOf(first);
  writeFileSync(file, change(before));
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}

// Each recipe starts some eighty processes.
describe('the proof of an export', { timeout: 60_000 }, () => {
  it('is of the log as it was when the export stood in it', () => {
    expect(sizeOf(second)).toBeGreaterThan(sizeOf(first));
    expect(proofOf(first)).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex \d+\n(?:[\w+/]{43}=\n)+\nsallyport\.invalid\//);
  });

  it.each([
    ['our recipe', RECIPE],
    ['the shared script (skipped where it is absent)', SHARED],
  ])('is accepted by %s, also the one made later', (_name, script) => {
    if (!existsSync(script)) return;
    for (const folder of [first, second]) {
      const ran = run(script, filesOf(folder));
      expect(ran.text).toMatch(/entry \d+ of \d+ is in the log: ok\n$/);
      expect(ran.status).toBe(0);
    }
  });

  it('is accepted by verify, which names the head', async () => {
    expect(await failed(first)).toEqual([]);
    const { checks } = await verifyPath([first]);
    expect(checks.find(({ name }) => name === 'log')?.detail).toMatch(/^entry \d+ is among the first \d+ of the log$/);
  });

  it.each<readonly [string, (text: string) => string, string]>([
    ['another place', (text) => text.replace(/index \d+/, 'index 2'), 'log: the entry says that it is number'],
    [
      'a hash less',
      (text) => text.replace(/(index \d+\n)[^\n]+\n/, '$1'),
      'log: the entry is not in the log at this place',
    ],
    [
      'another hash',
      (text) => text.replace(/(index \d+\n)./, (line) => line.slice(0, -1) + (line.endsWith('A') ? 'B' : 'A')),
      'log: the entry is not in the log at this place',
    ],
    ['another size', (text) => text.replace(/\n(\d+)\n([\w+/]{43}=\n\n)/, '\n99\n$2'), 'checkpoint: the head'],
    ['another log', (text) => text.replaceAll('booking-log', 'other-log'), 'checkpoint: the head'],
    ['no head', (text) => text.slice(0, text.indexOf('\n\n') + 2), 'log: the proof cannot be read'],
  ])('is refused with %s, by verify and by the recipe', async (_name, change, why) => {
    await withProof(change, async () => {
      const found = await failed(first);
      // The PDF has the proof inside as it was.
      expect(found).toEqual([
        expect.stringContaining(why),
        'attachments: record.tlog-proof in the PDF is not the one beside it',
      ]);
      expect(run(RECIPE, filesOf(first)).status).not.toBe(0);
    });
  });

  it('of another record is refused', async () => {
    const bookingId = await book(desk);
    const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
    const third = await exported(notificationId, 'third');
    await withProof(
      () => proofOf(third),
      async () => {
        expect((await failed(first))[0]).toContain('log: the entry says that it is number');
        expect(run(RECIPE, filesOf(first)).status).not.toBe(0);
      },
    );
  });
});

it('openssl accepts a head as scanned from paper, and no other', async () => {
  const { note } = await desk.done('log.sign', { cause: 'report' });
  const file = join(desk.folder, '..', 'head.txt');
  const judge = (text: string): ReturnType<typeof run> => {
    writeFileSync(file, text);
    return run(HEAD_RECIPE, [file, ...filesOf(first).slice(2)]);
  };
  expect(judge(note).text).toMatch(/^\d+ entries, root \S{44}: signed by the station\n$/);
  expect(judge(note.trimEnd().replaceAll('\n', '\r\n')).status).toBe(0);
  const edited = judge(note.replace(/\n\d+\n/, '\n2\n'));
  expect([edited.status, edited.text]).toEqual([1, expect.stringContaining('FAILED')]);
});
