import { SDJwtInstance } from '@sd-jwt/core';
import { hash, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';

const claims = z.record(z.string(), z.unknown());

/** Members of every entry; whatever else the library finds came out of parts. */
const OF_THE_ENTRY = ['actor', 'at', 'id', 'log', 'schema', 'seq', 'supersedes', 'type', 'v'];

/**
 * What the parts of a record tell, by their names, as @sd-jwt/core reads it with the key of this certificate (PEM).
 * @throws Error where the library refuses the record, or passes over one of its parts: it is no part of what was signed
 */
export async function readByLibrary(
  record: string,
  certificate: string | Uint8Array,
): Promise<Record<string, unknown>> {
  const { publicKey } = new X509Certificate(certificate);
  const library = new SDJwtInstance({
    hasher: (data, algorithm) =>
      hash(algorithm.replace('-', ''), typeof data === 'string' ? data : new Uint8Array(data), 'buffer'),
    verifier: (signed, signature) =>
      verify(
        'sha256',
        Buffer.from(signed),
        { key: publicKey, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
  });
  const { payload } = await library.verify(record);
  const told = Object.entries(claims.parse(payload)).filter(([name]) => !OF_THE_ENTRY.includes(name));
  const parts = record.split('~').length - 2;
  if (told.length !== parts)
    throw new Error(`of ${String(parts)} parts ${String(told.length)} belong to what was signed`);
  return Object.fromEntries(told);
}
