import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOutputs } from '../../contract/calls.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { recordPaper } from '../../services/export/pdf/record-paper.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { runCliAs } from '../cli/run-cli.ts';
import { DECLINED } from '../support/booked.ts';
import { has, run } from '../support/outside-program.ts';
import { newTestStation, openTestStation, type NewTestStation } from '../support/station.ts';
import { Town } from '../support/town.ts';

const RECIPES = join(import.meta.dirname, '../conformance');

// The cases build on one another: one station, one town, in the order of a year.
describe.skipIf(!has('openssl'))('a town’s authority, played by openssl (skipped without openssl)', () => {
  let desk: NewTestStation;
  let town: Town;
  let stick = '';
  let out = '';
  let before = '';
  let after = '';
  let request = '';
  let own = '';
  beforeAll(async () => {
    desk = await newTestStation();
    stick = mkdtempSync(join(tmpdir(), 'sallyport-town-'));
    out = join(stick, 'copies');
    mkdirSync(out);
    town = new Town(stick);
  });
  afterAll(async () => {
    await desk.remove();
    rmSync(stick, { recursive: true, force: true });
  });

  async function copy(): Promise<string> {
    const { notificationId } = await desk.done('notification.record', DECLINED);
    const told = { audience: 'Whoever asks', purpose: 'A look', leaveOut: [] };
    const ids = [notificationId];
    const [written] = await desk.done('notification.export', { notificationIds: ids, folder: out, ...told });
    return written?.folder ?? '';
  }
  function bring(...pems: readonly string[]): string {
    const file = join(stick, 'chain.pem');
    writeFileSync(file, pems.join(''));
    return file;
  }
  async function said(file: string): Promise<string> {
    const reply = await desk.call('key.certify', { file });
    return reply.ok ? 'taken' : reply.refusals.map(refusalMessage).join();
  }
  const failing = async (): Promise<readonly string[]> =>
    (await desk.done('system.check', {})).checks.filter(({ ok }) => !ok).map(({ name }) => name);
  const rootNow = async (): Promise<CallOutputs['key.list']['root']> => (await desk.done('key.list', {})).root;
  const bad = async (path: string, root: string): Promise<readonly string[]> =>
    (await verifyPath([path], { root })).checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name} ${detail}`);

  it('gets a request that openssl reads, for the key that signs', async () => {
    before = await copy();
    own = (await rootNow())?.fingerprint ?? '';
    const written = await desk.done('key.request', { folder: stick });
    request = written.file;
    const text = town.openssl('req', '-in', request, '-verify', '-noout', '-text');
    expect(text).toMatch(/verify OK/);
    expect(text).toContain('Digital Signature, Non Repudiation');
    expect(text).toContain('Exampleton Police Record Signing');
    const asked = town.openssl('req', '-in', request, '-pubkey', '-noout');
    const signs = run('openssl', ['x509', '-in', join(before, 'station-signing.pem'), '-pubkey', '-noout']).text;
    expect(asked.replace(/^.*verify OK\n/, '')).toBe(signs);
  });

  it('is told what is wrong with its answer, and nothing is put in force', async () => {
    expect(await said(request)).toMatch(/^The file .* cannot be put in force[.] It is the request, not the answer/);
    expect(await said(join(stick, 'nowhere.pem'))).toMatch(/cannot be put in force/);
    expect((await rootNow())?.fingerprint).toBe(own);
  });

  it('is put in force by its chain: exports carry it, and its root judges', async () => {
    const chain = bring(`Certificate:\n    as openssl prints it\n${town.issue(request)}`, town.issuing, town.root);
    const { root, keys } = await desk.done('key.certify', { file: chain });
    expect(root?.authority).toBe('Exampleton Town Root');
    expect(keys[0]).toMatchObject({ kind: 'town', current: true, name: 'Exampleton Town Root' });
    after = await copy();
    const pinned = root?.fingerprint ?? '';
    expect(await bad(after, pinned)).toEqual([]);
    expect(await bad(join(after, `EXP-${String(new Date().getFullYear())}-000002.pdf`), pinned)).toEqual([]);
    const record = readFileSync(join(after, 'record.sd-jwt'), 'utf8');
    const print = { record, logProof: undefined, purpose: 'A look', leftOut: [], attachments: [] };
    expect(JSON.stringify(recordPaper(print))).toContain('the root “Exampleton Town Root” (SHA-256), which vouches');
    expect(await bad(before, own)).toEqual([]);
    expect(await bad(after, own)).toEqual([
      `root another certificate than expected: the root "Exampleton Town Root"; ${pinned}`,
    ]);
    const both = await Promise.all([before, after].map((path) => verifyPath([path], { root: `${own},${pinned}` })));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(both.map(({ checks }) => checks.find(({ name }) => name === 'root')?.detail)).toEqual([
      `the station's certificate is the expected one: ${own}`,
      `the root "Exampleton Town Root" is the expected one: ${pinned}`,
    ]);
    expect((await desk.done('system.root', {})).roots).toEqual([pinned, own]);
    expect(await failing()).toEqual([]);
  });

  it('is judged by openssl and a shell as well, by the recipes and by the help that goes along', () => {
    const fingerprint = (path: string): string =>
      run('openssl', ['x509', '-in', join(path, 'station-root.pem'), '-noout', '-fingerprint', '-sha256'])
        .text.trim()
        .replace(/.*=/, '');
    const judged = run('sh', [join(RECIPES, 'verify-copy.sh'), after, fingerprint(after)]);
    expect(judged.text).toContain('root: O=Exampleton, CN=Exampleton Town Root');
    expect(judged).toMatchObject({ status: 0 });
    const help = readFileSync(join(after, 'README.txt'), 'utf8');
    expect(help).toContain('root certificate "Exampleton Town Root"');
    const recipe = help.slice(help.indexOf('  b64()'), help.indexOf('A part can be missing'));
    const commands = recipe
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .join('\n');
    expect(run('sh', ['-c', commands], after).text).toMatch(/station-signing.pem: OK[\s\S]*Verified OK/);
  });

  it('calls a key back by its own list, which says nothing of what the station root issued', async () => {
    const pem = readFileSync(join(after, 'station-signing.pem'), 'utf8');
    const crl = join(stick, 'list.crl');
    await setTimeout(1_000); // a list tells whole seconds, and the second of the signature is not after it
    writeFileSync(crl, town.callBack(pem.slice(0, pem.indexOf('-----END') + 26)));
    const back = async (path: string): Promise<string | undefined> =>
      (await verifyPath([path], { crl })).checks.find(({ name }) => name === 'called back')?.detail;
    expect(await back(after)).toMatch(/was called back .* after this was signed/);
    expect(await back(before)).toMatch(/of another station/);
  });

  it('ends where somebody goes back to the own root, and begins again with another chain', async () => {
    const words = { reason: 'He is an undocumented immigrant.' };
    expect((await desk.call('key.ownRoot', words)).ok).toBe(false);
    const { root } = await desk.done('key.ownRoot', { reason: 'The authority of the town was broken into.' });
    expect([root?.fingerprint, root?.authority]).toEqual([own, null]);
    expect(await bad(await copy(), own)).toEqual([]);
    expect((await desk.call('key.ownRoot', { reason: 'Once more.' })).ok).toBe(false);
    const short = bring(town.issue(request, { by: 'root' }), town.root);
    const taken = await desk.done('key.certify', { file: short });
    expect(await bad(await copy(), taken.root?.fingerprint ?? '')).toEqual([]);
    expect(await failing()).toEqual([]);
  });

  it('stays in force for other papers and backups, and after the station was closed and opened', async () => {
    const paper = {
      kind: 'daily-log',
      from: '2020-01-01',
      to: '2099-12-31',
      audience: 'The town',
      purpose: 'A look',
      folder: out,
    } as const;
    const written = await desk.done('release.write', paper);
    const pinned = (await rootNow())?.fingerprint ?? '';
    expect(await bad(written.folder, pinned)).toEqual([]);
    await desk.close();
    const again = await openTestStation(desk.folder);
    await again.signIn('chief');
    expect((await again.done('key.list', {})).root?.fingerprint).toBe(pinned);
    const recovery = { recoveryFolder: desk.recoveryFolder, recoveryKey: desk.recoveryKey };
    const why = { why: 'compromised', reason: 'The machine was stolen.' } as const;
    const changed = await again.done('key.change', { ...recovery, ...why });
    expect([changed.root?.fingerprint, changed.keys[0]?.current]).toEqual([own, true]);
    const listed = run('openssl', ['crl', '-in', changed.crl ?? '', '-noout', '-text']).text;
    expect(listed.match(/Serial Number/g)?.length).toBe(1);
    await again.close();
  });

  it('is asked and answered by the command line as well', async () => {
    const asked = await runCliAs('chief', desk.folder, ['key', 'request', '--out', join(stick, 'second')]);
    expect([asked.code, asked.err]).toEqual([0, '']);
    const [, csr = ''] = /"file": "([^"]+)"/.exec(asked.out) ?? [];
    const chain = bring(town.issue(csr), town.issuing, town.root);
    const taken = await runCliAs('chief', desk.folder, ['key', 'certify', chain]);
    expect(JSON.parse(taken.out)).toMatchObject({ ok: true, root: { authority: 'Exampleton Town Root' } });
    expect((await runCliAs('chief', desk.folder, ['key', 'own-root'])).code).toBe(2);
  });
});
