import { createHash, createPublicKey, type JsonWebKey } from 'node:crypto';
import { compactVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../proof/bytes.ts';
import type { IssuedCertificates } from '../../services/keys/certificates.ts';
import { thumbprint } from '../../services/keys/thumbprint.ts';
import { readCompact, type CompactRecord } from '../../proof/verify/compact.ts';
import { disclosureDigest } from '../../proof/verify/disclosures.ts';
import { p256Key, verifyEs256 } from '../../proof/verify/public-key.ts';
import { readHeader } from '../../proof/verify/header.ts';
import { checkRecord } from '../../proof/verify/record.ts';
import { issue, makeRecord, privateKeyOf } from '../services/export/made-record.ts';
import rfc7515 from '../vectors/jws/rfc7515-a3-es256.json' with { type: 'json' };
import rfc9901 from '../vectors/jws/rfc9901-section5.1-sd-jwt.json' with { type: 'json' };
import wycheproof from '../vectors/jws/wycheproof-p256.json' with { type: 'json' };

interface Key extends JsonWebKey {
  readonly use?: string;
  readonly key_ops?: string[];
}

/** False too for a key that is on another curve. */
async function holds({ signed, signature }: CompactRecord, jwk: JsonWebKey): Promise<boolean> {
  const spki = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' });
  const key = p256Key(spki);
  return key !== undefined && (await verifyEs256(utf8(signed), signature.bytes, key));
}

/** The record verifier's own steps on a bare JWS: take it apart, look at the algorithm, check the signature. */
async function accepts(jws: string, { use = 'sig', key_ops: operations = ['verify'], ...jwk }: Key): Promise<boolean> {
  const compact = readCompact(Buffer.from(`${jws}~`));
  if (use !== 'sig' || !operations.includes('verify') || !compact.ok) return false;
  const { record } = compact;
  const algorithm = readHeader(record.header).findings.find((finding) => finding.name === 'algorithm');
  return algorithm?.ok === true && (await holds(record, jwk));
}

describe('published vectors', () => {
  it('RFC 7515 A.3: accepts the ES256 example', async () => {
    expect(await accepts(rfc7515.jws, rfc7515.jwk)).toBe(true);
    expect(await accepts(rfc7515.jws.replace('.eyJpc3', '.eyJpc4'), rfc7515.jwk)).toBe(false);
  });

  const cases = wycheproof.groups.flatMap((group) => group.tests.map((test) => ({ ...test, key: group.public })));
  it.each(cases)('Wycheproof JWS $tcId: $result, $comment', async ({ jws, result, key }) => {
    expect(await accepts(jws, key)).toBe(result === 'valid');
  });

  it('RFC 9901 5.1: finds each part in the payload by its digest, and refuses it as a record of ours', async () => {
    const [jws = '', ...parts] = rfc9901.sdJwt.split('~');
    const compact = readCompact(Buffer.from(rfc9901.sdJwt));
    if (!compact.ok) throw new Error(compact.finding.detail);
    expect(await holds(compact.record, rfc9901.issuerJwk)).toBe(true);
    const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
    expect(parts.slice(0, -1)).toHaveLength(10);
    for (const part of parts.slice(0, -1)) expect(payload).toContain(`"${await disclosureDigest(part)}"`);
    expect(await disclosureDigest(rfc9901.section4_2.disclosure)).toBe(rfc9901.section4_2.digest);
    expect((await checkRecord(Buffer.from(rfc9901.sdJwt))).findings.every((finding) => finding.ok)).toBe(false);
  });
});

describe('jose for Node', () => {
  let issued: IssuedCertificates;
  beforeAll(async () => {
    issued = await issue();
  });

  it('accepts the signed part of a record and computes the same thumbprint', async () => {
    const { calculateJwkThumbprint } = await import('jose');
    const publicKey = createPublicKey(privateKeyOf(issued.signingPrivateKey));
    const [jws = ''] = makeRecord(issued).split('~');
    const verified = await compactVerify(jws, publicKey, { algorithms: ['ES256'] });
    expect(verified.protectedHeader.kid).toBe(thumbprint(publicKey));
    expect(await calculateJwkThumbprint(publicKey.export({ format: 'jwk' }))).toBe(thumbprint(publicKey));
    expect(createHash('sha256').update(verified.payload).digest('hex')).toMatch(/^[0-9a-f]{64}$/);
  });
});
