import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallOutputs } from '../../contract/calls.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { DECLINED } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { has, run } from '../support/outside-program.ts';
import { newTestStation, openTestStation, type NewTestStation } from '../support/station.ts';

describe('another key that signs', () => {
  let desk: NewTestStation;
  let out = '';
  beforeEach(async () => {
    desk = await newTestStation();
    out = join(desk.folder, '..', 'copies');
    mkdirSync(out);
  });
  afterEach(() => desk.remove());

  const input = (more: Partial<CallInput<'key.change'>> = {}): CallInput<'key.change'> => ({
    recoveryFolder: desk.recoveryFolder,
    recoveryKey: desk.recoveryKey,
    why: 'term',
    reason: 'The certificate runs out this year.',
    ...more,
  });
  const change = (more: Partial<CallInput<'key.change'>> = {}): Promise<CallOutputs['key.change']> =>
    desk.done('key.change', input(more));
  async function copy(): Promise<string> {
    const { notificationId } = await desk.done('notification.record', DECLINED);
    const told = { audience: 'Whoever asks', purpose: 'A look', leaveOut: [] };
    const [written] = await desk.done('notification.export', {
      notificationIds: [notificationId],
      folder: out,
      ...told,
    });
    return written?.folder ?? '';
  }
  const signingKeys = async (): Promise<readonly (readonly [boolean, boolean])[]> => {
    const { keys } = await desk.done('key.list', {});
    return keys.filter(({ kind }) => kind === 'signing').map((one) => [one.current, one.revokedAt !== null] as const);
  };
  const failing = async (): Promise<readonly string[]> =>
    (await desk.done('system.check', {})).checks.filter(({ ok }) => !ok).map(({ name }) => name);

  it('leaves what was signed before good under the same root, and the log says so', async () => {
    const before = await copy();
    const { keys, crl } = await change();
    expect([keys.length, crl]).toEqual([3, null]);
    expect(await signingKeys()).toEqual([
      [true, false],
      [false, false],
    ]);
    const after = await copy();
    const root = keys.find(({ kind }) => kind === 'root')?.fingerprint ?? '';
    const judged = await Promise.all([before, after].map((path) => verifyPath([path], { root })));
    expect(judged.flatMap(({ checks }) => checks.filter(({ ok }) => !ok))).toEqual([]);
    const kids = judged.map(({ checks }) => checks.find(({ name }) => name === 'key')?.detail);
    expect(kids[0]).not.toBe(kids[1]);
    expect(await failing()).toEqual([]);
    const { heads } = await desk.done('log.get', {});
    expect(heads.filter(({ cause }) => cause === 'key').length).toBe(2);
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).toContain('"type":"key.changed"');
    expect(inside.texts()).not.toContain(desk.recoveryKey);
    inside.close();
  });

  it('works on after the station was closed and opened', async () => {
    await change();
    await desk.close();
    const again = await openTestStation(desk.folder);
    await again.signIn('chief');
    const { checks } = await again.done('system.check', {});
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect((await again.done('log.sign', { cause: 'shift' })).note).toContain('— ');
    await again.close();
  });

  it.skipIf(!has('openssl'))(
    'calls a key back that somebody else may have, as openssl reads it (skipped without openssl)',
    async () => {
      const before = await copy();
      const { crl } = await change({ why: 'compromised', reason: 'The machine was stolen.' });
      expect(await signingKeys()).toEqual([
        [true, false],
        [false, true],
      ]);
      const after = await copy();
      const pems = (folder: string): readonly string[] =>
        ['station-root.pem', 'station-signing.pem'].map((name) => join(folder, name));
      const [root = '', old = ''] = pems(before);
      const [, fresh = ''] = pems(after);
      const judge = (signing: string): number | null =>
        run('openssl', ['verify', '-x509_strict', '-crl_check', '-CAfile', root, '-CRLfile', crl ?? '', signing])
          .status;
      expect(judge(fresh)).toBe(0);
      expect(judge(old)).not.toBe(0);
      expect(run('openssl', ['verify', '-x509_strict', '-CAfile', root, old]).status).toBe(0);
      const told = run('openssl', ['crl', '-in', crl ?? '', '-noout', '-text']).text;
      expect(told).toContain('Key Compromise');
      // A second one tells of both.
      const again = await change({ why: 'lost', reason: 'The new disk broke.' });
      expect(
        run('openssl', ['crl', '-in', again.crl ?? '', '-noout', '-text']).text.match(/Serial Number/g)?.length,
      ).toBe(2);
    },
  );

  it('is refused with a sentence, and nothing is changed', async () => {
    const other = await newTestStation();
    const elsewhere = join(desk.recoveryFolder, 'elsewhere');
    mkdirSync(elsewhere);
    for (const name of readdirSync(desk.recoveryFolder).filter((one) => one.endsWith('.json')))
      writeFileSync(join(elsewhere, name), readFileSync(join(desk.recoveryFolder, name)));
    const tries: readonly Partial<CallInput<'key.change'>>[] = [
      { recoveryKey: other.recoveryKey },
      { recoveryKey: 'ABCD' },
      { recoveryFolder: join(out, 'nowhere') },
      { recoveryFolder: elsewhere },
      { reason: 'He is an undocumented immigrant.' },
    ];
    const told: string[] = [];
    for (const more of tries) {
      const reply = await desk.call('key.change', input(more));
      told.push(reply.ok ? 'changed' : reply.refusals.map(refusalMessage).join());
    }
    await other.remove();
    expect(told.map((one) => one.length > 20)).toEqual(tries.map(() => true));
    expect(told.join()).not.toContain('undocumented');
    expect(await signingKeys()).toEqual([[true, false]]);
    expect(await failing()).toEqual([]);
  });
});
