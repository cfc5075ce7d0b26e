import { z } from 'zod';
import { RECORD_TYPE } from '../export/sdjwt.ts';
import type { Part } from './compact.ts';
import { fail, pass, type Finding } from './finding.ts';
import { readStrictJson } from './strict-json.ts';

const text = z.string().min(1);

/** Only these members: `jwk`, `crit` and the like would let a record bring its own rules. */
const header = z.strictObject({
  alg: z.literal('ES256'),
  typ: z.literal(RECORD_TYPE),
  kid: text,
  iss: text,
  aud: text,
  jti: text,
  iat: z.int().min(0),
  x5c: z.tuple([text, text]),
});
export type RecordHeader = Readonly<z.output<typeof header>>;

export interface ReadHeader {
  readonly findings: readonly Finding[];
  readonly header?: RecordHeader;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** Reads the signed header: algorithm, kind of record, who signed, for whom, when. */
export function readHeader(part: Part): ReadHeader {
  const value = readStrictJson(part.bytes);
  if (value === undefined) return { findings: [fail('header', 'the header is not compact JSON', part.at)] };
  const alg = member(value, 'alg');
  const typ = member(value, 'typ');
  const findings = [
    alg === 'ES256' ? pass('algorithm', 'ES256') : fail('algorithm', 'only ES256 is accepted', part.at),
    typ === RECORD_TYPE ? pass('type', RECORD_TYPE) : fail('type', `the header does not say ${RECORD_TYPE}`, part.at),
  ];
  const read = header.safeParse(value);
  if (!read.success) {
    const names = read.error.issues.map((issue) => issue.path.join('.') || 'members').join(', ');
    return { findings: [...findings, fail('header', `not as the format says: ${names}`, part.at)] };
  }
  const { jti, aud, iss } = read.data;
  return { findings: [...findings, pass('header', `${jti}, for ${aud}, log ${iss}`)], header: read.data };
}
