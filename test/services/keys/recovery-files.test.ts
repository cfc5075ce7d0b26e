import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactDecrypt, CompactEncrypt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { unwrapKey, wrapKey } from '../../../services/keys/key-wrap.ts';
import { decryptJwe } from '../../../services/keys/passphrase-jwe.ts';
import { openDatabaseRecovery, openRootRecovery, writeRecoveryFiles } from '../../../services/keys/recovery-files.ts';
import { makeRecoveryKey } from '../../../services/keys/recovery-key.ts';
import { generateStationKey } from '../../../services/keys/station-key.ts';
import { issue } from '../export/made-record.ts';

const PYTHON = '/usr/bin/python3';
const hasJwcrypto = spawnSync(PYTHON, ['-c', 'import jwcrypto']).status === 0;

const key = generateStationKey((size) => Uint8Array.from(randomBytes(size)));
const recoveryKey = makeRecoveryKey(randomBytes);
const other = makeRecoveryKey(randomBytes);
let root = new Uint8Array();
let folder = '';

const recovery = (into: string): Parameters<typeof writeRecoveryFiles>[0] => ({
  folder: into,
  recoveryKey: recoveryKey.toLowerCase(),
  stationName: 'Exampleton Police',
  key,
  rootPrivateKey: root,
  random: randomBytes,
});
const fresh = (): Promise<string> => mkdtemp(join(tmpdir(), 'sallyport-recovery-'));

beforeAll(async () => {
  root = Uint8Array.from((await issue()).rootPrivateKey);
  folder = join(await fresh(), 'stick');
  expect(await writeRecoveryFiles(recovery(folder))).toEqual({
    ok: true,
    value: [join(folder, 'database-recovery.json'), join(folder, 'root-recovery.jwe')],
  });
});

describe('recovery files', { timeout: 60_000 }, () => {
  it('give the station key and the root key back', async () => {
    expect(await openDatabaseRecovery(folder, recoveryKey)).toEqual({ ok: true, value: key });
    const opened = await openRootRecovery(folder, recoveryKey.replaceAll('-', ' '));
    expect(opened).toEqual({ ok: true, value: root });
    const pkcs8 = { key: Buffer.from(opened.ok ? opened.value : []), format: 'der', type: 'pkcs8' } as const;
    expect(createPrivateKey(pkcs8).asymmetricKeyType).toBe('ec');
  });

  it('stay closed for another recovery key, and say which group has a slip', async () => {
    const code = 'wrong-recovery-key';
    expect(await openDatabaseRecovery(folder, other)).toMatchObject({ ok: false, refusal: { code } });
    expect(await openRootRecovery(folder, other)).toMatchObject({ ok: false, refusal: { code } });
    const slip = { ok: false, refusal: { code, params: { group: 8 } } };
    expect(await openRootRecovery(folder, recoveryKey.slice(0, -1))).toMatchObject(slip);
    expect(
      await writeRecoveryFiles({ ...recovery(await fresh()), recoveryKey: recoveryKey.slice(0, -1) }),
    ).toMatchObject(slip);
  });

  it('never write over files that are there, and leave nothing half done', async () => {
    const before = await readFile(join(folder, 'root-recovery.jwe'), 'utf8');
    const again = await writeRecoveryFiles(recovery(folder));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'wrong-value', params: { why: 'already-there' } } });
    expect(await readFile(join(folder, 'root-recovery.jwe'), 'utf8')).toBe(before);
    const half = await fresh();
    await writeFile(join(half, 'root-recovery.jwe'), 'mine');
    expect((await writeRecoveryFiles(recovery(half))).ok).toBe(false);
    expect(await readdir(half)).toEqual(['root-recovery.jwe']);
  });

  it('refuse a folder that cannot be written and one inside the station folder', async () => {
    const file = join(await fresh(), 'file');
    await writeFile(file, '');
    const notWritable = { ok: false, refusal: { code: 'wrong-value', field: 'recoveryFolder' } };
    expect(await writeRecoveryFiles(recovery(join(file, 'below')))).toMatchObject(notWritable);
    expect(await writeRecoveryFiles(recovery(file))).toMatchObject(notWritable);
    const station = await fresh();
    await mkdir(join(station, 'sub'));
    const link = join(await fresh(), 'link');
    await symlink(join(station, 'sub'), link);
    for (const inside of [station, join(station, 'sub'), link]) {
      const answer = await writeRecoveryFiles({ ...recovery(inside), stationFolder: station });
      expect(answer).toMatchObject({ ok: false, refusal: { params: { why: 'station-folder' } } });
    }
  });

  it('are refused by name where they are of another station, whatever the key', async () => {
    const told = async (station: string): Promise<string> => {
      const place = await fresh();
      const file = join(place, 'database-recovery.json');
      const whole = await readFile(join(folder, 'database-recovery.json'), 'utf8');
      await writeFile(file, whole.replace('"Exampleton Police"', JSON.stringify(station)));
      const opened = await openDatabaseRecovery(place, other, 'Exampleton Police');
      return opened.ok ? '' : refusalMessage(opened.refusal);
    };
    expect(await told('Otherville Police')).toMatch(
      /cannot be used here[.] It belongs to “Otherville Police”, and this station is “Exampleton Police”[.]/,
    );
    expect(await told('Exampleton Police')).toMatch(/^This is not the recovery key[.]/);
    expect(await told('he is undocumented')).toMatch(/It belongs to another station, and/);
  });

  it('say when they are missing or damaged', async () => {
    const empty = await fresh();
    const missing = { refusal: { code: 'unreadable-file', params: { why: 'missing' } } };
    expect(await openDatabaseRecovery(empty, recoveryKey)).toMatchObject(missing);
    expect(await openRootRecovery(empty, recoveryKey)).toMatchObject(missing);
    await writeFile(join(empty, 'database-recovery.json'), '{"station":"x","box":{}}');
    const whole = await readFile(join(folder, 'root-recovery.jwe'), 'utf8');
    await writeFile(join(empty, 'root-recovery.jwe'), `${whole.slice(0, -1)}${whole.endsWith('A') ? 'Q' : 'A'}`);
    expect(await openDatabaseRecovery(empty, recoveryKey)).toMatchObject({ refusal: { code: 'unreadable-file' } });
    expect(await openRootRecovery(empty, recoveryKey)).toMatchObject({ refusal: { code: 'unreadable-file' } });
    for (const text of ['', 'a.b.c', whole.replace('.', '..')]) {
      expect((await decryptJwe(text, recoveryKey)).kind).toBe('damaged');
    }
  });
});

describe('root recovery and other programs', () => {
  it('opens with jose, and opens what jose wrote', async () => {
    const passphrase = new TextEncoder().encode(recoveryKey);
    const jwe = await readFile(join(folder, 'root-recovery.jwe'), 'utf8');
    const options = { keyManagementAlgorithms: ['PBES2-HS512+A256KW'], maxPBES2Count: 600_000 };
    expect(Uint8Array.from((await compactDecrypt(jwe, passphrase, options)).plaintext)).toEqual(root);
    const theirs = await new CompactEncrypt(root)
      .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
      .setKeyManagementParameters({ p2c: 600_000 })
      .encrypt(passphrase);
    expect(await decryptJwe(theirs, recoveryKey)).toEqual({ kind: 'opened', secret: root });
  });

  it.skipIf(!hasJwcrypto)('opens with python3-jwcrypto (skipped where it is not installed)', () => {
    const script = [
      'import sys',
      'from jwcrypto import jwe, jwk, jwa',
      'jwa.default_max_pbkdf2_iterations = 1000000',
      'from base64 import urlsafe_b64encode as b',
      "key = jwk.JWK(kty='oct', k=b(sys.argv[2].encode()).decode().rstrip('='))",
      "token = jwe.JWE(algs=['PBES2-HS512+A256KW', 'A256GCM'])",
      'token.deserialize(open(sys.argv[1]).read(), key)',
      'sys.stdout.write(token.payload.hex())',
    ].join('\n');
    const hex = execFileSync(PYTHON, ['-c', script, join(folder, 'root-recovery.jwe'), recoveryKey]).toString();
    expect(hex).toBe(Buffer.from(root).toString('hex'));
  });

  it('wraps keys as RFC 3394 section 4.6 prints it', () => {
    const wrapping = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
    const plain = Uint8Array.from(
      Buffer.from('00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f', 'hex'),
    );
    const wrapped = wrapKey(plain, wrapping);
    expect(Buffer.from(wrapped).toString('hex')).toBe(
      '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21',
    );
    expect(unwrapKey(wrapped, wrapping)).toEqual(plain);
    expect(
      unwrapKey(
        wrapped.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
        wrapping,
      ),
    ).toBeUndefined();
    expect(unwrapKey(wrapped.subarray(0, 16), wrapping)).toBeUndefined();
  });
});
