import { RECORD_TYPE } from '../bundle.ts';
import type { Part } from './compact.ts';
import { fail, pass, type Finding } from './finding.ts';
import { isChain, isCount, isText, misfits } from './shape.ts';
import { readStrictJson } from './strict-json.ts';

export interface RecordHeader {
  readonly alg: 'ES256';
  readonly typ: typeof RECORD_TYPE;
  readonly kid: string;
  /** Name of the log. */
  readonly iss: string;
  /** To whom the copy was handed. */
  readonly aud: string;
  /** Export number. */
  readonly jti: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** Signing certificate, issuers between if any, root: base64 DER. */
  readonly x5c: readonly string[];
}

/** Only these members: `jwk`, `crit` and the like would let a record bring its own rules. */
const SHAPE = {
  alg: (value: unknown) => value === 'ES256',
  typ: (value: unknown) => value === RECORD_TYPE,
  kid: isText,
  iss: isText,
  aud: isText,
  jti: isText,
  iat: isCount,
  x5c: isChain,
};

export interface ReadHeader {
  readonly findings: readonly Finding[];
  readonly header?: RecordHeader;
}

function isHeader(value: unknown): value is RecordHeader {
  return misfits(SHAPE, value).length === 0;
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
  if (!isHeader(value)) {
    const names = misfits(SHAPE, value).join(', ');
    return { findings: [...findings, fail('header', `not as the format says: ${names}`, part.at)] };
  }
  const { jti, aud, iss } = value;
  return { findings: [...findings, pass('header', `${jti}, for ${aud}, log ${iss}`)], header: value };
}
