import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../proof/bytes.ts';
import { readCertificates, type Known } from '../../../proof/verify/chain.ts';
import { certificateRequest } from '../../../services/keys/certificate-request.ts';
import { has } from '../../support/outside-program.ts';
import { SIGNING, Town } from '../../support/town.ts';
import { issue, privateKeyOf } from '../../services/export/made-record.ts';

const NAMES = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid:always'];
const CA = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign', ...NAMES];
const base64 = (pem: string): string => pem.split('\n').slice(1, -2).join('');

describe.skipIf(!has('openssl'))('a chain with issuers between (skipped without openssl)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-links-'));
  let town: Town;
  let signing = '';
  beforeAll(async () => {
    const key = privateKeyOf((await issue()).signingPrivateKey);
    writeFileSync(join(folder, 'our.csr'), await certificateRequest({ stationName: 'X', ori: 'MA0EX0100' }, key));
    town = new Town(folder);
    signing = town.issue('our.csr');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const iat = (): number => Math.floor(Date.now() / 1_000);
  async function judged(pems: readonly string[], known: Known = {}, at = iat()): Promise<readonly string[]> {
    const { findings } = await readCertificates({ x5c: pems.map(base64), iat: at }, known);
    return findings.map(({ name, ok, detail }) => `${ok ? '' : 'NOT '}${name}: ${detail}`);
  }

  it('holds from the signing certificate to the root, and says whose that is', async () => {
    const said = await judged([signing, town.issuing, town.root]);
    expect(said[0]).toBe(
      'certificates: the root "Exampleton Town Root" issued the signing certificate, through 1 issuer between; it names CN "X Record Signing", O "X", OU "MA0EX0100": look whether that is the station',
    );
    const root = town.otherRoot('strange', '/CN=Exampleton Station Root');
    const subject = '/O=Exampleton/CN=The "Library"';
    const [issued] = await judged([town.issue('our.csr', { by: 'strange', subject }), root]);
    expect(issued).toBe('certificates: the station root issued the signing certificate');
    const [others, , whose] = await judged([town.issue('our.csr', { subject }), town.issuing, town.root]);
    expect(others).toMatch(/; it names CN "The 'Library'", O "Exampleton": look whether that is the station$/);
    expect(whose).toMatch(/^root: the root "Exampleton Town Root"/);
    expect(said[1]).toMatch(/^validity: .* while all certificates were valid$/);
    expect(said[2]).toMatch(/^root: the root "Exampleton Town Root"; identity not proved: compare the fingerprint /);
  });

  it('is broken by a link that is missing, turned round, or not an issuer’s', async () => {
    const first = async (...pems: readonly string[]): Promise<string | undefined> => (await judged(pems))[0];
    expect(await first(signing, town.root)).toMatch(/^NOT .* the root did not issue the signing certificate/);
    expect(await first(signing, town.root, town.issuing)).toMatch(/^NOT .* the root/);
    expect(await first(signing, town.issuing)).toMatch(/^NOT .* the root is not signed by itself/);
    const none = town.issuer('none', 'None', ['basicConstraints=critical,CA:FALSE', ...NAMES]);
    expect(await first(town.issue('our.csr', { by: 'none' }), none, town.root)).toMatch(
      /^NOT .* issuer 1 may not issue/,
    );
    const strange = town.issuer('strange', 'Strange', [...CA, '1.2.3.4=critical,ASN1:NULL']);
    expect(await first(town.issue('our.csr', { by: 'strange' }), strange, town.root)).toMatch(
      /^NOT .* issuer 1 asks for/,
    );
    const other = town.issuer('other', 'Other', CA);
    expect(await first(signing, other, town.root)).toMatch(/^NOT .* issuer 1 did not issue the signing certificate/);
    writeFileSync(join(folder, 'deep.pem'), town.issue('other.csr', { extensions: CA, by: 'issuing' }));
    writeFileSync(join(folder, 'deep.key'), town.read('issuing.key'));
    const below = town.issue('our.csr', { by: 'deep' });
    expect(await first(below, town.read('deep.pem'), town.issuing, town.root)).toMatch(
      /^NOT .* the root may not have so many issuers below it/,
    );
    expect(await first(below, town.read('deep.pem'), town.root)).toMatch(
      /^NOT .* issuer 1 was not issued by the next one/,
    );
    expect(await first(below, town.read('deep.pem'), other, town.root)).toMatch(/^NOT /);
  });

  it('held at the time of signing, every certificate of it', async () => {
    const short = town.issue('our.csr', { extensions: SIGNING, days: 1 });
    expect((await judged([short, town.issuing, town.root], {}, iat() + 2 * 86_400))[1]).toMatch(/^NOT validity/);
    const long = town.issue('our.csr', { extensions: SIGNING, days: 3_000 });
    expect((await judged([long, town.issuing, town.root], {}, iat() + 2_000 * 86_400))[1]).toMatch(/^NOT validity/);
  });

  it('is held against every list that was handed in, of whichever issuer', async () => {
    const chain = [signing, town.issuing, town.root];
    const list = utf8(town.callBack(signing));
    const later = iat() + 3_600;
    const said = async (crl: Uint8Array, at = iat() - 60): Promise<string | undefined> =>
      (await judged(chain, { crl }, at)).at(-1);
    expect(await said(list)).toMatch(/^called back: .* after this was signed/);
    expect(await said(list, later)).toMatch(/^NOT called back: .* and this was signed after that/);
    const calledBack = /called back (\S+),/.exec((await said(list, later)) ?? '')?.[1] ?? '';
    const second = Date.parse(calledBack) / 1_000;
    expect(await said(list, second)).toMatch(/^NOT called back: .* in the same second/);
    expect(await said(list, second - 1)).toMatch(/^called back: .* after this was signed/);
    const clean = utf8(town.callBack(town.issue('our.csr')));
    expect(await said(clean)).toMatch(/^called back: the certificate is not on the list/);
    const old = ['-crl_lastupdate', '20250102000000Z', '-crl_nextupdate', '20350102000000Z'];
    const other = town.issue('our.csr');
    const ofRoot = town.callBack(other, { by: 'root' });
    const ofIssuing = town.callBack(other, { until: old });
    const none = 'called back: the certificate is not on the list of 2025-01-02T00:00:00.000Z';
    const missing = '; no list told of issuer 1 "Exampleton Issuing"';
    expect(await said(utf8(`${ofRoot}${ofIssuing}`))).toBe(none);
    expect(await said(utf8(ofIssuing))).toBe(`${none}${missing}`);
    expect(await said(utf8(ofRoot))).toMatch(/^called back: an issuer of it .*; no list told of the signing certif/);
    expect(await said(utf8(`${town.callBack(signing)}${town.callBack(town.issue('our.csr'))}`), later)).toMatch(
      /^NOT /,
    );
    expect(
      await said(utf8(`${town.callBack(signing)}-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n`)),
    ).toMatch(/^NOT .* cannot be read/);
  });
});
