import { fromBase64url } from '../base64.ts';
import { utf8 } from '../bytes.ts';
import { readChain, type Chain, type Expected } from './chain.ts';
import { fail, pass, type Finding } from './finding.ts';
import { verifyEs256 } from './public-key.ts';
import { isChain, isCount, isText, misfits } from './shape.ts';
import { readStrictJson } from './strict-json.ts';

/** What a station signed beside its records: header, statement, signature (RFC 7515 7.1). */
export interface CheckedStatement {
  readonly findings: readonly Finding[];
  /** Members of the statement; there where the signature holds. */
  readonly told?: Readonly<Record<string, unknown>>;
  readonly chain?: Chain;
}

interface Header {
  readonly alg: 'ES256';
  readonly typ: string;
  readonly kid: string;
  readonly x5c: readonly string[];
}

const SHAPE = {
  alg: (value: unknown) => value === 'ES256',
  typ: isText,
  kid: isText,
  x5c: isChain,
};

const NAME = 'signature';

function isHeader(value: unknown): value is Header {
  return misfits(SHAPE, value).length === 0;
}

interface Told {
  readonly iat: number;
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'iat' in value && isCount(value.iat);
}

interface Parts {
  readonly header: Header;
  readonly told: Told;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

function readParts(text: string, type: string): Parts | Finding {
  const parts = text.split('.').map(fromBase64url);
  const [header, told, signature] = parts;
  if (parts.length !== 3 || header === undefined || told === undefined || signature === undefined)
    return fail('format', 'no signed statement: three parts with two dots');
  const named = readStrictJson(header);
  if (!isHeader(named) || named.typ !== type) return fail('header', `not as the format says: ES256, ${type}`);
  const statement = readStrictJson(told);
  if (!isTold(statement)) return fail('format', 'the statement is not compact JSON with its time');
  return { header: named, told: statement, signed: utf8(text.slice(0, text.lastIndexOf('.'))), signature };
}

/** Checks a signed statement of this type. `root`: the expected fingerprint of the station's certificate. */
export async function checkStatement(text: string, type: string, root?: Expected): Promise<CheckedStatement> {
  const read = readParts(text, type);
  if ('ok' in read) return { findings: [read] };
  const { header, told, signed, signature } = read;
  const { findings, chain } = await readChain({ ...header, iat: told.iat }, root);
  if (chain === undefined) return { findings };
  if (!(await verifyEs256(signed, signature, chain.key)))
    return { findings: [...findings, fail(NAME, 'it was changed, or another key signed it')], chain };
  return { findings: [...findings, pass(NAME, 'as it was signed')], told: { ...told }, chain };
}
