import { z } from 'zod';
import type { JsonValue } from './json-value.ts';

const header = z.object({
  kid: z.string(),
  iss: z.string(),
  aud: z.string(),
  jti: z.string(),
  iat: z.int(),
  x5c: z.array(z.string()).min(2),
});
const entry = z.object({ log: z.string(), seq: z.int(), _sd: z.array(z.string()) });
const part = z.tuple([z.string(), z.string(), z.json()]);

/** A record that this station has just signed, taken apart; `verify` is for what others hand in. */
export interface OpenedRecord {
  readonly header: z.output<typeof header>;
  readonly entry: z.output<typeof entry>;
  readonly parts: readonly { readonly name: string; readonly value: JsonValue }[];
  readonly issuedAt: Date;
  /** DER: the signing certificate, what stands above it, and the last of these. */
  readonly signing: Uint8Array;
  readonly issuers: readonly Uint8Array[];
  readonly root: Uint8Array;
}

const jsonOf = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));

/** The entry of a leaf, and the parts of a copy, out of their texts. */
export function openContent(leaf: Uint8Array, shown: readonly string[]): Pick<OpenedRecord, 'entry' | 'parts'> {
  return {
    entry: entry.parse(JSON.parse(Buffer.from(leaf).toString('utf8'))),
    parts: shown.map((text) => {
      const [, name, value] = part.parse(jsonOf(text));
      return { name, value };
    }),
  };
}

/** Takes an own record apart. Throws where it is none. */
export function openRecord(record: string): OpenedRecord {
  const [jws = '', ...shown] = record.split('~').slice(0, -1);
  const [head = '', payload = ''] = jws.split('.');
  const read = header.parse(jsonOf(head));
  const [signing = Buffer.of(), ...issuers] = read.x5c.map((one) => Buffer.from(one, 'base64'));
  return {
    header: read,
    ...openContent(Buffer.from(payload, 'base64url'), shown),
    issuedAt: new Date(read.iat * 1_000),
    signing,
    issuers,
    root: issuers.at(-1) ?? Buffer.of(),
  };
}
