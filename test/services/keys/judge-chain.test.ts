import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateRequest } from '../../../services/keys/certificate-request.ts';
import type { IssuedCertificates } from '../../../services/keys/certificates.ts';
import { judgeChain } from '../../../services/keys/judge-chain.ts';
import { thumbprint } from '../../../services/keys/thumbprint.ts';
import { has } from '../../support/outside-program.ts';
import { SIGNING, Town } from '../../support/town.ts';
import { issue, privateKeyOf } from '../export/made-record.ts';

const NAMES = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid:always'];
const HOLDER = { stationName: 'X', ori: 'MA0EX0100' };
const CA = 'basicConstraints=critical,CA:TRUE';
const SIGN = 'keyUsage=critical,keyCertSign';

describe.skipIf(!has('openssl'))('a chain of a town’s authority (skipped without openssl)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-chain-'));
  let town: Town;
  let own: IssuedCertificates;
  let kid = '';
  beforeAll(async () => {
    own = await issue();
    const key = privateKeyOf(own.signingPrivateKey);
    kid = thumbprint(createPublicKey(key));
    writeFileSync(join(folder, 'our.csr'), await certificateRequest(HOLDER, key));
    town = new Town(folder);
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    town.openssl('req', '-new', ...curve, '-nodes', '-keyout', 'o.key', '-out', 'o.csr', '-subj', '/CN=Other');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function said(...pems: readonly string[]): Promise<string> {
    const fingerprints = own.certificates.filter(({ kind }) => kind === 'root').map((one) => one.fingerprint);
    const judged = await judgeChain(pems.join(''), { kid, own: fingerprints, holder: HOLDER, now: new Date() });
    return 'certificates' in judged ? `taken: ${judged.authority}` : `${judged.what} ${judged.next}`;
  }
  const ours = (extensions: readonly string[], days = 365): Promise<string> =>
    said(town.issue('our.csr', { extensions, days }), town.issuing, town.root);
  const without = (part: string): readonly string[] => SIGNING.filter((line) => !line.startsWith(part));

  it('is taken where it is sound, with or without somebody between', async () => {
    expect(await ours(SIGNING)).toBe('taken: Exampleton Town Root');
    const printed = `Certificate:\n    Data:\n${town.issue('our.csr', { by: 'root' })}`;
    expect(await said(printed, town.root)).toBe('taken: Exampleton Town Root');
  });

  it('is refused with a sentence for what was brought in its place', async () => {
    const good = town.issue('our.csr');
    expect(await said('')).toMatch(/^There is no certificate in it/);
    expect(await said(town.read('our.csr'))).toMatch(/^It is the request, not the answer/);
    expect(await said('-----BEGIN PKCS7-----\n')).toMatch(/^It is a PKCS#7 file/);
    expect(await said(good, town.issuing, town.root, town.read('root.key'))).toMatch(/^There is a private key in it/);
    expect(await said(good, ...Array.from({ length: 4 }, () => town.root))).toMatch(/^There are 5 certificates in it/);
    expect(await said(good.replace('MII', 'MIX'), town.issuing, town.root)).toMatch(/^Certificate 1 in it cannot/);
    expect(await said(own.signingPem, own.rootPem)).toMatch(/^It leads to this station’s own root/);
  });

  it('is refused with a sentence for a wrong key and a wrong order', async () => {
    const good = town.issue('our.csr');
    expect(await said(town.issue('o.csr'), town.issuing, town.root)).toMatch(
      /^None of its certificates is for the key/,
    );
    expect(await said(town.root, town.issuing, good)).toMatch(/wrong order: that of this station’s key is number 3/);
    expect(await said(good, town.root, town.issuing)).toMatch(/wrong order: number 1 was issued by number 3/);
    expect(await said(good, town.root)).toMatch(/^A certificate is missing: Exampleton Issuing issued number 1/);
    expect(await said(good, town.issuing)).toMatch(/^The root is missing: .* issued by Exampleton Town Root/);
  });

  it('is refused with a sentence for a key’s certificate that says the wrong thing', async () => {
    expect(await ours(SIGNING, -1)).toMatch(/this station’s key ended \d{4}-/);
    expect(await ours(without('extended'))).toMatch(/is not for documents/);
    expect(await ours(without('keyUsage'))).toMatch(/is not for signatures/);
    expect(await ours([CA, ...without('basic')])).toMatch(/could issue certificates itself/);
    expect(await ours(['extendedKeyUsage=1.3.6.1.5.5.7.3.36', ...without('extended')])).toMatch(/is not for mail/);
    expect(await ours([...SIGNING, '1.2.3.4=critical,ASN1:NULL'])).toMatch(/critical extension .* does not know/);
    expect(await ours([...without('authority'), 'authorityKeyIdentifier=none'])).toMatch(/authorityKeyIdentifier/);
  });

  it('is refused with a sentence for another name than the request asked for', async () => {
    const named = (subject: string): Promise<string> =>
      said(town.issue('our.csr', { subject }), town.issuing, town.root);
    const asked = 'O = X, OU = MA0EX0100, CN = X Record Signing'.split(', ').map((one) => one.replace(' = ', '='));
    expect(await named(`/${asked.join('/')}`)).toBe('taken: Exampleton Town Root');
    expect(await named('/O=X/OU=MA0EX0100/CN=Exampleton Library')).toMatch(
      /^The certificate of this station’s key names CN "Exampleton Library", O "X", OU "MA0EX0100", which is not the name/,
    );
    expect(await named(`/${asked.join('/')}/CN=Other`)).toMatch(/which is not the name/);
    expect(await named('/CN=X Record Signing')).toMatch(/which is not the name/);
  });

  it('is refused with a sentence for a root that has no name, or a station’s', async () => {
    const under = async (subject: string): Promise<string> => {
      const root = town.otherRoot('strange', subject);
      return said(town.issue('our.csr', { by: 'strange' }), root);
    };
    expect(await under('/C=US')).toMatch(/^The root has no name that can be read/);
    expect(await under('/CN=Exampleton Station Root')).toMatch(/^The root calls itself “Exampleton Station Root”/);
    expect(await under('/CN=Exampleton County')).toBe('taken: Exampleton County');
  });

  it('is refused with a sentence for an issuer that may not do it', async () => {
    const by = async (name: string, ...extensions: readonly string[]): Promise<string> => {
      const issuer = town.issuer('sub', name, extensions);
      return said(town.issue('our.csr', { by: 'sub' }), issuer, town.root);
    };
    expect(await by('None', 'basicConstraints=critical,CA:FALSE', SIGN, ...NAMES)).toMatch(
      /^Certificate 2 \(None\) may not issue certificates \(basicConstraints/,
    );
    expect(await by('Lists', CA, 'keyUsage=critical,cRLSign', ...NAMES)).toMatch(/keyUsage lacks keyCertSign/);
    expect(await by('Lax', 'basicConstraints=CA:TRUE', SIGN, ...NAMES)).toMatch(/basicConstraints as critical/);
    expect(await by('Web', CA, SIGN, 'extendedKeyUsage=serverAuth', ...NAMES)).toMatch(/may not vouch for mail/);
    expect(await by('Long', CA, SIGN, ...NAMES)).toBe('taken: Exampleton Town Root');
    const deep = town.issue('sub.csr', { extensions: [CA, SIGN, ...NAMES], by: 'sub' });
    expect(await said(town.issue('our.csr', { by: 'sub' }), deep, town.read('sub.pem'), town.root)).toMatch(
      /^The root \(Exampleton Town Root\) may not have so many issuers below it \(pathLenConstraint\)/,
    );
  });
});
