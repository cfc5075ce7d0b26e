import { createPublicKey, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLogProof } from '../../../proof/tlog-proof.ts';
import { verifyPath, type VerifyOptions } from '../../../services/verify/verify-path.ts';
import { checkpointText, type Checkpoint } from '../../../proof/checkpoint.ts';
import { signNote } from '../../../proof/note.ts';
import { leaves, pathOf, treeHash } from '../../proof/whole-tree.ts';
import { consistencyRanges } from '../../../proof/ranges.ts';
import { issue, privateKeyOf } from '../export/made-record.ts';
import { book, DECLINED } from '../../support/booked.ts';
import { copyTestStation } from '../../support/copied-station.ts';
import type { TestStation } from '../../support/station.ts';

const ORIGIN = 'exampleton.invalid/pd/booking-log/01';
const work = mkdtempSync(join(tmpdir(), 'sallyport-heads-'));
const at = (name: string): string => join(work, name);
const [SMALL, LARGE] = [11, 26];
const ENTRIES = leaves(LARGE);
const treeRoot = (size: number): Uint8Array => treeHash(ENTRIES.slice(0, size));

async function failures(paths: readonly string[], options: VerifyOptions = {}): Promise<readonly string[]> {
  const { checks } = await verifyPath(paths, options);
  return checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
}

beforeAll(async () => {
  const issued = await issue();
  const key = privateKeyOf(issued.signingPrivateKey);
  const head = (name: string, checkpoint: Checkpoint): void => {
    const { origin } = checkpoint;
    writeFileSync(
      at(name),
      signNote(checkpointText(checkpoint), { name: origin, key, publicKey: createPublicKey(key) }),
    );
  };
  head('older.txt', { origin: ORIGIN, size: SMALL, root: treeRoot(SMALL) });
  head('newer.txt', { origin: ORIGIN, size: LARGE, root: treeRoot(LARGE) });
  head('rewritten.txt', { origin: ORIGIN, size: LARGE, root: treeRoot(LARGE - 1) });
  head('other-log.txt', { origin: `${ORIGIN}/other`, size: LARGE, root: treeRoot(LARGE) });
  const lines = pathOf(ENTRIES, consistencyRanges(SMALL, LARGE)).map(
    (hash) => `${Buffer.from(hash).toString('base64')}\n`,
  );
  writeFileSync(at('consistency.txt'), lines.join(''));
  writeFileSync(at('station-signing.pem'), issued.signingPem);
  writeFileSync(at('station-root.pem'), issued.rootPem);
});

describe('two heads of a log', () => {
  it('are held against each other: the log only grew', async () => {
    const report = await verifyPath([at('newer.txt'), at('station-signing.pem')], { checkpoint: at('older.txt') });
    expect(report.ok).toBe(true);
    expect(report.checks.at(-1)).toEqual({
      name: 'growth',
      ok: true,
      detail: `the ${String(LARGE)} entries begin with the same ${String(SMALL)}`,
    });
    expect(await failures([at('older.txt')], { checkpoint: at('newer.txt') })).toEqual([]);
    expect(await failures([at('newer.txt')], { checkpoint: at('newer.txt') })).toEqual([]);
  });

  it('tell a rewritten log, another log, and a head that is none', async () => {
    expect((await failures([at('rewritten.txt')], { checkpoint: at('older.txt') }))[0]).toContain(
      'the log was changed',
    );
    expect((await failures([at('rewritten.txt')], { checkpoint: at('newer.txt') }))[0]).toContain(
      'one of them was changed',
    );
    expect((await failures([at('other-log.txt')], { checkpoint: at('older.txt') }))[0]).toContain('two different logs');
    expect(await failures([at('newer.txt')], { checkpoint: at('nowhere.txt') })).toEqual([
      'checkpoint: the trusted head cannot be read',
    ]);
  });

  it('say when a signature was not looked at, and refuse one that is not good', async () => {
    const unsigned = await verifyPath([at('newer.txt')]);
    expect(unsigned.checks[0]?.detail).toContain('signature not checked');
    const { signingPem } = await issue();
    mkdirSync(at('else'), { recursive: true });
    writeFileSync(at('else/station-signing.pem'), signingPem);
    expect(await failures([at('newer.txt'), at('else/station-signing.pem')])).toEqual([
      'checkpoint: it was changed, or another key signed it',
    ]);
  });
});

describe('a head held against a root', () => {
  const own = (): string => new X509Certificate(readFileSync(at('station-root.pem'))).fingerprint256;
  const given = (...pems: readonly string[]): readonly string[] => [at('newer.txt'), ...pems.map(at)];

  it('holds where the certificate leads to it, and fails where it leads nowhere or to another', async () => {
    const both = given('station-signing.pem', 'station-root.pem');
    const held = await verifyPath(both, { root: own() });
    expect(held.ok).toBe(true);
    expect(held.checks.at(-1)?.detail).toBe(`the station's certificate is the expected one: ${own()}`);
    const other = 'AB'.repeat(32);
    expect(await failures(both, { root: other })).toEqual([
      `root: not held against the root: station-signing.pem leads to another: another certificate than expected: ${own()}`,
    ]);
    expect(await failures(given('station-signing.pem'), { root: own() })).toEqual([
      'root: not held against the root: nothing leads from station-signing.pem to a root; hand in station-root.pem too',
    ]);
    expect(await failures(given(), { root: own() })).toEqual([
      'root: not held against the root: hand in the certificate of the key that signed it, and the root',
    ]);
    expect(await failures(given('station-signing.pem'))).toEqual([]);
  });

  it('names each certificate whose key did not sign, and does not take another for one that did', async () => {
    const strange = await issue();
    writeFileSync(at('strange.pem'), strange.signingPem);
    const all = given('strange.pem', 'station-signing.pem', 'station-root.pem');
    const told = await verifyPath(all, { root: own() });
    expect(told.ok).toBe(true);
    expect(told.checks[0]?.detail).toMatch(/; not signed by the key of strange[.]pem$/);
    const root = new X509Certificate(strange.rootPem).fingerprint256;
    writeFileSync(at('strange-root.pem'), strange.rootPem);
    expect(await failures([...all, at('strange-root.pem')], { root })).toEqual([
      `root: not held against the root: station-signing.pem leads to another: another certificate than expected: ${own()}`,
    ]);
  });
});

describe('a record and a head of its log', () => {
  let desk: TestStation;
  let first = '';
  let second = '';
  beforeAll(async () => {
    desk = await copyTestStation();
    const bookingId = await book(desk);
    const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
    const copy = async (into: string): Promise<string> => {
      const folder = join(desk.folder, '..', into);
      mkdirSync(folder);
      const asked = { notificationIds: [notificationId], folder, audience: 'Counsel Sample' };
      return (await desk.done('notification.export', asked))[0]?.folder ?? '';
    };
    first = await copy('first');
    second = await copy('second');
    writeFileSync(
      at('trusted.txt'),
      readLogProof(readFileSync(join(first, 'record.tlog-proof'), 'utf8'))?.checkpoint ?? '',
    );
  }, 60_000);
  afterAll(() => desk.remove());

  it('agree where it is the same head, in the folder, in the PDF, and with the proof handed in apart', async () => {
    const options = { checkpoint: at('trusted.txt') };
    const loose = ['record.sd-jwt', 'record.tlog-proof'].map((name) => join(first, name));
    const pdf = join(first, `${basename(first)}.pdf`);
    for (const paths of [[first], [pdf], loose]) {
      const report = await verifyPath(paths, options);
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(report.checks.at(-1)?.name).toBe('growth');
    }
  });

  it('cannot be told where the way between two heads is missing', async () => {
    expect((await failures([second], { checkpoint: at('trusted.txt') }))[0]).toMatch(/^growth: /);
  });
});
